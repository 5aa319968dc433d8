"""From the size of the output back to the input."""

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch03_stride._inverting_slips import SLIPS
from autograder.show import number
from helpers.shapes import extent, invert_size


def slipped(
    out_size: int,
    kernel: int,
    *,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    slips: frozenset[str] = frozenset(),
) -> tuple[int, int]:
    """Solve the formula for the input, making the mistakes asked for."""
    step = 1 if "stride-ignored" in slips else stride
    step = stride + 1 if "skips-s" in slips else step
    steps = out_size if "one-step-too-many" in slips else out_size - 1
    taken = steps * step
    if "brackets-forgotten" in slips and "largest-for-both" not in slips:  # both: stride-ignored
        taken = out_size - step
    smallest = taken + _span(kernel, dilation, slips) - _padding(padding, slips)
    largest = smallest + step - 1
    ends = {
        "smallest-for-both": (smallest, smallest),
        "largest-for-both": (largest, largest),
        "one-too-far": (smallest, largest + 1),
        "range-below": (smallest - step + 1, smallest),
        "bounds-turned": (smallest + 1, largest + 1),
        "order-swapped": (largest, smallest),
    }
    return next((found for slip, found in ends.items() if slip in slips), (smallest, largest))


def _padding(padding: int, slips: frozenset[str]) -> int:
    if "padding-ignored" in slips:
        return 0
    if "padding-added" in slips:
        return -2 * padding
    return padding if "padding-on-one-side" in slips else 2 * padding


def _span(kernel: int, dilation: int, slips: frozenset[str]) -> int:
    if "window-forgotten" in slips:
        return 0
    if "dilation-ignored" in slips:
        return kernel
    if "dilation-times-kernel" in slips:
        return dilation * kernel
    gap = dilation + 1 if "dilation-counts-gaps" in slips else dilation
    return gap * (kernel - 1) + int("last-cell-forgotten" not in slips)


def _working(case: Case, index: tuple[int, ...]) -> str:
    (positions, kernel), options = case.args, {"stride": 1, "padding": 0, "dilation": 1, **case.options}
    stride, padding, dilation = (options[name] for name in ("stride", "padding", "dilation"))
    smallest = (positions - 1) * stride + extent(kernel, dilation) - 2 * padding
    if index == (0,):
        return (
            f"Smallest: ({positions} − 1)·{stride} + {dilation}·({kernel} − 1) + 1 − 2·{padding} = {number(smallest)}."
        )
    return (
        f"Largest: the smallest, {number(smallest)}, and the {stride} − 1 cells that the floor can drop: "
        f"{number(smallest + stride - 1)}."
    )


def _drawn(rng: np.random.Generator, *names: str) -> tuple[Case, ...]:
    cases = []
    for most in (10, 30, 100, 1000):
        drawn = {"stride": rng.integers(2, 7), "padding": rng.integers(1, 5), "dilation": rng.integers(2, 6)}
        options = {name: int(drawn[name]) for name in names}
        cases.append(Case((int(rng.integers(9, 10 + most)), int(rng.integers(2, 8))), options))
    return tuple(cases)


def _call(positions: int, kernel: int, **options: int) -> Case:
    return Case((positions, kernel), options)


EXERCISE = Exercise(
    name="invert_size",
    chapter=3,
    goal="Return the smallest and the largest input that give an output of the given size: (smallest, largest).",
    reference=invert_size,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "stride 1",
            points=1,
            probe=(_call(3, 2), _call(7, 4, padding=1), _call(6, 3, dilation=2), _call(9, 4, padding=2, dilation=3)),
            cases=lambda rng: (*_drawn(rng, "padding"), *_drawn(rng, "padding", "dilation")),
        ),
        Part(
            "larger strides",
            points=2,
            probe=(
                _call(112, 7, stride=2, padding=3),
                _call(5, 3, stride=3),
                _call(4, 2, stride=5, padding=1),
                _call(8, 5, stride=4, padding=2, dilation=3),
                _call(10, 4, stride=3, dilation=2),
            ),
            cases=lambda rng: (*_drawn(rng, "stride", "padding"), *_drawn(rng, "stride", "padding", "dilation")),
        ),
    ),
    slips=SLIPS,
)
