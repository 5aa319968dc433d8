"""What `xcorr2d_strided` is judged by: loops that slip, calls, and shapes after slips of the size formula."""

import numpy as np

from autograder.exercise import Case
from autograder.exercises.ch03_stride import _sizing as sizing
from autograder.exercises.ch03_stride import out_size
from autograder.show import products

Pair = tuple[int, int]
DEFAULTS = {"stride": 1, "padding": 0, "dilation": 1}
X = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
K2 = np.array([[1, 2], [0, -1]])


def slipped(
    x: np.ndarray,
    k: np.ndarray,
    *,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    slips: frozenset[str] = frozenset(),
) -> np.ndarray:
    """Slide ``k`` over ``x`` with plain loops, making the mistakes asked for."""
    k = _turned(k, slips)
    padded = _padded(x, padding, slips)
    steps, gaps = _steps(_pair(stride, slips), slips), _gaps(_pair(dilation, slips), slips)
    if "image-thinned-by-stride" in slips:
        padded, steps = padded[:: steps[0], :: steps[1]], (1, 1)
    if "image-thinned-by-dilation" in slips:
        padded, gaps = padded[:: gaps[0], :: gaps[1]], (1, 1)
    if "stride-and-dilation-swapped" in slips:
        steps, gaps = gaps, steps
    spans = [gap * (cells - 1) + 1 for gap, cells in zip(gaps, k.shape, strict=True)]
    rows, columns = (_count(padded.shape[a] - spans[a], steps[a], slips) for a in range(2))
    if "dilation-in-size-only" in slips:
        spans, gaps = k.shape, (1, 1)
    y = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = (i, j) if "start-not-strided" in slips else (i * steps[0], j * steps[1])
            terms = padded[top : top + spans[0] : gaps[0], left : left + spans[1] : gaps[1]] * k
            y[i, j] = _sum(terms, x.dtype, slips)
    if "output-padded" in slips:
        p, q = _pair(padding, slips)
        y = np.pad(y, ((p, p), (q, q)))
    y = y.astype(int) if "whole-numbers-only" in slips else y
    y = y.astype(x.dtype) if "fractions-cut" in slips else y
    return y.T if "output-transposed" in slips else y


def _count(room: int, step: int, slips: frozenset[str]) -> int:
    if "range-stops-early" in slips:
        return len(range(0, room, step))
    return room // step + 1 - ("last-window-missed" in slips)


def _sum(terms: np.ndarray, dtype: np.dtype, slips: frozenset[str]) -> float:
    if "mean-for-sum" in slips:
        return terms.mean()
    if "only-the-last-product" in slips:
        return terms[-1, -1]
    whole = "fractions-cut-at-each-step" in slips and dtype.kind in "iu"
    if not whole and "whole-numbers-only-at-each-step" not in slips:
        return terms.sum()
    total = 0
    for term in terms.ravel():
        total = int(total + term)
    return total


def _pair(option: int | Pair, slips: frozenset[str]) -> Pair:
    if isinstance(option, int):
        return option, option
    height, width = option
    if "pairs-as-width-and-height" in slips:
        return width, height
    return (height, height) if "first-of-a-pair-for-both" in slips else (height, width)


def _steps(steps: Pair, slips: frozenset[str]) -> Pair:
    if "stride-ignored" in slips:
        return 1, 1
    return (steps[0] + 1, steps[1] + 1) if "skips-s" in slips else steps


def _gaps(gaps: Pair, slips: frozenset[str]) -> Pair:
    if "dilation-ignored" in slips:
        return 1, 1
    return (gaps[0] + 1, gaps[1] + 1) if "dilation-counts-gaps" in slips else gaps


def _turned(k: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "kernel-flipped" in slips:
        return k[::-1, ::-1]
    return k.T if "kernel-transposed" in slips else k


def _padded(x: np.ndarray, padding: int | Pair, slips: frozenset[str]) -> np.ndarray:
    p, q = _pair(padding, slips)
    if "padding-ignored" in slips or "output-padded" in slips:
        return x
    if "pair-as-before-and-after" in slips and not isinstance(padding, int):
        return np.pad(x, (p, q))
    if "padding-before-only" in slips:
        return np.pad(x, ((p, 0), (q, 0)))
    if "padding-after-only" in slips:
        return np.pad(x, ((0, p), (0, q)))
    mode = "edge" if "border-repeated" in slips else "constant"
    return np.pad(x, ((p, p), (q, q)), mode=mode)


def _options(case: Case) -> dict[str, Pair]:
    given = {**DEFAULTS, **case.options}
    return {name: (value, value) if isinstance(value, int) else value for name, value in given.items()}


def working(case: Case, index: Pair) -> str:
    """Write the products of the window of one output cell."""
    (x, k), options = case.args, _options(case)
    (p, q), (i, j), (gap, gap_across) = options["padding"], index, options["dilation"]
    padded = np.pad(x, ((p, p), (q, q)))
    top, left = i * options["stride"][0], j * options["stride"][1]
    rows = top + np.arange(k.shape[0]) * gap
    columns = left + np.arange(k.shape[1]) * gap_across
    image = "x" if not p and not q else "the padded x"
    return (
        f"Its window starts at row {i}·{options['stride'][0]} = {top} and column {j}·{options['stride'][1]} = {left} "
        f"of {image} and reads the rows {_listed(rows)} and the columns {_listed(columns)}: "
        f"{products(padded[np.ix_(rows, columns)], k)}"
    )


def _listed(places: np.ndarray) -> str:
    return ", ".join(map(str, places.tolist()))


def shapes(case: Case) -> dict[str, Pair]:
    """Return the shapes after slips of the size formula, each under what is said of the slip."""
    (x, k), options, told = case.args, _options(case), {}
    for slip in out_size.EXERCISE.slips:
        sizes = [
            sizing.slipped(
                x.shape[axis],
                k.shape[axis],
                **{name: value[axis] for name, value in options.items()},
                slips=frozenset({slip.name}),
            )
            for axis in range(2)
        ]
        if slip.name != "not-rounded":
            told[f"In the size of your result: {slip.does[0].lower()}{slip.does[1:]}"] = (sizes[0], sizes[1])
    rows = sizing.slipped(x.shape[0], k.shape[0], **{name: value[0] for name, value in options.items()})
    told["Your result is square: its width comes from the image's height."] = (rows, rows)
    return told


def _drawn(rng: np.random.Generator, calls: tuple[tuple[Pair, Pair, dict], ...]) -> tuple[Case, ...]:
    return tuple(
        Case((rng.integers(-9, 10, image), rng.integers(-9, 10, kernel)), options) for image, kernel, options in calls
    )


def drawn_strides(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw images for strides alone."""
    calls = (((5, 8), (2, 3), {"stride": 2}), ((10, 7), (3, 2), {"stride": 3}), ((24, 21), (4, 3), {"stride": 4}))
    return _drawn(rng, calls)


def drawn_paddings(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw images for paddings, with and without a stride."""
    calls = (((4, 6), (3, 2), {"padding": 2}), ((9, 12), (2, 4), {"padding": 1, "stride": 2}))
    return _drawn(rng, calls)


def drawn_dilations(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw images and kernels for dilations."""
    calls = (((9, 8), (3, 2), {"dilation": 2}), ((11, 14), (2, 3), {"dilation": 3}))
    return _drawn(rng, calls)


def drawn_pairs(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw calls with one number for each axis, and fractions."""
    calls = (
        ((9, 7), (2, 3), {"stride": (1, 2), "padding": (2, 1), "dilation": (3, 1)}),
        ((13, 17), (3, 2), {"stride": (3, 2), "padding": (0, 1), "dilation": (1, 2)}),
        ((20, 22), (3, 4), {"stride": 2, "padding": 2, "dilation": 2}),
    )
    x, k = rng.standard_normal((8, 11)), rng.standard_normal((3, 3))
    return (*_drawn(rng, calls), Case((x, k), {"stride": 2, "padding": 1}))


IMAGE = np.array([[3, 1, 4, 1, 5, 9], [2, 6, 5, 3, 5, 8], [9, 7, 9, 3, 2, 3], [8, 4, 6, 2, 6, 4], [3, 3, 8, 3, 2, 7]])
# Large enough for every known mistake, so that none of them raises where another way to write it returns nothing.
TALL = np.array([[2, 7, 1], [8, 2, 8], [1, 8, 2], [8, 4, 5], [9, 0, 4], [5, 2, 3], [5, 3, 6]])
LARGE = np.arange(63).reshape(9, 7) * 5 % 11 - np.arange(7)
WIDE_KERNEL = np.array([[1, -2, 3], [0, 4, 5]])
TALL_KERNEL = np.array([[2, 1], [-1, 3], [5, -4]])
STRIDES = (
    Case((X, K2)),
    Case((X, K2), {"stride": 2}),
    Case((IMAGE, WIDE_KERNEL), {"stride": 2}),
    Case((LARGE, TALL_KERNEL), {"stride": 3}),
)
PADDINGS = (
    Case((X, K2), {"padding": 1}),
    Case((TALL, WIDE_KERNEL), {"padding": 2}),
    Case((IMAGE, TALL_KERNEL), {"padding": 1, "stride": 2}),
)
DILATIONS = (
    Case((LARGE, K2), {"dilation": 2}),
    Case((LARGE, TALL_KERNEL), {"dilation": 2}),
    Case((LARGE, np.array([[1, 3], [-2, 5]])), {"dilation": 2, "stride": 3}),
)
PAIRS = (
    Case((LARGE, WIDE_KERNEL), {"stride": (2, 1), "padding": (0, 1), "dilation": (3, 2)}),
    Case((TALL, TALL_KERNEL), {"stride": (1, 2), "padding": (2, 1), "dilation": (2, 1)}),
    Case((IMAGE, np.array([[0.5, 0.25], [-1.5, 0.75]])), {"stride": (2, 3), "padding": 1}),
    Case((LARGE / 4, np.array([[0.5, 2.0, -1.25]])), {"dilation": (1, 2)}),
    Case((IMAGE / 4, TALL_KERNEL), {"stride": (1, 2)}),  # a result of the kernel's dtype cuts it
)
