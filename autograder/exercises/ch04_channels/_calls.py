"""Calls of a convolution layer: small designed ones, and drawn ones of growing size."""

import numpy as np

from autograder.exercise import Case

X = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
K = np.array([[1, 0], [0, 1]])
K2 = np.array([[1, 2], [0, -1]])
TWO_CHANNELS = np.array([[[[3, 1, 4, 1], [5, 9, 2, 6], [5, 3, 5, 8]], [[2, 7, 1, 8], [2, 8, 1, 8], [2, 8, 4, 5]]]])


def numbers(shape: tuple[int, ...], start: int, *, low: int = -9, count: int = 19) -> np.ndarray:
    """Make whole numbers without a pattern that a window could see: squares, and what is left of them."""
    places = np.arange(start, start + int(np.prod(shape)))
    return (low + (7 * places**2 + 3 * places) % 211 % count).reshape(shape)


# Of a height and a width, of all options and of all counts each is another, and each mistake gives another answer.
EVERYTHING = Case(
    (numbers((2, 6, 12, 18), 1, low=0, count=10), numbers((6, 2, 3, 2), 5, low=0, count=9) / 2, np.arange(1, 12, 2)),
    {"stride": (2, 3), "padding": (2, 1), "dilation": (2, 3), "groups": 3},
)
SUMS = (
    Case((X[None, None], np.array([[K], [K2]]))),
    Case((TWO_CHANNELS, np.array([[[[1, 2], [0, -1]], [[3, 0], [-2, 1]]]]))),
    Case((TWO_CHANNELS, numbers((2, 2, 2, 3), 40, low=-4, count=9), np.array([10, -3]))),
    Case((numbers((2, 3, 4, 4), 3), numbers((3, 3, 2, 2), 50), np.array([5, -7, 2]))),
)
OPTIONS = (
    Case((numbers((1, 1, 4, 7), 20, low=0, count=10), np.array([[[[1, 2, 0], [3, -1, 4]]]])), {"stride": 2}),
    Case((TWO_CHANNELS, numbers((1, 2, 2, 3), 60, low=-4, count=9), np.array([6])), {"padding": 1}),
    Case((numbers((1, 1, 5, 7), 30, low=0, count=10), np.array([[[[2, 1, -3], [0, 4, 1]]]])), {"dilation": 2}),
    Case(
        (numbers((1, 2, 7, 6), 9), numbers((2, 2, 3, 2), 17), np.array([4, -2])),
        {"stride": (2, 1), "padding": (0, 2), "dilation": (1, 2)},
    ),
    Case((numbers((2, 2, 8, 7), 11), numbers((3, 2, 3, 3), 23)), {"stride": 2, "padding": 1}),
    Case((numbers((1, 2, 11, 9), 13), numbers((2, 2, 3, 2), 31)), {"stride": 3, "padding": 2, "dilation": 2}),
)
GROUPS = (
    Case((numbers((1, 4, 3, 4), 70, low=0, count=10), numbers((4, 2, 2, 2), 80, low=-4, count=9)), {"groups": 2}),
    Case((numbers((1, 3, 4, 5), 90), numbers((3, 1, 2, 3), 95), np.array([1, -1, 8])), {"groups": 3}),
    Case((numbers((1, 6, 4, 5), 15), numbers((6, 2, 2, 3), 55)), {"groups": 3, "stride": (1, 2)}),
)
FRACTIONS = (
    Case((TWO_CHANNELS, np.array([[[[0.5, 0.25], [1.5, 0]], [[0.75, 2], [0, 0.125]]]]))),
    Case(
        (TWO_CHANNELS.astype(np.uint8), np.array([[[[0.25, 1.5], [2, 0.5]], [[0.5, 0.75], [0, 1]]]])),
        {"stride": 2, "padding": 1},
    ),
    Case(
        (
            (numbers((1, 2, 5, 4), 33) / 4).astype(np.float32),
            numbers((2, 2, 2, 3), 44, low=-4, count=9),
            np.array([0.5, -1.25]),
        ),
    ),
    EVERYTHING,
)
# Images and kernels are whole: a result of their dtype cuts the biases. Nothing is negative, so that it is the same
# whether a bias is cut alone or within its sum.
ONLY_BIASES = Case((TWO_CHANNELS, numbers((3, 2, 2, 2), 27, low=0, count=9), np.array([0.5, 1.75, 2.25])))


def drawn_sums(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw batches without options; in the last, both counts of channels and the width of the maps are the same."""
    sizes = (((1, 1, 3, 7), (3, 1, 2, 2)), ((3, 2, 4, 9), (4, 2, 3, 2)), ((2, 4, 6, 6), (4, 4, 3, 3)))
    return tuple(_drawn(rng, image, kernel) for image, kernel in sizes)


def drawn_options(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw options alone and together, as numbers and as pairs."""
    settings = (
        ((1, 1, 6, 9), (2, 1, 3, 2), {"stride": 2}),
        ((1, 3, 4, 7), (1, 3, 3, 3), {"padding": (1, 2)}),
        ((2, 2, 7, 10), (2, 2, 3, 2), {"dilation": (2, 3)}),
        ((1, 2, 9, 13), (3, 2, 2, 3), {"stride": (3, 2), "padding": (2, 1), "dilation": (1, 2)}),
        ((1, 2, 17, 20), (2, 2, 5, 3), {"stride": 2, "padding": 2, "dilation": (2, 3)}),
    )
    return tuple(_drawn(rng, image, kernel, **options) for image, kernel, options in settings)


def drawn_groups(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw channels in groups, depthwise ones among them."""
    settings = (
        ((1, 4, 3, 5), (2, 2, 2, 2), {"groups": 2}),
        ((2, 4, 5, 7), (8, 1, 3, 2), {"groups": 4, "padding": 1}),
        ((1, 9, 8, 11), (6, 3, 3, 3), {"groups": 3, "stride": 2, "padding": (1, 2), "dilation": (2, 1)}),
    )
    return tuple(_drawn(rng, image, kernel, **options) for image, kernel, options in settings)


def drawn_fractions(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw fractions: in kernels and biases, then everywhere, then in the biases alone."""
    whole, halves = rng.integers(0, 10, (2, 2, 4, 6)), rng.integers(1, 9, (3, 2, 2, 3)) / 2
    image, kernels, biases = (rng.standard_normal(shape) for shape in ((1, 3, 6, 5), (2, 3, 3, 2), (2,)))
    quarters = rng.integers(1, 9, 3) + 0.25  # which halves do not complete to a whole
    return (
        Case((whole, halves, quarters)),
        Case((image, kernels, biases), {"stride": 2, "padding": 1}),
        Case((whole, (2 * halves).astype(int), quarters), {"padding": 1}),
    )


def _drawn(rng: np.random.Generator, image: tuple[int, ...], kernel: tuple[int, ...], **options: object) -> Case:
    biases = rng.choice(np.setdiff1d(np.arange(-9, 10), [0]), kernel[0], replace=False)
    return Case((rng.integers(-9, 10, image), rng.integers(-9, 10, kernel), biases), options)
