"""The sliding dot product along a signal."""

from dataclasses import replace

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch02_convolution._sliding import (
    WHOLE_NUMBERS_ONLY_AT_EACH_STEP,
    cut_at_each_step,
    cuts_at_each_step,
)
from autograder.show import products
from helpers.convolution import xcorr1d

LESSON = "02_1_one_dimension"


def slipped(x: np.ndarray, w: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Slide ``w`` along ``x`` with a plain loop, making the mistakes asked for."""
    w = w[::-1] if "kernel-flipped" in slips else w
    size = w.size
    if "zero-padded" in slips:
        x = np.pad(x, size // 2)
    if "every-overlap" in slips:
        x = np.pad(x, size - 1)
    if "same-length" in slips:
        x = np.pad(x, (size // 2, (size - 1) // 2))
    if "wraps-around" in slips:
        x = np.concatenate([x, x[: size - 1]])
    first, last = int("first-window-missed" in slips), x.size - size + 1 - ("last-window-missed" in slips)
    y, total = [], 0
    for i in range(first, last):
        kernel = np.ones_like(w) if "kernel-ignored" in slips else w
        cells = i - np.arange(size) if "indices-subtracted" in slips else slice(i, i + size)
        terms = x[cells] * kernel
        total = (total if "total-not-reset" in slips else 0) + _total(terms, x.dtype, slips)
        y.append(total)
    if "last-window-left-empty" in slips:
        y[-1] = 0
    if "whole-numbers-only" in slips:
        return np.array(y).astype(int)
    return np.array(y).astype(x.dtype) if "fractions-cut" in slips else np.array(y)


def _total(terms: np.ndarray, dtype: np.dtype, slips: frozenset[str]) -> float:
    if cuts_at_each_step(dtype, slips):
        return cut_at_each_step(terms)
    if "mean-for-sum" in slips:
        return terms.mean()
    if "only-the-last-product" in slips:
        return terms[-1]
    return terms[:-1].sum() if "last-product-missed" in slips else terms.sum()


def _working(case: Case, index: tuple[int, ...]) -> str:
    x, w = case.args
    (i,) = index
    return f"The window x[{i}:{i + w.size}] with the kernel: {products(x[i : i + w.size], w)}"


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    return tuple(
        Case((rng.integers(-9, 10, length), rng.integers(-9, 10, size)))
        for length, size in ((5, 4), (12, 5), (60, 7), (400, 3))
    )


def _drawn_floats(rng: np.random.Generator) -> tuple[Case, ...]:
    return tuple(Case((rng.standard_normal(length), rng.standard_normal(size))) for length, size in ((9, 4), (30, 5)))


EXERCISE = Exercise(
    name="xcorr1d",
    chapter=2,
    goal="Slide the kernel w along the signal x, and return the sum of products of each window.",
    reference=xcorr1d,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "whole numbers",
            points=3,
            probe=(
                Case((np.array([3, 1, 4, 1, 5, 9, 2]), np.array([2, 0, -1]))),
                Case((np.array([2, 7, 1, 8, 2, 8]), np.array([1, 3]))),
                Case((np.array([5, -3, 6]), np.array([4, 1, 2]))),
                Case((np.array([1, 6, 1, 8, 0]), np.array([3]))),
                Case((np.array([8, 5, 9, 7, 9, 3, 2, 3]), np.array([1, -2, 3, 5]))),
            ),
            cases=_drawn,
        ),
        Part(
            "fractions",
            points=1,
            probe=(
                Case((np.array([1, 2, 4, 7, 16]), np.array([0.5, 0.25]))),
                Case((np.array([3, 5, 2, 7, 1]), np.array([0.75, 0.5]))),  # cut at each step, or at the end
                Case((np.array([0.5, 1.25, -2.5, 3.75], dtype=np.float32), np.array([2, 1]))),
            ),
            cases=_drawn_floats,
        ),
    ),
    slips=(
        Slip(
            "kernel-flipped",
            decision="orientation",
            does="You turned the kernel round before sliding it.",
            why="That is convolution as mathematics means it. What networks compute, and what is asked for here, "
            "leaves the kernel as it is.",
            code="np.sum(x[i : i + n] * w[::-1])",
            section=f"{LESSON}#The flip",
            seen="`np.convolve` and `scipy.signal.convolve` turn the kernel; `np.correlate` does not.",
        ),
        Slip(
            "indices-subtracted",
            decision="indices",
            does="You step back from cell i: x[i − u] in place of x[i + u].",
            why="The window of y[i] begins at cell i. Before the first cell Python counts from the end, so the far end "
            "of the signal gets in, and no error tells it.",
            code="x[i - u] * w[u]",
            section=f"{LESSON}#The flip",
            seen="Textbooks write convolution as Σ x[i − u]·w[u], of a signal that is 0 wherever it has no cell.",
        ),
        Slip(
            "last-window-missed",
            decision="extent",
            does="You stop one window too early.",
            why="n cells hold n − k + 1 windows of k: the last one starts at n − k, and `range` leaves its end out.",
            code="for i in range(len(x) - len(w)):",
            section=f"{LESSON}#How many windows",
            seen="Wherever a size is counted by its gaps: `range(n - k)` looks right, because the last index is n − k.",
        ),
        Slip(
            "last-window-left-empty",
            decision="extent",
            does="Your last number stays 0: the loop stops one window too early.",
            why="n cells hold n − k + 1 windows of k: the last one starts at n − k, and `range` leaves its end out.",
            code="for i in range(len(y) - 1):",
            section=f"{LESSON}#How many windows",
            seen="In code that makes an output of the right length first, and then writes the loop's end by heart.",
        ),
        Slip(
            "first-window-missed",
            decision="extent",
            does="You start with the second window.",
            why="The first window begins at the first cell, which is x[0].",
            code="for i in range(1, len(x) - len(w) + 1):",
            section=f"{LESSON}#How many windows",
            seen="Counting from 1, as in mathematics and in MATLAB, R and Julia.",
        ),
        Slip(
            "zero-padded",
            decision="extent",
            does="You added zeros at both ends of the signal.",
            why="Only windows that lie wholly inside the signal count here. Made-up zeros make up answers at the ends.",
            code="x = np.pad(x, len(w) // 2)",
            section=f"{LESSON}#How many windows",
            seen="Habit from network code: a kernel of 3 nearly always comes with `padding=1`.",
        ),
        Slip(
            "same-length",
            decision="extent",
            does="You let the window hang over the ends, so that the result is as long as the signal.",
            why="Only windows that lie wholly inside the signal count here: `mode='valid'`, not `mode='same'`.",
            code="np.correlate(x, w, mode='same')",
            section=f"{LESSON}#How many windows",
            seen="`mode='same'` in NumPy and SciPy; `scipy.ndimage.correlate1d` returns nothing else.",
        ),
        Slip(
            "every-overlap",
            decision="extent",
            does="You count every overlap of kernel and signal, also where the kernel hangs over an end.",
            why="Only windows that lie wholly inside the signal count here: `mode='valid'`, not `mode='full'`.",
            code="x = np.pad(x, len(w) - 1)",
            section=f"{LESSON}#How many windows",
            seen="`mode='full'` is the default of `np.convolve` and of `scipy.signal.correlate`.",
        ),
        Slip(
            "wraps-around",
            decision="extent",
            does="You let the window run over the end of the signal and on at its beginning.",
            why="A signal is not a ring: its last value is no neighbour of its first.",
            code="x[(i + u) % len(x)] * w[u]",
            section=f"{LESSON}#How many windows",
            seen="Convolution by the Fourier transform goes round in a circle, unless the signal is lengthened by "
            "zeros first.",
        ),
        Slip(
            "kernel-ignored",
            decision="product",
            does="You add up the windows without multiplying by the kernel.",
            why="The kernel says how much each cell counts. Without it every kernel gives the same answer.",
            code="np.sum(x[i : i + n])",
            section=f"{LESSON}#The rule",
            seen="A moving sum, or a moving average, is all that a kernel of ones can do.",
        ),
        Slip(
            "mean-for-sum",
            decision="sum",
            does="You divide by the number of cells: a mean instead of a sum.",
            why="A kernel that wants a mean has the division in its own numbers.",
            code="np.mean(x[i : i + n] * w)",
            section=f"{LESSON}#The rule",
            seen="A moving average is the first filter that most people meet, and its division stays when the kernel "
            "changes.",
        ),
        Slip(
            "last-product-missed",
            decision="sum",
            does="You leave out the last product of each window.",
            why="A kernel of k cells makes k products; `range(k - 1)` makes one too few.",
            code="for u in range(len(w) - 1):",
            section=f"{LESSON}#The rule",
            seen="The same count by gaps as with windows, one loop further in.",
        ),
        Slip(
            "only-the-last-product",
            decision="sum",
            does="Only the last product of each window is left of the sum.",
            why="The products before it are forgotten if `=` stands in the inner loop for `+=`, or if the total starts "
            "at 0 again there.",
            code="y[i] = x[i + u] * w[u]  # in the loop over u",
            section=f"{LESSON}#The rule",
            seen="In loops that were written with one assignment and meant as a sum: no error tells it.",
        ),
        Slip(
            "total-not-reset",
            decision="total",
            does="You carry the sum of one window over into the next.",
            why="Each window is added up on its own: the total starts at 0 inside the outer loop.",
            code="total = 0  # before both loops",
            section=f"{LESSON}#The rule",
            seen="In loops that were first written for a single window, and then wrapped into another loop.",
        ),
        Slip(
            "fractions-cut",
            decision="dtype",
            does="Your result has the dtype of the signal, so whole numbers in give whole numbers out.",
            why="`np.zeros_like(x)` of an integer signal makes an integer array, and that cuts off every fraction you "
            "write into it.",
            code="y = np.zeros_like(x[: len(x) - len(w) + 1])",
            section=f"{LESSON}#Numbers that fit",
            seen="`np.zeros_like` of a signal of whole numbers, such as sound samples stored as int16.",
        ),
        Slip(
            "whole-numbers-only",
            decision="dtype",
            does="Your result holds whole numbers only.",
            why="`int` cuts off every fraction, and signals and kernels have them. `np.zeros` without a dtype can hold "
            "fractions.",
            code="y = np.zeros(len(x) - len(w) + 1, dtype=int)",
            section=f"{LESSON}#Numbers that fit",
            seen="Small examples on paper have whole numbers throughout, and `int` passes all of them.",
        ),
        Slip(
            "fractions-cut-at-each-step",
            decision="sum",
            does="You add up in an array of the signal's dtype, so a whole signal cuts the sum at each step.",
            why="`np.zeros(..., dtype=x.dtype)` of an integer signal is an integer array. Cut after each product, a "
            "sum loses more than its fraction: 0.75 + 0.75 gives 0.",
            code="y[i] += x[i + u] * w[u]  # into np.zeros(..., dtype=x.dtype)",
            section=f"{LESSON}#Numbers that fit",
            seen="`np.zeros_like` of a signal of whole numbers, such as sound samples stored as int16.",
        ),
        replace(WHOLE_NUMBERS_ONLY_AT_EACH_STEP, code="y[i] += x[i + u] * w[u]  # into np.zeros(..., dtype=int)"),
    ),
)
