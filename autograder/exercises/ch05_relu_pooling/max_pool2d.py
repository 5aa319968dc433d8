"""The largest number of each window."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch05_relu_pooling import _pooling as pooling
from autograder.exercises.ch05_relu_pooling._pooling_slips import EVERYWHERE, LESSON
from autograder.show import number
from helpers.pooling import max_pool2d

EXAMPLE = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]]])
FRACTIONS = np.array([[[[0.5, -1.25, 2.75, 0], [1.5, 3.25, -0.5, 2], [-4.5, -2.25, -7, -3], [-2.75, -5, -1.5, -6]]]])


def _maps(*shape: int, first: int) -> np.ndarray:
    """Return whole numbers from −20 to 12, in an order without a pattern: most windows have a largest below 0."""
    return ((first + 17 * np.arange(np.prod(shape)) ** 2 + 5 * np.arange(np.prod(shape))) % 33 - 20).reshape(shape)


def slipped(
    x: np.ndarray,
    kernel: int,
    *,
    stride: int | None = None,
    padding: int = 0,
    slips: frozenset[str] = frozenset(),
) -> np.ndarray:
    """Take the largest number of each window, making the mistakes asked for."""

    def condense(window: np.ndarray, _: np.ndarray) -> np.ndarray:
        over = pooling.axes(slips)
        if "mean-for-maximum" in slips:
            return window.mean(axis=over, keepdims=True)[:, :, 0, 0]
        best = window.max(axis=over, keepdims=True)[:, :, 0, 0]
        return np.maximum(best, 0) if "starts-at-zero" in slips else best

    beyond = 0.0 if "zeros-in-padding" in slips else -np.inf
    y = pooling.slide(x, kernel, stride=stride, padding=padding, beyond=beyond, condense=condense, slips=slips)
    return np.trunc(y) if "whole-numbers-only" in slips else y


def _working(case: Case, index: tuple[int, ...]) -> str:
    window, place, beyond = pooling.cells(case, index)
    shown = ", ".join(map(number, window.ravel()))
    padded = f" ({beyond} more lie in the padding, and never win)" if beyond else ""
    return f"The window reads {place}: {shown}{padded}. The largest is {number(window.max())}."


def _far_below(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Draw numbers below any that is taken for −∞ by who has seen small ones only, such as −100 or −99,999."""
    return 10_000 * rng.integers(-300, -100, shape)


def _drawn_side_by_side(rng: np.random.Generator) -> tuple[Case, ...]:
    calls = (((1, 2, 6, 9), 2), ((2, 3, 11, 8), 3), ((2, 2, 13, 18), 4))
    drawn = tuple(Case((rng.integers(-30, 10, shape), kernel)) for shape, kernel in calls)
    return (*drawn, Case((_far_below(rng, 1, 2, 4, 6), 2)))


def _drawn_strides(rng: np.random.Generator) -> tuple[Case, ...]:
    calls = (((2, 1, 6, 5), 2, 1), ((1, 3, 9, 12), 3, 2), ((2, 2, 14, 11), 2, 3))
    return tuple(Case((rng.normal(-1, 2, shape), kernel), {"stride": step}) for shape, kernel, step in calls)


def _drawn_padding(rng: np.random.Generator) -> tuple[Case, ...]:
    calls = (((1, 2, 5, 4), 2, None, 1), ((2, 1, 7, 10), 3, 2, 1), ((1, 3, 9, 12), 4, 3, 2))
    drawn = tuple(
        Case((rng.integers(-40, 5, shape), kernel), {"stride": step, "padding": pad})
        for shape, kernel, step, pad in calls
    )
    return (*drawn, Case((_far_below(rng, 1, 2, 5, 4), 3), {"stride": 2, "padding": 1}))


SIDE_BY_SIDE = (Case((EXAMPLE, 2)), Case((_maps(2, 3, 5, 7, first=3), 2)), Case((FRACTIONS, 2)))
STRIDES = (
    Case((EXAMPLE, 2), {"stride": 1}),
    Case((_maps(1, 2, 5, 8, first=11), 3), {"stride": 2}),
    Case((_maps(2, 1, 6, 8, first=20), 2), {"stride": 3}),
)
PADDING = (
    Case((-EXAMPLE - 1, 3), {"stride": 2, "padding": 1}),
    Case((_maps(1, 2, 4, 5, first=7), 2), {"padding": 1}),
    Case((_maps(2, 2, 4, 6, first=1), 3), {"stride": 2, "padding": 1}),
)

EXERCISE = Exercise(
    name="max_pool2d",
    chapter=5,
    goal="Return the largest number of each window of each map. The stride is the kernel's size unless it is given, "
    "and cells of the padding never win.",
    reference=max_pool2d,
    slipped=slipped,
    working=_working,
    shapes=pooling.shapes,
    parts=(
        Part("windows side by side", points=2, probe=SIDE_BY_SIDE, cases=_drawn_side_by_side),
        Part("windows that overlap or leave gaps", points=2, probe=STRIDES, cases=_drawn_strides),
        Part("padding", points=2, probe=PADDING, cases=_drawn_padding),
    ),
    slips=(
        Slip(
            "zeros-in-padding",
            decision="value of the padding",
            does="Your padding holds zeros, and where all numbers of a window are negative the zero wins.",
            why="A cell that is not there must never be the largest. Pad with −∞, "
            "or take the largest of the cells that lie on the map.",
            code="x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))",
            section=f"{LESSON}#Padding a maximum",
            seen="`np.pad` and `torch.nn.functional.pad` fill with zeros unless told otherwise, and so does "
            "`skimage.measure.block_reduce` with `np.max`. Behind a ReLU nobody notices: no number there is below 0.",
        ),
        Slip(
            "starts-at-zero",
            decision="maximum",
            does="Your running maximum starts at 0, so a window of negative numbers gives 0.",
            why="Start with −∞, or with the first number of the window. Starting at 0 is a ReLU that nobody asked for.",
            code="best = 0  # then: if value > best: best = value",
            section=f"{LESSON}#The largest of each window",
            seen="Running maxima in any language: it works as long as all test data are positive, as counts, prices "
            "and pixels are.",
        ),
        Slip(
            "mean-for-maximum",
            decision="maximum",
            does="You take the mean of each window, not its largest number.",
            why="A maximum keeps the strongest answer as it is; a mean weakens it by all that lies around it.",
            code="np.mean(window)",
            section=f"{LESSON}#The largest of each window",
            seen="The subsampling layers of LeNet averaged. Many drawings of LeNet show a max pool in their place.",
        ),
        Slip(
            "channels-together",
            decision="axes",
            does="You take the largest number over all channels of an image.",
            why="Each map is pooled by itself: pooling leaves the number of channels as it is.",
            code="y[n, :, i, j] = x[n, :, top : top + kernel, left : left + kernel].max()",
            section=f"{LESSON}#The largest of each window",
            seen="A convolution sums over the channels, and pooling is often told as if it were one. Maxout networks "
            "do take a maximum over channels.",
        ),
        Slip(
            "everything-together",
            decision="axes",
            does="You take the largest number over all channels of all images.",
            why="`.max()` without an axis reduces everything to one number. Each map is pooled by itself.",
            code="y[:, :, i, j] = x[:, :, top : top + kernel, left : left + kernel].max()",
            section=f"{LESSON}#The largest of each window",
            seen="`.max()`, `.sum()` and `.mean()` of NumPy and of torch all reduce everything if no axis is named.",
        ),
        *EVERYWHERE,
        Slip(
            "whole-numbers-only",
            decision="dtype",
            does="Your result holds whole numbers only.",
            why="`int` cuts off every fraction, and maps have them.",
            code="y = np.zeros((batch, channels, out_height, out_width), dtype=int)",
            section=f"{LESSON}#The largest of each window",
            seen="Arrays made for pixels of type uint8 that later receive activations: NumPy cuts without a warning.",
        ),
    ),
)
