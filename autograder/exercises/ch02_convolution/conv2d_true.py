"""Convolution as mathematics means it: the kernel turned by 180°, then slid."""

from dataclasses import replace

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch02_convolution import _sliding as sliding
from autograder.show import products
from helpers.convolution import conv2d_true


def slipped(x: np.ndarray, k: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Turn ``k``, then slide it with plain loops, making the mistakes asked for."""
    turned = _turned(k, slips)
    if "image-turned" in slips:
        x, turned = x[::-1, ::-1], k
    above, left = k.shape[0] - 1, k.shape[1] - 1
    if "reads-before-the-start" in slips:
        x = np.roll(x, (above, left), axis=(0, 1))
    if "wraps-around" in slips:
        x = np.pad(x, ((above, 0), (left, 0)), mode="wrap")
    return sliding.slipped(x, turned, slips=slips)


def _turned(k: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "not-flipped" in slips:
        return k
    if "flipped-up-down-only" in slips:
        return k[::-1]
    if "flipped-left-right-only" in slips:
        return k[:, ::-1]
    if "transposed-for-flipped" in slips:
        return k.T
    if "counted-from-minus-zero" in slips:
        return np.roll(k[::-1, ::-1], 1, axis=(0, 1))
    quarters = 1 if "turned-by-90" in slips else 3 if "turned-by-90-clockwise" in slips else 2
    return np.rot90(k, quarters)


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
            section=f"{sliding.LESSON}#True convolution",
            seen="Every deep-learning framework: `torch.nn.Conv2d` is named after convolution, and turns nothing.",
        ),
        Slip(
            "flipped-up-down-only",
            decision="orientation",
            does="You turn the kernel upside down, and do not mirror it.",
            why="A turn by 180° reverses both axes: `k[::-1]` reverses the rows alone.",
            code="xcorr2d(x, k[::-1])",
            section=f"{sliding.LESSON}#True convolution",
            seen="`k[::-1]` reverses a 1-D kernel, and only the rows of a 2-D one.",
        ),
        Slip(
            "flipped-left-right-only",
            decision="orientation",
            does="You mirror the kernel from left to right, and do not turn it upside down.",
            why="A turn by 180° reverses both axes: `k[:, ::-1]` reverses the columns alone.",
            code="xcorr2d(x, k[:, ::-1])",
            section=f"{sliding.LESSON}#True convolution",
            seen="`np.fliplr` alone, or `k[:, ::-1]`: each does half of the turn.",
        ),
        Slip(
            "transposed-for-flipped",
            decision="orientation",
            does="You transpose the kernel instead of turning it.",
            why="A transpose mirrors the kernel at its diagonal; a half turn moves the first cell to the last place.",
            code="xcorr2d(x, k.T)",
            section=f"{sliding.LESSON}#True convolution",
            seen="Gradients of linear layers carry a transpose, and for convolutions it is often written as one too.",
        ),
        Slip(
            "turned-by-90",
            decision="orientation",
            does="You turn the kernel by a quarter only.",
            why="`np.rot90` turns by 90°; for a half turn call it with 2.",
            code="xcorr2d(x, np.rot90(k))",
            section=f"{sliding.LESSON}#True convolution",
            seen="`np.rot90(k)` turns once unless it is told `np.rot90(k, 2)`.",
        ),
        Slip(
            "turned-by-90-clockwise",
            decision="orientation",
            does="You turn the kernel by a quarter only, clockwise.",
            why="`np.rot90(k, -1)` turns by 90°; for a half turn call it with 2.",
            code="xcorr2d(x, np.rot90(k, -1))",
            section=f"{sliding.LESSON}#True convolution",
            seen="`np.rot90(k, -1)`, or `scipy.ndimage.rotate` with the wrong angle.",
        ),
        Slip(
            "image-turned",
            decision="orientation",
            does="You turn the image instead of the kernel.",
            why="The numbers are right and lie in the wrong places: the whole output comes out turned as well.",
            code="xcorr2d(x[::-1, ::-1], k)",
            section=f"{sliding.LESSON}#True convolution",
            seen="Convolution is symmetric in its two inputs; a result cut to valid windows, read in the image's "
            "order, is not.",
        ),
        Slip(
            "counted-from-minus-zero",
            decision="orientation",
            does="You turn the kernel and move it on by a row and a column: its first cell stays the first.",
            why="Negative indices count from the end: `k[-0]` is `k[0]`, and the last is `k[-1]`. So k[-u, -v] is no "
            "turn, and k[-1 - u, -1 - v] is.",
            code="y[i, j] += x[i + u, j + v] * k[-u, -v]",
            section=f"{sliding.LESSON}#True convolution",
            seen="In mathematics k(−u, −v) is the turned kernel, if the kernel's middle is k(0, 0).",
        ),
        Slip(
            "reads-before-the-start",
            decision="extent",
            does="Your windows reach back over the first row and column, and read on at the image's other end.",
            why="For y[0, 0] the indices of x[i - u, j - v] fall below 0, and those count from the end: `x[-1]` is the "
            "last row. Begin where the window lies inside: x[i + height - 1 - u, j + width - 1 - v].",
            code="y[i, j] += x[i - u, j - v] * k[u, v]",
            section=f"{sliding.LESSON}#True convolution",
            seen="Textbooks write Σ x[i − u]·k[u] for signals that have no beginning.",
        ),
        Slip(
            "wraps-around",
            decision="extent",
            does="You make the result as large as the image, and read on at its other end where the window hangs over.",
            why="An image is not a ring: its last row is no neighbour of its first. Only windows that lie wholly "
            "inside the image count here. Negative indices go round without an error: `x[-1]` is the last row.",
            code="y[i, j] += x[i - u, j - v] * k[u, v]  # into np.zeros(x.shape)",
            section=f"{sliding.LESSON}#True convolution",
            seen="Convolution by the Fourier transform goes round in a circle, unless the image is enlarged by zeros "
            "first.",
        ),
        sliding.EVERY_OVERLAP,
        sliding.ZERO_PADDED,
        sliding.SAME_SIZE,
        sliding.LAST_WINDOW_MISSED,
        sliding.LAST_WINDOW_LEFT_EMPTY,
        sliding.MEAN_FOR_SUM,
        sliding.FRACTIONS_CUT,
        sliding.WHOLE_NUMBERS_ONLY,
        replace(
            sliding.FRACTIONS_CUT_AT_EACH_STEP,
            code="y[i, j] += x[i + u, j + v] * turned[u, v]  # into np.zeros(..., dtype=x.dtype)",
        ),
        replace(
            sliding.WHOLE_NUMBERS_ONLY_AT_EACH_STEP,
            code="y[i, j] += x[i + u, j + v] * turned[u, v]  # into np.zeros(..., dtype=int)",
        ),
    ),
)
