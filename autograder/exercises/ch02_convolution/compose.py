"""Two kernels, one after the other, as one."""

from dataclasses import replace

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch02_convolution._sliding import K2, WHOLE_NUMBERS_ONLY, K, cuts_at_each_step
from autograder.show import number
from helpers.convolution import compose

LESSON = "02_2_two_dimensions"


_INSTEAD = {
    "added": lambda k1, k2: k1 + k2,
    "multiplied": lambda k1, k2: k1 * k2,
    "matrix-product": lambda k1, k2: k1 @ k2,
    "kronecker": lambda k1, k2: np.kron(k1, k2),
    "kronecker-the-other-way": lambda k1, k2: np.kron(k2, k1),
}


def slipped(k1: np.ndarray, k2: np.ndarray, *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Add up moved copies of ``k1``, making the mistakes asked for."""
    for name in slips & _INSTEAD.keys():
        return _INSTEAD[name](k1, k2)
    if "second-turned" in slips:
        k2 = k2[::-1, ::-1]
    if "first-turned" in slips:
        k1 = k1[::-1, ::-1]
    first, second, cut = k1.shape, k2.shape, cuts_at_each_step(k1.dtype, slips)
    if "copies-of-the-second-overwrite" in slips:
        k1, k2 = k2, k1
    overwrite = slips & {"copies-overwrite", "copies-of-the-second-overwrite"}
    k = np.zeros(np.add(k1.shape, k2.shape), dtype=np.result_type(k1, k2))
    for (u, v), value in np.ndenumerate(k2):
        place = (slice(u, u + k1.shape[0]), slice(v, v + k1.shape[1]))
        added = value * k1 if overwrite else k[place] + value * k1
        k[place] = np.trunc(added) if cut else added
    k = k if "one-too-large" in slips else k[:-1, :-1]
    if "cut-to-the-first" in slips:
        top, left = (second[0] - 1) // 2, (second[1] - 1) // 2
        k = k[top : top + first[0], left : left + first[1]]
    k = k.astype(int) if "whole-numbers-only" in slips else k
    return k[::-1, ::-1] if "result-turned" in slips else k


def _working(case: Case, index: tuple[int, ...]) -> str:
    k1, k2 = case.args
    i, j = index
    terms = [
        f"{number(k1[i - u, j - v])}·{number(value)}"
        for (u, v), value in np.ndenumerate(k2)
        if 0 <= i - u < k1.shape[0] and 0 <= j - v < k1.shape[1]
    ]
    return f"Σ k1[{i} − u, {j} − v]·k2[u, v] = {' + '.join(terms)} = {number(compose(k1, k2)[index])}"


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    sizes = (((2, 3), (3, 2)), ((4, 3), (2, 5)), ((5, 5), (3, 3)))
    return tuple(Case((rng.integers(-9, 10, first), rng.integers(-9, 10, second))) for first, second in sizes)


_SAME_SHAPE = (np.array([[1, 2, 0], [3, -1, 4], [2, 5, 1]]), np.array([[2, 1, 3], [0, 4, -1], [1, 0, 6]]))

EXERCISE = Exercise(
    name="compose",
    chapter=2,
    goal="Return the one kernel that does to every image what k1 does, followed by k2.",
    reference=compose,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "the running example",
            points=1,
            probe=(Case((K, K2)), Case((K2, np.array([[3, 1], [0, 2]]))), Case(_SAME_SHAPE)),
        ),
        Part(
            "kernels of any shape",
            points=2,
            probe=(
                Case((np.array([[1, -2, 3], [0, 4, 5]]), np.array([[2, 1], [-1, 3], [5, 0]]))),
                Case((np.array([[1, 2], [3, 4], [0, -5]]), np.array([[2, 0, 1, 7], [-3, 6, 1, 4]]))),
                Case((np.array([[2, -1, 7]]), np.array([[3], [5]]))),
                # Without negative numbers, what is cut at each step is the same in any order.
                Case((np.array([[0.5, 0.25], [1.5, 1.0]]), np.array([[4, 1, 3]]))),
                Case((np.array([[3, 1], [2, 5]]), np.array([[0.5], [0.75], [1.25]]))),
            ),
            cases=_drawn,
        ),
    ),
    slips=(
        Slip(
            "second-turned",
            decision="turn",
            does="You slid k2 over k1 without turning it, so k2 ends up turned in the result.",
            why="Two cross-correlations in a row make a *true* convolution of their kernels: one of the two has to be "
            "turned as it slides over the other.",
            code="xcorr2d(np.pad(k1, k2.shape[0] - 1), k2)",
            section=f"{LESSON}#Two kernels are one",
            seen="`scipy.signal.correlate2d(k1, k2)` looks like the tool for cross-correlations; composing two takes "
            "`convolve2d`.",
        ),
        Slip(
            "first-turned",
            decision="turn",
            does="You slid k1 over k2 without turning it, so k1 ends up turned in the result.",
            why="Two cross-correlations in a row make a *true* convolution of their kernels: one of the two has to be "
            "turned as it slides over the other.",
            code="xcorr2d(np.pad(k2, k1.shape[0] - 1), k1)",
            section=f"{LESSON}#Two kernels are one",
            seen="`scipy.signal.correlate2d(k2, k1)`: the turn then falls on the other kernel.",
        ),
        Slip(
            "result-turned",
            decision="turn",
            does="Your result is turned by 180°.",
            why="Nothing is to be turned at the end: k[0, 0] is k1[0, 0]·k2[0, 0].",
            code="return k[::-1, ::-1]",
            section=f"{LESSON}#Two kernels are one",
            seen="In code that turns both kernels before composing them, to be on the safe side.",
        ),
        Slip(
            "added",
            decision="operation",
            does="You added the two kernels.",
            why="The sum of two kernels does both *side by side* and adds the results; here one follows the other.",
            code="return k1 + k2",
            section=f"{LESSON}#Two kernels are one",
            seen="Parallel branches add: two layers *beside* each other are one with the sum of the kernels. Here one "
            "follows the other.",
        ),
        Slip(
            "multiplied",
            decision="operation",
            does="You multiplied the kernels cell by cell.",
            why="Each cell of the second output reads a whole window of the first, so the result is larger than both.",
            code="return k1 * k2",
            section=f"{LESSON}#Two kernels are one",
            seen="It is right for the kernels' Fourier transforms: there, composing is a product cell by cell.",
        ),
        Slip(
            "matrix-product",
            decision="operation",
            does="You multiplied the kernels as matrices.",
            why="Matrices compose by the matrix product, and `conv_as_matrix` gives such matrices. A kernel itself is "
            "no matrix that acts on an image.",
            code="return k1 @ k2",
            section=f"{LESSON}#Two kernels are one",
            seen="Dense layers compose by `@`, and so do the *matrices* of two convolutions; their kernels do not.",
        ),
        Slip(
            "kronecker",
            decision="operation",
            does="You put a copy of k2 in the place of each cell of k1, side by side.",
            why="The copies have to be moved by one cell only, so that they overlap, and added where they do.",
            code="return np.kron(k1, k2)",
            section=f"{LESSON}#Two kernels are one",
            seen="It is what an outer product of two kernels gives if the axes are merged: copies beside, not over, "
            "each other.",
        ),
        Slip(
            "kronecker-the-other-way",
            decision="operation",
            does="You put a copy of k1 in the place of each cell of k2, side by side.",
            why="The copies have to be moved by one cell only, so that they overlap, and added where they do.",
            code="return np.kron(k2, k1)",
            section=f"{LESSON}#Two kernels are one",
            seen="`np.kron` is not symmetric, so there are two ways to take it for composition.",
        ),
        Slip(
            "copies-overwrite",
            decision="overlap",
            does="Where the moved copies of k1 overlap, the later one overwrites the earlier.",
            why="Several paths lead from one input cell to one output cell, and all of them count: add with `+=`.",
            code="k[u : u + height, v : v + width] = k2[u, v] * k1",
            section=f"{LESSON}#Two kernels are one",
            seen="Pasting patches into a picture overwrites; a composition has to add where they overlap.",
        ),
        Slip(
            "copies-of-the-second-overwrite",
            decision="overlap",
            does="Where the moved copies of k2 overlap, the later one overwrites the earlier.",
            why="Several paths lead from one input cell to one output cell, and all of them count: add with `+=`.",
            code="k[a + u, b + v] = k1[a, b] * k2[u, v]",
            section=f"{LESSON}#Two kernels are one",
            seen="Pasting patches into a picture overwrites; a composition has to add where they overlap.",
        ),
        Slip(
            "one-too-large",
            decision="size",
            does="Your kernel has a row and a column of zeros too many.",
            why="Kernels of h1 and h2 rows reach over h1 + h2 − 1 rows: the first row is shared.",
            code="k = np.zeros((h1 + h2, w1 + w2))",
            section=f"{LESSON}#Two kernels are one",
            seen="Lengths add up when pieces are joined; windows that overlap in one cell lose that cell: h₁ + h₂ − 1.",
        ),
        Slip(
            "cut-to-the-first",
            decision="size",
            does="You cut the result to the size of k1.",
            why="The pair of kernels sees more than the first one alone: what you cut off is the rim of its view.",
            code="mode='same'",
            section=f"{LESSON}#Two kernels are one",
            seen="In SciPy `mode='same'` keeps the size of the first argument.",
        ),
        Slip(
            "fractions-cut-at-each-step",
            decision="dtype",
            does="You add up in an array of k1's dtype, so a whole k1 cuts the sum at each step.",
            why="`np.zeros(..., dtype=k1.dtype)` of a kernel of whole numbers is an integer array, and k2 may hold "
            "fractions. Cut after each product, a sum loses more than its fraction: 0.75 + 0.75 gives 0.",
            code="k[a + u, b + v] += k1[a, b] * k2[u, v]  # into np.zeros(..., dtype=k1.dtype)",
            section="02_1_one_dimension#Numbers that fit",
            seen="Sobel's kernel is written in whole numbers, and a blur that has its division in it is not.",
        ),
        Slip(
            "whole-numbers-only-at-each-step",
            decision="dtype",
            does="You add up in whole numbers, which cuts the sum at each step.",
            why="Cut after each product, a sum loses more than its fraction: 0.75 + 0.75 gives 0. `np.zeros` without "
            "a dtype can hold fractions.",
            code="k[a + u, b + v] += k1[a, b] * k2[u, v]  # into np.zeros(..., dtype=int)",
            section="02_1_one_dimension#Numbers that fit",
            seen="Small examples on paper have whole numbers throughout, and `int` passes all of them.",
        ),
        replace(WHOLE_NUMBERS_ONLY, why="`int` cuts off every fraction, and kernels have them.", code="k.astype(int)"),
    ),
)
