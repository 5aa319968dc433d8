"""Blur, then skip: a pooling that a shift upsets less."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch06_equivariance._shifting import CHANNELS, IMAGES, SMALL
from autograder.show import number
from helpers.equivariance import blur_pool2d

SECTION = "06_1_equivariance#Blur before you skip"
STRIDE = "06_1_equivariance#Stride breaks it"
BINOMIAL = (1, 2, 1)
BORDERS = {"zeros-beyond": "constant", "border-repeated": "edge", "opposite-side": "wrap"}
DIVISORS = {"not-divided": 1, "divided-by-9": 9, "divided-by-4": 4, "divided-by-8": 8}
FRACTIONS = np.array([[[[0.5, 1.25, -2], [3, 0.75, 8], [1.5, -6, 2.25], [4, 2, -0.5]]]])


def slipped(x: np.ndarray, *, stride: int = 2, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Blur and skip, making the mistakes asked for."""
    start = 1 if "starts-at-one" in slips else 0
    step = {"stride-ignored": 2, "nothing-skipped": 1}.get(next(iter(slips & _STEPS), ""), stride)
    kept = (..., slice(start, None, step), slice(start, None, 1 if "rows-only-skipped" in slips else step))
    early = "skipped-before-blurring" in slips
    y = _blurred(x[kept], slips) if early else _blurred(x, slips)[kept]
    y = y.sum(axis=1, keepdims=True) if "channels-added" in slips else y
    return y.astype(x.dtype) if "fractions-cut" in slips else y


_STEPS = {"stride-ignored", "nothing-skipped"}


def _blurred(x: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "not-blurred" in slips:
        return x.astype(float)
    weights = (1, 1, 1) if "box-for-binomial" in slips else BINOMIAL
    down = (0, 1, 0) if "columns-only-blurred" in slips else weights
    kernel = np.outer(down, (0, 1, 0) if "rows-only-blurred" in slips else weights).astype(float)
    divisor = next((DIVISORS[slip] for slip in DIVISORS if slip in slips), kernel.sum())
    x = _padded(x, slips)
    height, width = x.shape[-2] - 2, x.shape[-1] - 2
    total = np.zeros((*x.shape[:2], height, width))
    for i in range(3):
        for j in range(3):
            total += kernel[i, j] * x[..., i : i + height, j : j + width]
    return total / divisor


def _padded(x: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "no-border" in slips:
        return x
    mode = next((BORDERS[slip] for slip in BORDERS if slip in slips), "reflect")
    return np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), mode=mode)


def _working(case: Case, index: tuple[int, ...]) -> str:
    (x,), stride = case.args, case.options.get("stride", 2)
    n, c, i, j = index
    padded = np.pad(x[n, c], 1, mode="reflect")
    top, left = i * stride, j * stride
    window = padded[top : top + 3, left : left + 3]
    rows = [f"{number(row @ BINOMIAL)}" for row in window.astype(float)]
    total = np.array(BINOMIAL) @ window.astype(float) @ BINOMIAL
    return (
        f"It is the blurred cell [{top}, {left}]. Around it lie {window.tolist()}; by rows, with 1, 2, 1, that is "
        f"{', '.join(rows)}; then 1·({rows[0]}) + 2·({rows[1]}) + 1·({rows[2]}) = {number(total)}, "
        f"and {number(total)} / 16 = {number(total / 16)}."
    )


def _shapes(case: Case) -> dict[str, tuple[int, ...]]:
    """Return the shapes after slips, each under what is said of it."""
    (x,), stride = case.args, case.options.get("stride", 2)
    (*front, height, width) = x.shape
    return {
        "You round down: with stride 2, rows 0, 2 and 4 of five rows are kept, which is half of them rounded up.": (
            *front,
            height // stride,
            width // stride,
        ),
        "You keep a last row and column that the stride steps over.": (
            *front,
            height // stride + 1,
            width // stride + 1,
        ),
    }


def _drawn(rng: np.random.Generator, sizes: tuple[tuple[int, ...], ...], *strides: int) -> tuple[Case, ...]:
    whole = [Case((rng.integers(-9, 30, size),), {"stride": stride}) for size in sizes for stride in strides]
    return (*whole, Case((rng.normal(0, 3, sizes[-1]),), {"stride": strides[-1]}))


EXERCISE = Exercise(
    name="blur_pool2d",
    chapter=6,
    goal="Blur each map with the binomial kernel, then keep every stride-th row and column, the first among them.",
    reference=blur_pool2d,
    slipped=slipped,
    working=_working,
    shapes=_shapes,
    parts=(
        Part(
            "stride 1, the blur alone",
            points=2,
            probe=(
                Case((SMALL,), {"stride": 1}),
                Case((IMAGES,), {"stride": 1}),
                Case((FRACTIONS,), {"stride": 1}),
            ),
            cases=lambda rng: _drawn(rng, ((1, 1, 3, 5), (2, 3, 5, 4), (2, 2, 9, 7)), 1),
        ),
        Part(
            "larger strides",
            points=2,
            probe=(
                Case((SMALL,)),
                Case((CHANNELS[..., :5, :7],)),
                Case((CHANNELS,), {"stride": 3}),
                Case((FRACTIONS,), {"stride": 2}),
            ),
            cases=lambda rng: _drawn(rng, ((1, 2, 5, 7), (2, 3, 6, 9), (1, 2, 12, 10)), 2, 3),
        ),
    ),
    slips=(
        Slip(
            "not-blurred",
            decision="blur",
            does="You skip rows and columns without a blur.",
            why="Then a detail one cell wide is kept or lost, by whether it stands on an even row. The blur spreads it "
            "over its neighbours first.",
            code="return x[:, :, ::stride, ::stride].astype(float)",
            section=SECTION,
            seen="Every convolution and pooling with a stride skips so: that is why they are upset by shifts.",
        ),
        Slip(
            "box-for-binomial",
            decision="weights",
            does="You blur with nine equal weights, and the binomial kernel is asked for.",
            why="1, 2, 1 wipes out a pattern that alternates from cell to cell: 1·1 − 2·1 + 1·1 = 0. Equal weights "
            "leave 1 − 1 + 1 = 1 of it, divided by 3.",
            code="kernel = np.ones((3, 3)) / 9",
            section=SECTION,
            seen="A box blur is the first that comes to mind, and an average pool is one.",
        ),
        Slip(
            "columns-only-blurred",
            decision="weights",
            does="You blur from left to right only.",
            why="A shift by one row would then do the same harm as before: blur along both axes.",
            code="y = (x[..., :-2] + 2 * x[..., 1:-1] + x[..., 2:]) / 4",
            section=SECTION,
            seen="The kernel is written as [1, 2, 1], which is one axis of it; the other is easily forgotten.",
        ),
        Slip(
            "rows-only-blurred",
            decision="weights",
            does="You blur from top to bottom only.",
            why="A shift by one column would then do the same harm as before: blur along both axes.",
            code="y = (x[:, :, :-2] + 2 * x[:, :, 1:-1] + x[:, :, 2:]) / 4",
            section=SECTION,
            seen="The kernel is written as [1, 2, 1], which is one axis of it; the other is easily forgotten.",
        ),
        Slip(
            "not-divided",
            decision="divisor",
            does="You do not divide by the sum of the kernel's weights.",
            why="They add up to 16, so flat areas come out 16 times as bright.",
            code="kernel = np.outer([1, 2, 1], [1, 2, 1])",
            section=SECTION,
            seen="Kernels are often given in whole numbers, and their factor in front is not copied along.",
        ),
        Slip(
            "divided-by-9",
            decision="divisor",
            does="You divide by the number of weights, and it should be by their sum.",
            why="Nine weights add up to 16. Divided by 9, a flat area of 9 comes out as 16.",
            code="np.outer([1, 2, 1], [1, 2, 1]) / 9",
            section=SECTION,
            seen="With the box blur, whose nine weights of 1 add up to 9.",
        ),
        Slip(
            "divided-by-4",
            decision="divisor",
            does="You divide by 4, which is the sum of 1, 2, 1 along one axis.",
            why="Along both axes the sums multiply: 4 · 4 = 16.",
            code="np.outer([1, 2, 1], [1, 2, 1]) / 4",
            section=SECTION,
            seen="Where a kernel along one axis is made into one along two, with its factor taken along once.",
        ),
        Slip(
            "divided-by-8",
            decision="divisor",
            does="You divide by 8, the sum of both rows of weights, 4 + 4.",
            why="The kernel is a product, so the sums multiply: 4 · 4 = 16.",
            code="np.outer([1, 2, 1], [1, 2, 1]) / 8",
            section=SECTION,
            seen="Where the two passes are thought of as added, and not as one after the other.",
        ),
        Slip(
            "zeros-beyond",
            decision="border",
            does="You put zeros beyond the border.",
            why="Then border cells lose a quarter of their weight, and corners 7 of 16: a dark frame. The mirror keeps "
            "flat areas flat.",
            code="np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))",
            section=SECTION,
            seen="The default of `np.pad` and of every convolution layer.",
        ),
        Slip(
            "border-repeated",
            decision="border",
            does="You repeat the border cell beyond the border.",
            why="The mirror stands *on* the outermost cell (reflect): beyond it comes the second one. NumPy calls "
            "yours `edge`, or `symmetric`.",
            code='np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), mode="edge")',
            section=SECTION,
            seen="What is called “reflect” in `scipy.ndimage` repeats the border cell; what NumPy and torch call so "
            "does not.",
        ),
        Slip(
            "opposite-side",
            decision="border",
            does="You let the opposite side stand beyond the border.",
            why="That is for images that go round, and makes the tests of this chapter exact. Here a mirror is asked "
            "for.",
            code='np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), mode="wrap")',
            section=SECTION,
            seen="With `np.roll`, and with blurs by Fourier transform.",
        ),
        Slip(
            "no-border",
            decision="border",
            does="You blur only where the kernel fits, so a row and a column are lost on each side.",
            why="With stride 1 the map is to keep its size. One mirrored cell on each side makes the room.",
            code="y = windows(x, 3)  # without padding",
            section=SECTION,
            seen="In plain code for a window that slides, which ends where the image does.",
        ),
        Slip(
            "skipped-before-blurring",
            decision="order",
            does="You skip first and blur then.",
            why="What has been skipped is lost, and no blur brings it back: the cells that are left have not been "
            "mixed with those beside them.",
            code="blur(x[:, :, ::stride, ::stride])",
            section=SECTION,
            seen="Aliasing: a signal must be smoothed *before* it is sampled; afterwards it is too late.",
        ),
        Slip(
            "stride-ignored",
            decision="stride",
            does="You always keep every second cell, whatever the stride is.",
            why="`stride` says which are kept: every third with stride 3, and all of them with stride 1.",
            code="return y[:, :, ::2, ::2]",
            section=STRIDE,
            seen="Wherever an argument is accepted and then not looked at; its default, 2, never shows it.",
        ),
        Slip(
            "nothing-skipped",
            decision="stride",
            does="You blur and keep every cell.",
            why="It is a pooling: of all cells every `stride`-th is kept, so that the map gets smaller.",
            code="return y",
            section=STRIDE,
            seen="In image editors, where a blur changes no size.",
        ),
        Slip(
            "rows-only-skipped",
            decision="stride",
            does="You skip rows, and keep every column.",
            why="The stride holds along both axes: `y[:, :, ::stride, ::stride]`.",
            code="return y[:, :, ::stride]",
            section=STRIDE,
            seen="In code for signals, which have one axis.",
        ),
        Slip(
            "starts-at-one",
            decision="start",
            does="You leave out the first row and column and begin with the next.",
            why="Which of the cells are kept is agreed on: those at 0, stride, 2·stride and so on.",
            code="return y[:, :, 1::stride, 1::stride]",
            section=STRIDE,
            seen="Where a padding is on one side only, the windows begin elsewhere: libraries do not agree on this.",
        ),
        Slip(
            "channels-added",
            decision="channels",
            does="You add up the channels.",
            why="A pooling treats each map by itself: as many channels come out as went in.",
            code="conv2d(x, kernel repeated for each channel)",
            section=SECTION,
            seen="A convolution layer does add up its input channels; it takes `groups=channels` to blur each by "
            "itself.",
        ),
        Slip(
            "fractions-cut",
            decision="dtype",
            does="Your result has the dtype of the maps, so whole numbers in give whole numbers out.",
            why="Sixteenths are fractions. `np.zeros_like(x)` of whole numbers holds whole numbers and cuts off the "
            "rest.",
            code="y = np.zeros_like(x)",
            section=SECTION,
            seen="`np.zeros_like` and `np.empty_like` take over the dtype of what they are given.",
        ),
    ),
)
