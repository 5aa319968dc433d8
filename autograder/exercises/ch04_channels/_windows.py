"""Mistakes in where the windows lie: stride, padding, dilation, and pairs of options."""

from dataclasses import replace

from autograder.exercise import Slip

AGAIN = "04_1_channels#Stride, padding and dilation again"
STRIDES = "03_1_stride_and_sizes#A window that strides"
PADDING = "03_1_stride_and_sizes#Padding makes room"
GAPS = "03_2_borders_and_dilation#Windows with gaps"

STRIDE_FORGOTTEN = Slip(
    "stride-forgotten",
    decision="stride",
    does="The stride is forgotten: your window starts at i, not at i·stride.",
    why="The result has the right size, so nothing complains, and its first cell is right. From the second on, each "
    "window stands too near to the first: with stride 2, the cell 1 belongs to the window that starts at 2.",
    code="x[n, :, i : i + kernel_height, j : j + kernel_width]",
    section=STRIDES,
    seen="Printed in books: at stride 1, the only one that is tried, the line is right.",
)
STRIDE_IGNORED = Slip(
    "stride-ignored",
    decision="stride",
    does="You ignore the stride: your window stops at every position.",
    why="With stride 2 it stops at every second one, along each axis, so that the result is about a quarter as large.",
    code="for i in range(height - kernel_height + 1):",
    section=STRIDES,
    seen="Slips in when an option is added to a function that works: it stands in the signature and nowhere else.",
)
PADDING_FORGOTTEN = Slip(
    "padding-forgotten",
    decision="padding",
    does="You ignore the padding: no zeros are added around the image.",
    why="With padding 1 the first window begins one row above the image and one column to its left.",
    code="padded = x",
    section=PADDING,
    seen="PyTorch's convolutions pad nothing unless they are told to, so a layer copied without its padding shrinks.",
)
PADDING_BEFORE_ONLY = Slip(
    "padding-before-only",
    decision="padding",
    does="You count the padding on one side only: above and to the left.",
    why="Zeros are added on *each* side, so a size grows by 2·padding. The windows that reach over the lower and the "
    "right edge are missing from your result.",
    code="(height + padding - kernel_height) // stride + 1",
    section=PADDING,
    seen="Causal layers, for sound and for text, pad before only, and on purpose: no output may look ahead.",
)
PADDING_AFTER_ONLY = Slip(
    "padding-after-only",
    decision="padding",
    does="You pad one side only: below and to the right.",
    why="Zeros are added on *each* side: the first window begins outside the image, above it and to its left.",
    code="np.pad(x, ((0, 0), (0, 0), (0, padding), (0, padding)))",
    section=PADDING,
    seen='TensorFlow\'s padding="SAME" does so for a 3×3 kernel with stride 2 on an even size: 0 before, 1 after.',
)
PADDING_NOT_IN_THE_SIZE = Slip(
    "padding-not-in-the-size",
    decision="padding",
    does="You pad the image, and count the windows as if you had not.",
    why="Padding makes room for more windows: 2·padding belongs into the size. Or take the size from the padded array.",
    code="out_height = (height - kernel_height) // stride + 1",
    section=PADDING,
    seen="Slips in where the sizes are read from x before the line that pads it.",
)
DILATION_IGNORED = Slip(
    "dilation-ignored",
    decision="dilation",
    does="You ignore the dilation: your kernel's cells stand side by side.",
    why="With dilation 2 they read every second cell, and a kernel of 3 spans 5 cells, so fewer windows fit.",
    code="x[n, :, top : top + kernel_height, left : left + kernel_width]",
    section=GAPS,
    seen="The size formula of many texts has no dilation in it; it is right for dilation 1 alone.",
)
TAPS_SIDE_BY_SIDE = Slip(
    "taps-side-by-side",
    decision="dilation",
    does="Your size counts with the dilation, and your window does not: it reads cells side by side.",
    why="The kernel's cell [u, v] reads the cell u·dilation rows down and v·dilation columns to the right.",
    code="padded[n, c, i * stride + u, j * stride + v] * w[o, c, u, v]",
    section=GAPS,
    seen="The twin of the forgotten stride: right at dilation 1, which is the only one that most code ever meets.",
)
SPAN_TOO_LONG = Slip(
    "span-too-long",
    decision="dilation",
    does="You take dilation·k for the cells that a kernel spans.",
    why="k cells have k − 1 gaps between them: the span is dilation·(k − 1) + 1. A kernel of 3 with dilation 2 spans "
    "5, not 6, and one more window may fit.",
    code="(height - dilation * kernel_height) // stride + 1",
    section=GAPS,
    seen="Explanations that call a dilated kernel “dilation times as large”.",
)
DILATION_ONE_TOO_LARGE = Slip(
    "dilation-one-too-large",
    decision="dilation",
    does="You take the dilation for the number of cells left out: your kernel's cells stand dilation + 1 apart.",
    why="Dilation 1 is contiguous: it is the distance from one cell to the next, and leaves out dilation − 1.",
    code="padded[:, :, top + u * (dilation + 1), left + v * (dilation + 1)]",
    section=GAPS,
    seen="Explanations that speak of the holes between the cells and count those, so that 0 is contiguous.",
)
LAST_WINDOW_MISSED = Slip(
    "last-window-missed",
    decision="count",
    does="You stop one window too early along both axes.",
    why="A window that moves t times has t + 1 positions: the + 1 at the end of the size formula is the first of them.",
    code="out_height = (height + 2 * padding - kernel_height) // stride",
    section="03_1_stride_and_sizes#What floor drops",
    seen="The fence and its posts: ten gaps have eleven posts. `range` leaves its end out, and hides it well.",
)
ROWS_AND_COLUMNS_SWAPPED = Slip(
    "rows-and-columns-swapped",
    decision="indices",
    does="You take the window at row j, column i, for the output cell [i, j].",
    why="On a square image that is a mirror image of the answer; on any other, windows run over the edge.",
    code="padded[n, :, j * stride : …, i * stride : …]",
    section=AGAIN,
    seen="Drawing libraries write (x, y), column first; arrays write [row, column].",
)
OUTPUT_TRANSPOSED = Slip(
    "output-transposed",
    decision="indices",
    does="Your maps have their rows and columns swapped.",
    why="Row i of a map belongs to the windows whose top edge is row i·stride of the padded image.",
    code="y[n, o, j, i] = total",
    section=AGAIN,
    seen="MATLAB and Fortran keep an array column by column; read row by row, it comes out transposed.",
)


def _swapped(option: str, code: str) -> Slip:
    return Slip(
        f"{option}-pair-swapped",
        decision="pairs",
        does=f"You take the {option} of a pair as (along the width, along the height).",
        why="Pairs are in the order of the axes: (along the height, along the width), rows first.",
        code=code,
        section=AGAIN,
        seen="Sizes of Pillow's images, and those that OpenCV's `resize` takes, are (width, height).",
    )


PAIRS = (
    _swapped("stride", "x[n, :, i * stride[1] : …, j * stride[0] : …]"),
    _swapped("padding", "np.pad(x, ((0, 0), (0, 0), (padding[1],) * 2, (padding[0],) * 2))"),
    _swapped("dilation", "x[n, :, top : bottom : dilation[1], left : right : dilation[0]]"),
    Slip(
        "pairs-swapped",
        decision="pairs",
        does="You take pairs, such as stride=(2, 1), as (along the width, along the height).",
        why="Pairs are in the order of the axes: (along the height, along the width), rows first.",
        code="across, down = stride",
        section=AGAIN,
        seen="Sizes of Pillow's images, and those that OpenCV's `resize` takes, are (width, height).",
    ),
    Slip(
        "first-of-a-pair-for-both",
        decision="pairs",
        does="You use the first number of a pair, such as stride=(2, 1), along both axes.",
        why="The first counts along the height, the second along the width. They may differ.",
        code="stride = stride[0]",
        section=AGAIN,
        seen="Slips in because most layers are square: nearly every pair that a program meets holds one number twice.",
    ),
)
WINDOWS = (
    STRIDE_FORGOTTEN,
    STRIDE_IGNORED,
    PADDING_FORGOTTEN,
    PADDING_BEFORE_ONLY,
    PADDING_AFTER_ONLY,
    PADDING_NOT_IN_THE_SIZE,
    DILATION_IGNORED,
    TAPS_SIDE_BY_SIDE,
    SPAN_TOO_LONG,
    DILATION_ONE_TOO_LARGE,
    LAST_WINDOW_MISSED,
    ROWS_AND_COLUMNS_SWAPPED,
    # Without slices, windows that run over the edge raise earlier.
    replace(
        ROWS_AND_COLUMNS_SWAPPED,
        name="rows-and-columns-swapped-cell-by-cell",
        code="total += padded[n, c, j * stride + u, i * stride + v] * w[o, c, u, v]",
    ),
    OUTPUT_TRANSPOSED,
    *PAIRS,
)
