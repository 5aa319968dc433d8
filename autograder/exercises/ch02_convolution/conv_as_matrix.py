"""A convolution written as one matrix."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch02_convolution._sliding import K2, K, X
from helpers.convolution import conv_as_matrix

LESSON = "02_2_two_dimensions"


def slipped(k: np.ndarray, in_shape: tuple[int, int], *, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Write the kernel's values into the matrix one by one, making the mistakes asked for."""
    height, width = in_shape[::-1] if "in-shape-swapped" in slips else in_shape
    if "kernel-flipped" in slips:
        k = k[::-1, ::-1]
    k = k.T if "kernel-transposed" in slips else k
    out_height, out_width = height - k.shape[0] + 1, width - k.shape[1] + 1
    if "last-window-missed" in slips:
        out_height, out_width = out_height - 1, out_width - 1
    step = out_width if "rows-as-wide-as-the-output" in slips else width
    starts = [i * width + j for i in range(out_height) for j in range(out_width)]
    if "output-columns-first" in slips:
        starts = [i * width + j for j in range(out_width) for i in range(out_height)]
    if "windows-wrap" in slips:
        starts = list(range((out_height - 1) * width + out_width))
    if "starts-not-skipping-edges" in slips:
        starts = list(range(out_height * out_width))
    matrix = np.zeros((len(starts), height * width), dtype=k.dtype)
    for row, start in enumerate(starts):
        for (u, v), value in np.ndenumerate(k):
            offset = u * k.shape[1] + v if "kernel-in-one-piece" in slips else u * step + v
            matrix[row, start + offset] = value
    if "columns-first" in slips:
        matrix = matrix[:, np.arange(height * width).reshape(height, width).ravel(order="F")]
    return matrix.T if "matrix-transposed" in slips else matrix


def _working(case: Case, index: tuple[int, ...]) -> str:
    k, (height, width) = case.args
    (row, column), out_width = index, width - k.shape[1] + 1
    (i, j), (a, b) = divmod(row, out_width), divmod(column, width)
    inside = 0 <= a - i < k.shape[0] and 0 <= b - j < k.shape[1]
    place = f"the kernel's cell [{a - i}, {b - j}]" if inside else "no cell of the kernel, so 0"
    return (
        f"Row {row} belongs to the output cell [{i}, {j}], column {column} to the cell [{a}, {b}] of an image of "
        f"{height}×{width}: there the window has {place}."
    )


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    sizes = (((2, 3), (4, 5)), ((3, 2), (6, 7)), ((4, 3), (9, 8)))
    return tuple(Case((rng.integers(-9, 10, kernel), image)) for kernel, image in sizes)


EXERCISE = Exercise(
    name="conv_as_matrix",
    chapter=2,
    goal="Return the matrix M for which M @ x.ravel() is xcorr2d(x, k).ravel(), for every image x of shape in_shape.",
    reference=conv_as_matrix,
    slipped=slipped,
    working=_working,
    parts=(
        Part("the running example", points=1, probe=(Case((K, X.shape)), Case((K2, X.shape)))),
        Part(
            "kernels and images of any shape",
            points=2,
            probe=(
                Case((np.array([[1, -2, 3], [0, 4, 5]]), (4, 5))),
                Case((np.array([[2, 1], [-1, 3], [5, 6]]), (5, 4))),
                Case((np.array([[1, 2], [3, 4]]), (3, 3))),
                Case((np.array([[7, -3]]), (3, 4))),
                Case((np.array([[0.5, 0.25], [1.5, -1.0]]), (2, 3))),
            ),
            cases=_drawn,
        ),
    ),
    slips=(
        Slip(
            "kernel-flipped",
            decision="orientation",
            does="You wrote the kernel turned by 180°.",
            why="That is the matrix of true convolution; this one is for cross-correlation.",
            code="k = k[::-1, ::-1]",
            section=f"{LESSON}#As one matrix",
            seen="Toeplitz matrices from texts on signal processing, where convolution turns the kernel.",
        ),
        Slip(
            "kernel-transposed",
            decision="orientation",
            does="You swapped the kernel's rows and columns.",
            why="The kernel's cell [u, v] belongs u rows down and v columns to the right of the window's corner.",
            code="matrix[row, start + v * width + u] = k[u, v]",
            section=f"{LESSON}#As one matrix",
            seen="Column-first habits from MATLAB, R and Fortran.",
        ),
        Slip(
            "matrix-transposed",
            decision="layout",
            does="Your matrix has its rows and columns swapped.",
            why="A row for each output cell, a column for each input cell: M @ x.ravel() needs it so. "
            "The transpose has a use of its own, when gradients go back.",
            code="return matrix.T",
            section=f"{LESSON}#As one matrix",
            seen="The transpose is the matrix of the *transposed* convolution, which goes the other way: from output "
            "to input.",
        ),
        Slip(
            "in-shape-swapped",
            decision="shape",
            does="You took in_shape as (width, height).",
            why="Shapes say rows first: (height, width).",
            code="width, height = in_shape",
            section=f"{LESSON}#As one matrix",
            seen="Pillow and OpenCV's `resize` take (width, height); NumPy's shapes are (height, width).",
        ),
        Slip(
            "rows-as-wide-as-the-output",
            decision="row step",
            does="The kernel's next row lies as many columns on as the output is wide.",
            why="The columns of the matrix number the cells of the *input*: one row down is its width further on.",
            code="matrix[row, start + u * out_width + v] = k[u, v]",
            section=f"{LESSON}#As one matrix",
            seen="In index arithmetic with two widths at hand, where the wrong one was at hand first.",
        ),
        Slip(
            "kernel-in-one-piece",
            decision="row step",
            does="You wrote the kernel's values side by side, without the gap between its rows.",
            why="In the flattened image a window is not one piece: between its rows lies the rest of the image's row.",
            code="matrix[row, start : start + k.size] = k.ravel()",
            section=f"{LESSON}#As one matrix",
            seen="In 1-D the kernel does lie in one piece: the gap appears with the second dimension.",
        ),
        Slip(
            "windows-wrap",
            decision="starts",
            does="You also let windows begin where they run over the right edge and on in the next row.",
            why="A row of the image holds only width − kernel_width + 1 windows. The others mix both edges.",
            code="for start in range(height * width - span + 1):",
            section=f"{LESSON}#As one matrix",
            seen="A flat array has no right edge: code that counts positions from 0 to the end runs over it.",
        ),
        Slip(
            "starts-not-skipping-edges",
            decision="starts",
            does="Window number r starts at input cell number r.",
            why="That holds in the first row only. At the end of each row the window skips the last kernel_width − 1 "
            "cells, so later ones start further on.",
            code="matrix[row, row + u * width + v] = k[u, v]",
            section=f"{LESSON}#As one matrix",
            seen="In 1-D window r does start at cell r, so the matrix has one diagonal band; in 2-D it has breaks.",
        ),
        Slip(
            "columns-first",
            decision="numbering",
            does="You numbered the image's cells column by column.",
            why="`ravel` goes row by row: the cell [a, b] is number a·width + b.",
            code="column = a + b * height",
            section=f"{LESSON}#As one matrix",
            seen="`order='F'`, the way MATLAB, R and Fortran number cells.",
        ),
        Slip(
            "output-columns-first",
            decision="starts",
            does="You numbered the output's cells column by column.",
            why="`ravel` goes row by row: the output cell [i, j] is row number i·out_width + j.",
            code="row = i + j * out_height",
            section=f"{LESSON}#As one matrix",
            seen="`order='F'`, the way MATLAB, R and Fortran number cells.",
        ),
        Slip(
            "last-window-missed",
            decision="extent",
            does="You stop one window too early along both axes.",
            why="n cells hold n − k + 1 windows of k cells.",
            code="out_height, out_width = height - k.shape[0], width - k.shape[1]",
            section=f"{LESSON}#As one matrix",
            seen="Wherever a size is counted by its gaps: n − k instead of n − k + 1.",
        ),
    ),
)
