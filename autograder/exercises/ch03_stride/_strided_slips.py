"""Mistakes in where the windows of a stride, a padding and a dilation lie."""

from autograder.exercise import Slip

STRIDE = "03_1_stride_and_sizes#A window that strides"
PADDING = "03_1_stride_and_sizes#Padding makes room"
DILATION = "03_2_borders_and_dilation#Windows with gaps"
ALL = "03_2_borders_and_dilation#One function for all of it"

PLACES = (
    Slip(
        "start-not-strided",
        decision="start",
        does="You make the output smaller, and your windows still start at i and j, and not at i·stride and j·stride.",
        why="The output cell [1, 0] belongs to the window that starts `stride` rows down. Yours are the windows "
        "of stride 1, as many of them as fit into the smaller result.",
        code="window = padded[i : i + span_height, j : j + span_width]",
        section=STRIDE,
        seen="In published books: i·stride is the factor that is left out most often when loops for stride 1 are "
        "given a stride.",
    ),
    Slip(
        "stride-ignored",
        decision="step",
        does="You leave the stride out: your window stands at every position.",
        why="With stride 2 it stands at every second one. The map is about half as high and half as wide.",
        code="for i in range(padded.shape[0] - span_height + 1):",
        section=STRIDE,
        seen="Wherever an argument is accepted and then not looked at; its default, 1, never shows it.",
    ),
    Slip(
        "skips-s",
        decision="step",
        does="You let the window skip as many positions as the stride says, and so step one further.",
        why="A stride of 2 goes from row 0 to row 2 and skips one. A stride of 1 skips none.",
        code="top = i * (stride + 1)",
        section=STRIDE,
        seen="In popular texts that say a stride of s skips s positions; it advances by s and skips s − 1.",
    ),
    Slip(
        "image-thinned-by-stride",
        decision="step",
        does="You thin the image out by the stride first, and slide over what is left.",
        why="The stride lies between windows; inside a window cells are neighbours. With stride 2 keep every "
        "second *window*: thin out the map, and not the image.",
        code="x = x[::stride, ::stride]",
        section=STRIDE,
        seen="In fast thumbnails, which drop pixels before anything else, and so show stripes that are not there.",
    ),
    Slip(
        "padding-ignored",
        decision="padding",
        does="You leave the padding out.",
        why="The padding is part of what the window walks over: the first window starts in it.",
        code="def xcorr2d_strided(x, k, *, stride=1, padding=0, dilation=1):  # padding is not used",
        section=PADDING,
        seen="Wherever an argument is accepted and then not looked at; its default, 0, never shows it.",
    ),
    Slip(
        "padding-before-only",
        decision="padding",
        does="You count the padding at the top and on the left only: the last windows are missing.",
        why="The padding stands on *each* side, so the image grows by 2·padding along each axis. Look at where "
        "you pad, and at the formula for the size.",
        code="x = np.pad(x, ((padding, 0), (padding, 0)))",
        section=PADDING,
        seen="In causal convolutions over time, where it is wanted: nothing may be read that comes later.",
    ),
    Slip(
        "padding-after-only",
        decision="padding",
        does="You pad at the bottom and on the right only.",
        why="The padding stands on *each* side: the image lies in the middle, and not in the corner.",
        code="padded[: x.shape[0], : x.shape[1]] = x",
        section=PADDING,
        seen="Where an array is made larger and the image is written into its corner; also in TensorFlow's "
        '"SAME", which at stride 2 can pad the end alone.',
    ),
    Slip(
        "border-repeated",
        decision="padding",
        does="You pad with the image's outermost cells, where zeros are asked for.",
        why="What stands beyond the border is a choice, and each choice gives other numbers there. This one is zeros.",
        code="x = np.pad(x, padding, mode='edge')",
        section="03_2_borders_and_dilation#What stands beyond the border",
        seen="In image editing, where a border of zeros would darken the edges of every blurred picture.",
    ),
    Slip(
        "pair-as-before-and-after",
        decision="padding",
        does="You take a pair of paddings as (before, after), for both axes.",
        why="(0, 1) means none above and below, and one on the left and one on the right.",
        code="x = np.pad(x, padding)",
        section=ALL,
        seen="In np.pad itself, which reads one pair so; to say it for each axis, it wants a pair of pairs.",
    ),
    Slip(
        "output-padded",
        decision="padding",
        does="You pad the result, and not the image.",
        why="The zeros are there for the window to stand on. Around the result they are a frame that no window gave.",
        code="return np.pad(y, padding)",
        section=PADDING,
        seen="Where maps are brought back to the image's size for display; a frame of zeros is right for that.",
    ),
    Slip(
        "dilation-ignored",
        decision="gaps",
        does="You leave the dilation out: your window has no gaps.",
        why="With dilation 2 the kernel's cells meet every second cell of the image.",
        code="window = padded[top : top + k.shape[0], left : left + k.shape[1]]",
        section=DILATION,
        seen="In popular texts, whose size formula has no dilation in it either.",
    ),
    Slip(
        "dilation-in-size-only",
        decision="gaps",
        does="You compute the size with the dilation, and your windows still read neighbouring cells.",
        why="With dilation 2 the cell [u, v] of the kernel meets the cell 2·u rows down and 2·v columns to the right "
        "of the window's start.",
        code="padded[top + u, left + v] * k[u, v]",
        section=DILATION,
        seen="In loops that were written without dilation and then got the new size formula: the shape fits, and "
        "nothing complains.",
    ),
    Slip(
        "dilation-counts-gaps",
        decision="gaps",
        does="You take dilation as the number of cells that are left out: 0 would be contiguous, and 1 is not.",
        why="In this book, as in PyTorch, dilation is the distance between neighbouring cells: 1 is contiguous.",
        code="padded[top + u * (dilation + 1), left + v * (dilation + 1)]",
        section=DILATION,
        seen="In the picture of dilation as holes: a kernel with 1 hole between its cells has dilation 2.",
    ),
    Slip(
        "image-thinned-by-dilation",
        decision="gaps",
        does="You thin the image out by the dilation first, and slide over what is left.",
        why="The gaps belong inside the window; windows may start at any cell. Yours start only at cells that "
        "were kept, so the map is too small.",
        code="x = x[::dilation, ::dilation]",
        section=DILATION,
        seen="In image pyramids, which do shrink the image instead of widening the kernel.",
    ),
    Slip(
        "stride-and-dilation-swapped",
        decision="roles",
        does="You take the stride for the dilation, and the dilation for the stride.",
        why="The stride lies between windows and goes with i; the dilation lies inside a window and goes with u.",
        code="padded[i * dilation + u * stride, j * dilation + v * stride]",
        section=DILATION,
        seen="Where options are handed on by position: stride, padding and dilation are three plain numbers.",
    ),
    Slip(
        "pairs-as-width-and-height",
        decision="pairs",
        does="You read pairs as (width, height).",
        why="As in shapes, the height comes first: stride (2, 1) goes two rows down and one column to the right.",
        code="stride_width, stride_height = stride",
        section=ALL,
        seen="In image libraries: Pillow and OpenCV say sizes as (width, height).",
    ),
    Slip(
        "first-of-a-pair-for-both",
        decision="pairs",
        does="You use the first number of a pair for both axes.",
        why="(height, width): the second number is for the columns.",
        code="stride = stride if isinstance(stride, int) else stride[0]",
        section=ALL,
        seen="In code that was written for squares and is then handed a pair.",
    ),
)
