"""Windows as the columns of a matrix."""

from collections.abc import Mapping

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch04_channels import _columns as columns
from autograder.exercises.ch04_channels import _windows as windows
from autograder.exercises.ch04_channels._calls import TWO_CHANNELS, X, numbers
from autograder.exercises.ch04_channels._counting import sides
from autograder.exercises.ch04_channels._layer import Pair, as_pairs, gathered
from autograder.exercises.ch04_channels._sums import WHOLE_NUMBERS_ONLY
from autograder.exercises.ch04_channels._told import lies, map_sizes, options_of
from autograder.show import number
from helpers.im2col import im2col


def slipped(
    x: np.ndarray,
    kernel: int | Pair,
    *,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    slips: frozenset[str] = frozenset(),
) -> np.ndarray:
    """Gather the windows and lay them out, making the mistakes asked for."""
    size = sides(kernel)[::-1] if "kernel-pair-swapped" in slips else sides(kernel)
    if "only-the-first-image" in slips:
        x = x[:1]
    if "only-the-first-channel" in slips:
        x = x[:, :1]
    found = gathered(x, size, as_pairs(stride, padding, dilation, slips), slips)
    found = found[..., ::-1, ::-1] if "windows-turned" in slips else found
    laid_out = columns.as_columns(found, slips)
    if "whole-numbers-only" in slips:
        laid_out = laid_out.astype(int)
    if "channels-summed" in slips:
        laid_out = laid_out.reshape(len(x), x.shape[1], -1, laid_out.shape[2]).sum(axis=1)
    if "windows-first" in slips:
        return laid_out.transpose(2, 0, 1)
    if "images-side-by-side" in slips:
        return laid_out.transpose(1, 0, 2).reshape(laid_out.shape[1], -1)
    return laid_out.swapaxes(1, 2) if "windows-as-rows" in slips else laid_out


def _working(case: Case, index: tuple[int, ...]) -> str:
    x, size = case.args[0], sides(case.args[1])
    n, row, column = index
    c, u, v = (int(place) for place in np.unravel_index(row, (x.shape[1], *size)))
    options = options_of(case)
    right = map_sizes(x.shape[2:], size, options)[""]
    i, j = (int(place) for place in np.unravel_index(column, right))
    found = gathered(x[n : n + 1], size, options)[0]
    return (
        f"Column {column} is the window of output cell [{i}, {j}], row {row} its channel {c} at the kernel's cell "
        f"[{u}, {v}]: {number(found[c, i, j, u, v])}.\n"
        f"{lies(x, size, options, (i, j), 'The window', f'image {n}')}\n"
        f"  The whole column: {', '.join(number(value) for value in found[:, i, j].ravel()[:18])}"
        + (", …" if found[:, i, j].size > 18 else "")
    )


def _shapes(case: Case) -> Mapping[str, tuple[int, ...]]:
    x, size = case.args[0], sides(case.args[1])
    found = map_sizes(x.shape[2:], size, options_of(case))
    del found[""]
    rows = x.shape[1] * size[0] * size[1]
    return {words: (len(x), rows, height * width) for words, (height, width) in found.items()}


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    return (
        Case((rng.integers(-9, 10, (2, 2, 3, 5)), (2, 3))),
        Case((rng.integers(-9, 10, (1, 3, 6, 8)), 2)),
        Case((rng.standard_normal((3, 2, 9, 7)), (3, 2))),
    )


def _drawn_options(rng: np.random.Generator) -> tuple[Case, ...]:
    settings = (
        ((1, 2, 6, 9), (3, 2), {"stride": 2}),
        ((2, 2, 4, 7), (3, 3), {"padding": (1, 2)}),
        ((1, 2, 7, 10), (3, 2), {"dilation": (2, 3)}),
        ((2, 3, 9, 13), (2, 3), {"stride": (3, 2), "padding": (2, 1), "dilation": (1, 2)}),
        ((1, 2, 17, 20), (5, 3), {"stride": 2, "padding": 2, "dilation": (2, 3)}),
    )
    return tuple(Case((rng.integers(1, 99, image), kernel), options) for image, kernel, options in settings)


SLIPS = (
    Slip(
        "windows-as-rows",
        decision="layout",
        does="Your windows are rows; they should be columns.",
        why="The kernels are the rows of the other matrix, so that kernels @ columns gives a row for each map.",
        code="return columns.transpose(0, 2, 1)",
        section=columns.SECTION,
        seen="Deep-learning courses have both layouts; PyTorch's `unfold` has columns.",
    ),
    Slip(
        "windows-first",
        decision="layout",
        does="Your windows lie along the first axis; they belong along the last.",
        why="The first axis counts the images, and each of them has a matrix with a column for each window. "
        "`np.stack(columns, axis=-1)` puts them there.",
        code="np.array(columns)  # of an array (batch, channels * kernel_height * kernel_width) for each window",
        section=columns.SECTION,
        seen="`np.stack` puts what it collects along a new first axis unless `axis` says otherwise; `np.array` always "
        "does.",
    ),
    Slip(
        "images-side-by-side",
        decision="layout",
        does="You laid the columns of all images side by side in one matrix.",
        why="The batch stays an axis of its own here, the first: a matrix for each image.",
        code="np.concatenate(list_of_matrices, axis=1)",
        section=columns.SECTION,
        seen="Libraries that multiply one large matrix do so, since one large product is faster than many small ones.",
    ),
    columns.COLUMNS_NOT_REARRANGED,
    Slip(
        "rows-reshaped",
        decision="order of cells",
        does="You lay the windows out as rows, and `reshape` them to columns; that does not turn them.",
        why="`reshape` cuts the same sequence of numbers anew, so that each row of the result begins inside a window. "
        "Swap the last two axes instead: `rows.transpose(0, 2, 1)`.",
        code="np.stack(rows, axis=1).reshape(batch, channels * kernel_height * kernel_width, -1)",
        section=columns.SECTION,
        seen="Raises no error wherever the counts agree, so `reshape` is often tried until the shape is the right one.",
    ),
    columns.CELLS_BEFORE_CHANNELS,
    columns.CELLS_COLUMN_BY_COLUMN,
    Slip(
        "windows-column-by-column",
        decision="order of windows",
        does="You numbered the windows column by column.",
        why="Output cells are counted row by row, as `ravel` does: [i, j] is column i·out_width + j.",
        code="for j in range(out_width): for i in range(out_height):",
        section=columns.SECTION,
        seen="MATLAB's `im2col` counts its blocks down the columns, as MATLAB keeps all its arrays.",
    ),
    Slip(
        "windows-turned",
        decision="order of windows' cells",
        does="You turned each window by 180°.",
        why="A window is read as it stands; the kernel is not turned either.",
        code="window[:, ::-1, ::-1].ravel()",
        section=columns.SECTION,
        seen="True convolution, written as a product of matrices, turns one of the two.",
    ),
    Slip(
        "only-the-first-channel",
        decision="channels",
        does="Your columns hold the first channel only.",
        why="A window goes through all channels: a column has channels·kernel_height·kernel_width numbers.",
        code="x[:, 0, top:bottom, left:right].ravel()",
        section=columns.SECTION,
        seen="`im2col` of image libraries takes grey pictures: a matrix in, a matrix out.",
    ),
    Slip(
        "channels-summed",
        decision="channels",
        does="You add the channels up before you lay the windows out.",
        why="The sum over the channels comes later, in the product: each channel first meets its slice of the kernel.",
        code="window.sum(axis=0).ravel()",
        section=columns.SECTION,
        seen="Slips in where “the channels are summed” is remembered without “after they were multiplied”.",
    ),
    Slip(
        "only-the-first-image",
        decision="batch",
        does="You return the columns of the first image only.",
        why="A batch of N images gives N matrices, one for each.",
        code="x = x[:1]",
        section=columns.SECTION,
        seen="Explanations of im2col show one image, and leave the batch out.",
    ),
    Slip(
        "kernel-pair-swapped",
        decision="kernel pair",
        does="You take the kernel's size as (width, height).",
        why="Sizes are in the order of the axes, rows first: (height, width).",
        code="kernel_width, kernel_height = kernel",
        section=columns.SECTION,
        seen="OpenCV's sizes, such as `cv2.blur`'s, are (width, height).",
    ),
    windows.STRIDE_FORGOTTEN,
    windows.STRIDE_IGNORED,
    windows.PADDING_FORGOTTEN,
    windows.PADDING_BEFORE_ONLY,
    windows.PADDING_AFTER_ONLY,
    windows.PADDING_NOT_IN_THE_SIZE,
    windows.DILATION_IGNORED,
    windows.TAPS_SIDE_BY_SIDE,
    windows.SPAN_TOO_LONG,
    windows.LAST_WINDOW_MISSED,
    *windows.PAIRS,
    WHOLE_NUMBERS_ONLY,
)
EXERCISE = Exercise(
    name="im2col",
    chapter=4,
    goal="Lay each window of each image out as a column, channel by channel and row by row.",
    reference=im2col,
    slipped=slipped,
    working=_working,
    shapes=_shapes,
    parts=(
        Part(
            "windows of any size",
            points=2,
            probe=(
                Case((X[None, None], 2)),
                Case((TWO_CHANNELS, (2, 3))),
                Case((numbers((2, 3, 3, 4), 3, low=1, count=90), (2, 1))),
                Case((numbers((2, 2, 4, 3), 7, low=1, count=90) / 4, (3, 2))),
            ),
            cases=_drawn,
        ),
        Part(
            "stride, padding and dilation",
            points=2,
            probe=(
                Case((numbers((1, 1, 4, 7), 20, low=1, count=90), (2, 3)), {"stride": 2}),
                Case((TWO_CHANNELS, (2, 3)), {"padding": 1}),
                Case((numbers((1, 1, 5, 7), 30, low=1, count=90), (2, 3)), {"dilation": 2}),
                Case(
                    (numbers((1, 2, 7, 6), 9, low=1, count=90), (3, 2)),
                    {"stride": (2, 1), "padding": (0, 2), "dilation": (1, 2)},
                ),
                Case((numbers((2, 2, 8, 7), 11, low=1, count=90), 3), {"stride": 2, "padding": 1}),
                Case((numbers((1, 2, 11, 9), 13, low=1, count=90), (3, 2)), {"stride": 3, "padding": 2, "dilation": 2}),
            ),
            cases=_drawn_options,
        ),
    ),
    slips=SLIPS,
)
