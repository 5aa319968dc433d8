"""Convolution as mathematics means it: the kernel turned by 180°, then slid."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch02_convolution import xcorr2d as sliding
from autograder.show import products
from helpers.convolution import conv2d_true

LESSON = "02_2_two_dimensions"


def slipped(x: np.ndarray, k: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Turn ``k``, then slide it with plain loops, making the mistakes asked for."""
    turned = _turned(k, slips)
    if "image-turned" in slips:
        x, turned = x[::-1, ::-1], k
    if "every-overlap" in slips:
        x = np.pad(x, ((k.shape[0] - 1,) * 2, (k.shape[1] - 1,) * 2))
    passed_on = {"mean-for-sum", "last-window-missed", "zero-padded", "fractions-cut"}
    return sliding.slipped(x, turned, slips=slips & passed_on)


def _turned(k: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "not-flipped" in slips:
        return k
    if "flipped-up-down-only" in slips:
        return k[::-1]
    if "flipped-left-right-only" in slips:
        return k[:, ::-1]
    if "transposed-for-flipped" in slips:
        return k.T
    return np.rot90(k) if "turned-by-90" in slips else k[::-1, ::-1]


def _working(case: Case, index: tuple[int, ...]) -> str:
    x, k = case.args
    (i, j), (height, width) = index, k.shape
    window = x[i : i + height, j : j + width]
    told = products(window, k[::-1, ::-1])
    return f"The window x[{i}:{i + height}, {j}:{j + width}] with the turned kernel: {told}"


EXERCISE = Exercise(
    name="conv2d_true",
    chapter=2,
    goal="Turn the kernel k by 180°, then slide it over the image x: true convolution.",
    reference=conv2d_true,
    slipped=slipped,
    working=_working,
    parts=(
        Part("the running example", points=1, probe=sliding.RUNNING_EXAMPLE),
        Part("images and kernels of any shape", points=1, probe=sliding.SHAPES, cases=sliding.drawn),
        Part("fractions", points=1, probe=sliding.FRACTIONS, cases=sliding.drawn_fractions),
    ),
    slips=(
        Slip(
            "not-flipped",
            decision="orientation",
            does="You slide the kernel without turning it.",
            why="That is cross-correlation. With K nobody sees the difference, because K is its own turn; with K₂ all "
            "do.",
            code="xcorr2d(x, k)",
            section=f"{LESSON}#true-convolution",
        ),
        Slip(
            "flipped-up-down-only",
            decision="orientation",
            does="You turn the kernel upside down, and do not mirror it.",
            why="A turn by 180° reverses both axes: `k[::-1]` reverses the rows alone.",
            code="xcorr2d(x, k[::-1])",
            section=f"{LESSON}#true-convolution",
        ),
        Slip(
            "flipped-left-right-only",
            decision="orientation",
            does="You mirror the kernel from left to right, and do not turn it upside down.",
            why="A turn by 180° reverses both axes: `k[:, ::-1]` reverses the columns alone.",
            code="xcorr2d(x, k[:, ::-1])",
            section=f"{LESSON}#true-convolution",
        ),
        Slip(
            "transposed-for-flipped",
            decision="orientation",
            does="You transpose the kernel instead of turning it.",
            why="A transpose mirrors the kernel at its diagonal; a half turn moves the first cell to the last place.",
            code="xcorr2d(x, k.T)",
            section=f"{LESSON}#true-convolution",
        ),
        Slip(
            "turned-by-90",
            decision="orientation",
            does="You turn the kernel by a quarter only.",
            why="`np.rot90` turns by 90°; for a half turn call it with 2.",
            code="xcorr2d(x, np.rot90(k))",
            section=f"{LESSON}#true-convolution",
        ),
        Slip(
            "image-turned",
            decision="orientation",
            does="You turn the image instead of the kernel.",
            why="The numbers are right and lie in the wrong places: the whole output comes out turned as well.",
            code="xcorr2d(x[::-1, ::-1], k)",
            section=f"{LESSON}#true-convolution",
        ),
        Slip(
            "every-overlap",
            decision="extent",
            does="You count every overlap of kernel and image, also where the kernel hangs over the edge.",
            why="That is `mode='full'`. Here only windows that lie wholly inside the image count: `mode='valid'`.",
            code="x = np.pad(x, k.shape[0] - 1)",
            section=f"{LESSON}#true-convolution",
        ),
        Slip(
            "zero-padded",
            decision="extent",
            does="You added zeros around the image.",
            why="Only windows that lie wholly inside the image count here. Padding is a choice of its own: chapter 3.",
            code="x = np.pad(x, k.shape[0] // 2)",
            section=f"{LESSON}#one-cell-at-a-time",
        ),
        Slip(
            "last-window-missed",
            decision="extent",
            does="You stop one window too early along both axes.",
            why="n cells hold n − k + 1 windows of k cells, and `range` leaves its end out.",
            code="for i in range(x.shape[0] - k.shape[0]):",
            section=f"{LESSON}#one-cell-at-a-time",
        ),
        Slip(
            "mean-for-sum",
            decision="sum",
            does="You divide by the number of cells: a mean instead of a sum.",
            why="A kernel that wants a mean, such as a blur, has the division in its own numbers.",
            code="np.mean(window * k[::-1, ::-1])",
            section=f"{LESSON}#one-cell-at-a-time",
        ),
        Slip(
            "fractions-cut",
            decision="dtype",
            does="Your result has the dtype of the image, so whole numbers in give whole numbers out.",
            why="`np.zeros(..., dtype=x.dtype)` of an integer image is an integer array, and that cuts off every "
            "fraction you write into it.",
            code="y = np.zeros((out_height, out_width), dtype=x.dtype)",
            section=f"{LESSON}#one-cell-at-a-time",
        ),
    ),
)
