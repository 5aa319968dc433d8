"""The mean of each window, with and without the cells beyond the border."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch05_relu_pooling import _pooling as pooling
from autograder.exercises.ch05_relu_pooling._pooling_slips import EVERYWHERE, LESSON
from autograder.show import number
from helpers.pooling import avg_pool2d

EXAMPLE = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]]])
FRACTIONS = np.array([[[[0.5, -1.25, 2.75, 0], [1.5, 3.25, -0.5, 2], [-4.5, 2.25, 7, -3], [2.75, 5, -1.5, 6]]]])
BORDER = f"{LESSON}#Means, with and without the border"


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

    def condense(window: np.ndarray, on_map: np.ndarray) -> np.ndarray:
        if "maximum-for-mean" in slips:
            return window.max(axis=over, keepdims=True)[:, :, 0, 0]
        counted = on_map if "nonzero-counted" not in slips else window != 0
        counted = np.ones(window.shape) if include else counted
        total, count = (part.sum(axis=over, keepdims=True)[:, :, 0, 0] for part in (window, counted))
        if "sum-for-mean" in slips:
            return total
        return total / (kernel if include and "divided-by-the-side" in slips else count)

    y = pooling.slide(x, kernel, stride=stride, padding=padding, beyond=0.0, condense=condense, slips=slips)
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
    slips=(
        Slip(
            "border-always-counted",
            decision="what is counted",
            does="You divide by all cells of the window, even if the padding is not to be counted.",
            why="With `count_include_pad=False` the sum is divided by the number of cells that lie on the map. "
            "A corner of a map of eights stays 8; if the zeros count, it becomes 2.",
            code="y[n, c, i, j] = window.mean()",
            section=BORDER,
            seen="It is PyTorch's default, and no choice in a library that pools by sliding a kernel of 1/k² over a "
            "zero-padded map. Maps grow darker towards their border.",
        ),
        Slip(
            "border-never-counted",
            decision="what is counted",
            does="You divide by the cells that lie on the map, even if the padding is to be counted.",
            why="Without the option, or with `count_include_pad=True`, the zeros count like any other number: "
            "divide by kernel².",
            code="y[n, c, i, j] = window.sum() / on_map.sum()",
            section=BORDER,
            seen="TensorFlow and Keras never count the padding, PyTorch does by default: a converted network differs "
            "in the outermost rows and columns only.",
        ),
        Slip(
            "option-reversed",
            decision="what is counted",
            does="You do with `count_include_pad` the opposite of what it says.",
            why="Included means that the zeros of the padding are among the cells counted: divide by kernel². "
            "Not included means fewer cells, and a larger mean.",
            code="count = on_map.sum() if count_include_pad else kernel * kernel",
            section=BORDER,
            seen="The default differs: `count_include_pad` is 0 in ONNX unless it is set, and true in PyTorch. "
            "Who converts a network between them has to set it.",
        ),
        Slip(
            "nonzero-counted",
            decision="how it is counted",
            does="You take every zero for padding: a zero on the map is not counted either.",
            why="A map holds zeros of its own, after a ReLU mostly zeros. "
            "What lies on the map is told by its place, and not by its value.",
            code="window[window != 0].mean()",
            section=BORDER,
            seen="Zero as a mark for what is missing: in data tables, in depth images, in padded sequences. "
            "It fails as soon as zero is also a value.",
        ),
        Slip(
            "sum-for-mean",
            decision="condensing",
            does="You add up each window and do not divide.",
            why="A mean is the sum divided by the number of cells. The sum grows with the window, the mean does not.",
            code="y[n, c, i, j] = window.sum()",
            section=BORDER,
            seen="`torch.nn.functional.lp_pool2d` with norm type 1 is a sum, and a convolution with ones is one too.",
        ),
        Slip(
            "maximum-for-mean",
            decision="condensing",
            does="You take the largest number of each window, not its mean.",
            why="That is max pooling. A mean is moved by every cell, a maximum by one.",
            code="y[n, c, i, j] = window.max()",
            section=BORDER,
            seen="Code copied from the max pool next to it.",
        ),
        Slip(
            "divided-by-the-side",
            decision="how it is counted",
            does="You divide by the kernel's size, and a window has kernel · kernel cells.",
            why="A window of 2×2 holds four numbers, so the sum is divided by 4.",
            code="y[n, c, i, j] = window.sum() / kernel",
            section=BORDER,
            seen="One-dimensional pooling, where it is right, carried over to two dimensions.",
        ),
        Slip(
            "floor-division",
            decision="dtype",
            does="You round each mean down to a whole number.",
            why="`//` drops the fraction; `/` keeps it.",
            code="y[n, c, i, j] = window.sum() // (kernel * kernel)",
            section=BORDER,
            seen="Image libraries that average pixels of type uint8 and return uint8.",
        ),
        Slip(
            "whole-numbers-only",
            decision="dtype",
            does="Your result holds whole numbers only.",
            why="`int` cuts off every fraction, and means have them even if the maps have not.",
            code="y = np.zeros((batch, channels, out_height, out_width), dtype=int)",
            section=BORDER,
            seen="Arrays made for pixels of type uint8 that later receive activations: NumPy cuts without a warning.",
        ),
        Slip(
            "fractions-cut",
            decision="dtype",
            does="Your result has the dtype of the maps, so whole numbers in give whole numbers out.",
            why="`np.zeros(..., dtype=x.dtype)` of integer maps is an integer array, and that cuts off every fraction "
            "you write into it. The mean of 1 and 2 is 1.5.",
            code="y = np.zeros((batch, channels, out_height, out_width), dtype=x.dtype)",
            section=BORDER,
            seen="`np.zeros_like` and `np.empty_like` take over the dtype of what they are given.",
        ),
        Slip(
            "channels-together",
            decision="axes",
            does="You take the mean over all channels of an image.",
            why="Each map is pooled by itself: pooling leaves the number of channels as it is.",
            code="y[n, :, i, j] = x[n, :, top : top + kernel, left : left + kernel].mean()",
            section=BORDER,
            seen="A convolution sums over the channels, and pooling is often told as if it were one.",
        ),
        Slip(
            "everything-together",
            decision="axes",
            does="You take the mean over all channels of all images.",
            why="`.mean()` without an axis reduces everything to one number. Each map is pooled by itself.",
            code="y[:, :, i, j] = x[:, :, top : top + kernel, left : left + kernel].mean()",
            section=BORDER,
            seen="`.max()`, `.sum()` and `.mean()` of NumPy and of torch all reduce everything if no axis is named.",
        ),
        *EVERYWHERE,
    ),
)
