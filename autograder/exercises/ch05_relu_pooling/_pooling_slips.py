"""Mistakes of who moves a window over maps, whatever the window is condensed to."""

from autograder.exercise import Slip

LESSON = "05_2_pooling"

STRIDE_ONE = Slip(
    "stride-one-by-default",
    decision="stride",
    does="You move the window by 1 where no stride is given.",
    why="For pooling the stride is the kernel's size unless you say otherwise, so that windows lie side by side. "
    "A convolution's is 1.",
    code="def pool(x, kernel, *, stride=1, padding=0):",
    section=f"{LESSON}#Overlapping windows",
    seen="`torch.nn.functional.conv2d` has a stride of 1 by default and `torch.nn.functional.max_pool2d` one of the "
    "kernel's size. Flax pools with a stride of 1 by default.",
)
STRIDE_IGNORED = Slip(
    "stride-ignored",
    decision="stride",
    does="You move the window by the kernel's size even if a stride is given.",
    why="Windows may overlap (stride below the kernel) or leave gaps (stride above it). "
    "The kernel's size is the step only where no stride is given.",
    code="window = x[n, c, i * kernel : (i + 1) * kernel, j * kernel : (j + 1) * kernel]",
    section=f"{LESSON}#Overlapping windows",
    seen="The usual trick that splits each axis by `reshape` into windows and their cells can only do windows that lie "
    "side by side; `skimage.measure.block_reduce` takes no stride at all.",
)
STRIDE_NOT_IN_INDEX = Slip(
    "stride-not-in-index",
    decision="indices",
    does="Your windows start at row i, column j, for the output cell [i, j]: the stride is in the size only.",
    why="The output cell [i, j] belongs to the window that starts at row i · stride, column j · stride.",
    code="window = x[n, c, i : i + kernel, j : j + kernel]",
    section=f"{LESSON}#The largest of each window",
    seen="Hand-written pooling loops, in print too: the size is divided by the stride and the index is not multiplied.",
)
KERNEL_IN_INDEX = Slip(
    "kernel-in-index",
    decision="indices",
    does="Your windows start at row i · kernel, column j · kernel: the stride is in the size only.",
    why="That is the right place only if the stride is the kernel's size. "
    "The window of the output cell [i, j] starts at row i · stride, column j · stride.",
    code="window = x[n, c, i * kernel : (i + 1) * kernel, j * kernel : (j + 1) * kernel]",
    section=f"{LESSON}#Overlapping windows",
    seen="Code that was written for 2×2 windows with stride 2, where the two numbers are the same, and then used "
    "for 3×3 windows with stride 2.",
)
SWAPPED = Slip(
    "rows-and-columns-swapped",
    decision="indices",
    does="You take the window at row j, column i, for the output cell [i, j].",
    why="On a square map that is a mirror image of the answer; on any other, windows run over the edge.",
    code="window = x[n, c, j * stride : j * stride + kernel, i * stride : i * stride + kernel]",
    section=f"{LESSON}#The largest of each window",
    seen="Code that mixes the order (x, y) of image libraries with the order (row, column) of arrays.",
)
PADDING_IGNORED = Slip(
    "padding-ignored",
    decision="padding",
    does="You leave the padding out.",
    why="With padding p the windows start p cells above and left of the map, and more of them fit.",
    code="def pool(x, kernel, *, stride=None, padding=0):  # and padding is used nowhere",
    section=f"{LESSON}#Padding a maximum",
    seen="Arguments that are accepted and never used: no error tells you.",
)
PADDING_AFTER = Slip(
    "padding-after-only",
    decision="padding",
    does="You count the padding below and on the right only.",
    why="Padding p means p cells on each of the four sides, so the first window starts at row −p, column −p.",
    code="x = np.pad(x, ((0, 0), (0, 0), (0, padding), (0, padding)))",
    section=f"{LESSON}#Padding a maximum",
    seen='TensorFlow\'s `padding="SAME"` puts the odd cell below and on the right. Weights carried from one library '
    "to the other then meet maps that are moved by one.",
)
PADDING_BEFORE = Slip(
    "padding-before-only",
    decision="padding",
    does="You count the padding above and on the left only.",
    why="Padding p means p cells on each of the four sides, so the map grows by 2 · p along both axes.",
    code="out_height = (height + padding - kernel) // stride + 1",
    section=f"{LESSON}#Padding a maximum",
    seen="Causal convolutions of time series pad before only, and on purpose: an output must not see the future.",
)
ROUNDED_UP = Slip(
    "rounded-up",
    decision="extent",
    does="You round up where the formula rounds down, and let the last windows hang over the edge.",
    why="A window counts only where it fits wholly: ⌊(H + 2p − k) / s⌋ + 1 along each axis. What is left over is not "
    "read.",
    code="out_height = math.ceil((height + 2 * padding - kernel) / stride) + 1",
    section=f"{LESSON}#The largest of each window",
    seen="Caffe rounds up when it pools, and `ceil_mode=True` makes PyTorch do so: converted networks need it.",
)
LAST_MISSED = Slip(
    "last-window-missed",
    decision="extent",
    does="You stop one window too early along both axes.",
    why="From the first place to the last the window makes (H + 2p − k) / s steps; the first place itself is the + 1.",
    code="out_height = (height + 2 * padding - kernel) // stride",
    section=f"{LESSON}#The largest of each window",
    seen="`range(0, height - kernel, stride)` and its kin: `range` leaves its end out.",
)
RANGE_STOPS_EARLY = Slip(
    "range-stops-early",
    decision="extent",
    does="You lose the last window wherever it ends exactly at the edge.",
    why="`range` leaves its end out, so the last start, size − kernel, is never reached; the end must be one more. "
    "Where the stride leaves cells over you do not notice.",
    code="for top in range(0, height - kernel, stride):",
    section=f"{LESSON}#The largest of each window",
    seen="Sliding windows over signals and large images, cut with `range(0, n - k, s)`.",
)
STARTS_TO_THE_EDGE = Slip(
    "starts-to-the-edge",
    decision="extent",
    does="You start a window at each stride up to the edge, and the last ones hang over it.",
    why="A window counts only where it fits wholly, so the last start is size − kernel. A slice that runs over the "
    "edge is cut without a word: those windows hold fewer cells.",
    code="for top in range(0, height, stride):",
    section=f"{LESSON}#The largest of each window",
    seen="`range(0, n, step)` is how lists are cut into batches, where a shorter last one is wanted.",
)
SQUARE_RESULT = Slip(
    "square-result",
    decision="extent",
    does="Your result is square: you take its width from the map's height.",
    why="Rows and columns are counted each from their own size. Square maps cannot show the difference.",
    code="y = np.zeros((batch, channels, out_size, out_size))",
    section=f"{LESSON}#The largest of each window",
    seen="Code that was tried on square images only, as those of MNIST and ImageNet crops are.",
)
CUT_IN_ORDER = Slip(
    "cut-in-order",
    decision="indices",
    does="You cut each map by `reshape` into pieces of numbers that follow one another, and these are no windows. "
    "Stride and padding are left out.",
    why="`reshape` keeps the order: its pieces are bits of rows. With (…, out_height, kernel, out_width, kernel) each "
    "axis is split in two, and axes 3 and 5 of six are the window's. Even so, windows must lie side by side.",
    code="x[:, :, :rows * kernel, :columns * kernel].reshape(batch, channels, rows, columns, kernel, kernel)",
    section=f"{LESSON}#The largest of each window",
    seen="Photographs cut into patches by one `reshape`, for a transformer, say: they come out as strips.",
)
WINDOW_OF_THE_STRIDE = Slip(
    "window-of-the-stride",
    decision="window",
    does="Your windows are as large as the stride, not as the kernel.",
    why="A window reaches from its start to its start + kernel. The stride says only where the next one starts.",
    code="window = x[n, c, i * stride : (i + 1) * stride, j * stride : (j + 1) * stride]",
    section=f"{LESSON}#Overlapping windows",
    seen="Code that was written for windows side by side, where the two numbers are the same.",
)
MOVED_INSIDE = Slip(
    "window-moved-inside",
    decision="padding",
    does="You move the windows that start in the padding to the edge of the map, and they read cells further in.",
    why="With padding 1 a window of three rows at the upper edge has two rows on the map. Move its start and keep its "
    "length, and it has three. Reckon the end before you cut the start off.",
    code="top = max(i * stride - padding, 0)  # and then x[n, c, top : top + kernel, ...]",
    section=f"{LESSON}#Padding a maximum",
    seen="Crops around a point in a photograph are moved inside like that on purpose, so that all have one size.",
)
ALL_AXES_PADDED = Slip(
    "all-axes-padded",
    decision="padding",
    does="You pad all four axes, so images and channels come out that never went in.",
    why="A single number for `np.pad` means all axes. Only height and width have a border.",
    code="x = np.pad(x, padding)",
    section=f"{LESSON}#Padding a maximum",
    seen="`np.pad(x, 1)` is what one writes for a single image, where it is right.",
)
EVERYWHERE = (
    STRIDE_ONE,
    STRIDE_IGNORED,
    STRIDE_NOT_IN_INDEX,
    KERNEL_IN_INDEX,
    WINDOW_OF_THE_STRIDE,
    CUT_IN_ORDER,
    SWAPPED,
    PADDING_IGNORED,
    PADDING_AFTER,
    PADDING_BEFORE,
    MOVED_INSIDE,
    ALL_AXES_PADDED,
    ROUNDED_UP,
    LAST_MISSED,
    RANGE_STOPS_EARLY,
    STARTS_TO_THE_EDGE,
    SQUARE_RESULT,
)
