"""The mean of each window, with and without the cells beyond the border."""

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch05_relu_pooling import _pooling as pooling
from autograder.exercises.ch05_relu_pooling._mean_slips import SLIPS
from autograder.show import number
from helpers.pooling import avg_pool2d

EXAMPLE = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]]])
FRACTIONS = np.array([[[[0.5, -1.25, 2.75, 0], [1.5, 3.25, -0.5, 2], [-4.5, 2.25, 7, -3], [2.75, 5, -1.5, 6]]]])


def _maps(*shape: int, first: int) -> np.ndarray:
    """Return whole numbers from −9 to 21, some of them 0, in an order without a pattern."""
    places = np.arange(np.prod(shape))
    return ((first + 11 * places**2 + 7 * places) % 31 - 9).reshape(shape)


def slipped(
    x: np.ndarray,
    kernel: int,
    *,
    stride: int | None = None,
    padding: int = 0,
    count_include_pad: bool = True,
    slips: frozenset[str] = frozenset(),
) -> np.ndarray:
    """Take the mean of each window, making the mistakes asked for."""
    over = pooling.axes(slips)
    include = _include(count_include_pad, slips)
    padding = 0 if "option-drops-padding" in slips and not count_include_pad else padding

    def condense(window: np.ndarray, on_map: np.ndarray) -> np.ndarray:
        if "maximum-for-mean" in slips:
            return window.max(axis=over, keepdims=True)[:, :, 0, 0]
        counted = on_map if "nonzero-counted" not in slips else window != 0
        counted = np.ones(window.shape) if include else counted
        total, count = (part.sum(axis=over, keepdims=True)[:, :, 0, 0] for part in (window, counted))
        if "sum-for-mean" in slips:
            return total
        return total / (kernel if include and "divided-by-the-side" in slips else count)

    beyond = -np.inf if "infinity-in-padding" in slips else 0.0
    y = pooling.slide(x, kernel, stride=stride, padding=padding, beyond=beyond, condense=condense, slips=slips)
    if "whole-numbers-only" in slips:
        return np.trunc(y)
    if "floor-division" in slips:
        return np.floor(y + 1e-9)  # a sum of fractions may lie a little below a whole number
    return y.astype(x.dtype) if "fractions-cut" in slips else y


def _include(asked: bool, slips: frozenset[str]) -> bool:
    """Return whether cells of the padding are counted."""
    if "border-always-counted" in slips:
        return True
    return (not asked if "option-reversed" in slips else asked) and "border-never-counted" not in slips


def _working(case: Case, index: tuple[int, ...]) -> str:
    window, place, beyond = pooling.cells(case, index)
    shown = " + ".join(f"({number(value)})" if value < 0 else number(value) for value in window.ravel())
    count, total = window.size + beyond * case.options.get("count_include_pad", True), window.sum(dtype=float)
    cells = f"{count} cells, with the {beyond} zeros of the padding" if count > window.size else f"{count} cells"
    return (
        f"The window reads {place}: {shown} = {number(total)}.\n"
        f"Divided by {cells}: {number(total)} / {count} = {number(total / count)}."
    )


def _drawn_inside(rng: np.random.Generator) -> tuple[Case, ...]:
    calls = (((1, 2, 6, 9), 2, None), ((2, 3, 11, 8), 3, 2), ((2, 2, 13, 18), 4, None), ((1, 2, 9, 14), 2, 3))
    return tuple(
        Case((rng.integers(-30, 30, shape), kernel), {} if step is None else {"stride": step})
        for shape, kernel, step in calls
    )


def _drawn_padding(rng: np.random.Generator, options: dict[str, bool]) -> tuple[Case, ...]:
    calls = (((1, 2, 5, 4), 2, None, 1), ((2, 1, 7, 10), 3, 2, 1), ((1, 3, 9, 12), 4, 3, 2))
    return tuple(
        Case((rng.normal(1, 2, shape), kernel), {"stride": step, "padding": pad, **options})
        for shape, kernel, step, pad in calls
    )


INSIDE = (
    Case((EXAMPLE, 2)),
    Case((EXAMPLE, 2), {"stride": 1}),
    Case((_maps(2, 3, 5, 7, first=3), 2)),
    Case((FRACTIONS, 2)),
    Case((_maps(1, 2, 7, 10, first=11), 3), {"stride": 2}),
    Case((_maps(2, 1, 6, 8, first=20), 2), {"stride": 3}),
)
COUNTED = (
    Case((EXAMPLE, 3), {"stride": 2, "padding": 1}),
    Case((_maps(1, 2, 4, 5, first=7), 2), {"padding": 1}),
)
NOT_COUNTED = tuple(
    Case(case.args, {**case.options, "count_include_pad": False})
    for case in (*COUNTED, Case((_maps(2, 2, 4, 6, first=1), 3), {"stride": 2, "padding": 1}))
)

EXERCISE = Exercise(
    name="avg_pool2d",
    chapter=5,
    goal="Return the mean of each window of each map. The stride is the kernel's size unless it is given; with "
    "count_include_pad=False, cells of the padding are not counted.",
    reference=avg_pool2d,
    slipped=slipped,
    working=_working,
    shapes=pooling.shapes,
    parts=(
        Part("windows inside the map", points=1, probe=INSIDE, cases=_drawn_inside),
        Part("padding that is counted", points=1, probe=COUNTED, cases=lambda rng: _drawn_padding(rng, {})),
        Part(
            "padding that is not counted",
            points=2,
            probe=NOT_COUNTED,
            cases=lambda rng: _drawn_padding(rng, {"count_include_pad": False}),
        ),
    ),
    slips=SLIPS,
)
