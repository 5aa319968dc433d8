"""The convolution layer as one product of matrices."""

import numpy as np

from autograder.exercise import Exercise, Part, Slip
from autograder.exercises.ch04_channels import _channels as channels
from autograder.exercises.ch04_channels import _columns as columns
from autograder.exercises.ch04_channels import _windows as windows
from autograder.exercises.ch04_channels._calls import (
    FRACTIONS,
    GROUPS,
    ONLY_BIASES,
    OPTIONS,
    SUMS,
    drawn_fractions,
    drawn_groups,
    drawn_options,
    drawn_sums,
)
from autograder.exercises.ch04_channels._layer import Pair, as_pairs, channels_read, gathered, kept, kernels_read
from autograder.exercises.ch04_channels._sums import CUT_AT_THE_END
from autograder.exercises.ch04_channels._told import shapes, working
from helpers.im2col import conv2d_gemm


def slipped(
    x: np.ndarray,
    w: np.ndarray,
    b: np.ndarray | None = None,
    *,
    stride: int | Pair = 1,
    padding: int | Pair = 0,
    dilation: int | Pair = 1,
    groups: int = 1,
    slips: frozenset[str] = frozenset(),
) -> np.ndarray:
    """Multiply the kernels' matrix by that of the windows, group by group, making the mistakes asked for."""
    w = kernels_read(w, slips)
    x = x[:1] if "only-the-first-image" in slips else x
    found = gathered(x, w.shape[2:], as_pairs(stride, padding, dilation, slips), slips)
    share = len(w) // groups
    read = channels_read(x.shape[1], w.shape, groups, slips)[::share]
    maps = [
        _product(w[g * share : (g + 1) * share], found[:, which], slips)  # (batch, kernels of the group, positions)
        for g, which in enumerate(read)
    ]
    out_height, out_width = found.shape[2:4]
    if "map-width-by-height" in slips:
        out_height, out_width = out_width, out_height
    y = np.concatenate(maps, axis=1).reshape(len(x), len(w), out_height, out_width)
    return kept(y, x, w, b, slips)


def _product(w: np.ndarray, found: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    matrix = w.reshape(len(w), -1)
    if "kernels-not-rearranged" in slips:
        matrix = w.reshape(-1, len(w)).T
    y = matrix @ columns.as_columns(found, slips)
    if "product-not-transposed" in slips:
        return y.swapaxes(1, 2).reshape(y.shape)
    return y.swapaxes(0, 1).reshape(y.shape) if "images-and-maps-mixed" in slips else y


EXERCISE = Exercise(
    name="conv2d_gemm",
    chapter=4,
    goal="Return what conv2d returns, by one product of matrices: the kernels are its rows, the windows its columns.",
    reference=conv2d_gemm,
    slipped=slipped,
    working=working,
    shapes=shapes,
    parts=(
        Part("channels, kernels, biases and batches", points=2, probe=SUMS, cases=drawn_sums),
        Part("stride, padding and dilation", points=1, probe=OPTIONS, cases=drawn_options),
        Part("groups", points=1, probe=GROUPS, cases=drawn_groups),
        Part("fractions, and all options at once", points=1, probe=(*FRACTIONS, ONLY_BIASES), cases=drawn_fractions),
    ),
    slips=(
        columns.COLUMNS_NOT_REARRANGED,
        columns.CELLS_BEFORE_CHANNELS,
        columns.CELLS_COLUMN_BY_COLUMN,
        Slip(
            "kernels-not-rearranged",
            decision="kernels' matrix",
            does="You flatten w into columns by `reshape`, which mixes the kernels.",
            why="`reshape` does not move numbers: w.reshape(out_channels, −1) has a kernel in each row, as they lie. "
            "For kernels as columns, transpose that.",
            code="w.reshape(-1, out_channels)",
            section=columns.SECTION,
            seen="Right for TensorFlow's weights, whose last axis counts the kernels.",
        ),
        Slip(
            "product-not-transposed",
            decision="order of the product",
            does="Your product has a row for each position, and you `reshape` it without transposing it back.",
            why="windows @ kernels gives (positions, out_channels). The maps stand in its columns: transpose first.",
            code="(rows @ w.reshape(out_channels, -1).T).reshape(batch, out_channels, out_height, out_width)",
            section=columns.SECTION,
            seen="Slips in where windows are laid out as rows, and the channels come second (NCHW).",
        ),
        Slip(
            "images-and-maps-mixed",
            decision="order of the product",
            does="Your product has the maps before the images, and you `reshape` it as if the images came first.",
            why="With the windows of all images side by side it is (out_channels, batch·positions). Reshape to "
            "that, and then move the batch to the front. One image alone cannot show it.",
            code="(kernels @ all_columns).reshape(batch, out_channels, out_height, out_width)",
            section=columns.SECTION,
            seen="Slips in where one large product is made for the whole batch, and tried on one image.",
        ),
        Slip(
            "map-width-by-height",
            decision="shape of the map",
            does="You shape the maps as (out_width, out_height).",
            why="The columns follow the output cells row by row, so each out_width of them are a row.",
            code="y.reshape(batch, out_channels, out_width, out_height)",
            section=columns.SECTION,
            seen="A square map hides it; sizes of pictures are mostly told width first.",
        ),
        windows.STRIDE_FORGOTTEN,
        windows.STRIDE_IGNORED,
        windows.PADDING_FORGOTTEN,
        windows.PADDING_BEFORE_ONLY,
        windows.DILATION_IGNORED,
        windows.TAPS_SIDE_BY_SIDE,
        *windows.PAIRS[3:],
        channels.KERNEL_FLIPPED,
        channels.ONLY_THE_FIRST_IMAGE,
        channels.FIRST_CHANNELS_FOR_ALL,
        channels.EVERY_GTH_CHANNEL,
        channels.BIAS_FORGOTTEN,
        channels.FIRST_BIAS_FOR_ALL,
        channels.BIAS_ALONG_THE_WIDTH,
        *CUT_AT_THE_END,
    ),
)
