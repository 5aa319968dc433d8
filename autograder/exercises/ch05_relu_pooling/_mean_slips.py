"""Mistakes of who takes the mean of each window."""

from autograder.exercise import Slip
from autograder.exercises.ch05_relu_pooling._pooling_slips import EVERYWHERE, LESSON

BORDER = f"{LESSON}#Means, with and without the border"

SLIPS = (
    Slip(
        "border-always-counted",
        decision="what is counted",
        does="You divide by all cells of the window, even if the padding is not to be counted.",
        why="With `count_include_pad=False` the sum is divided by the number of cells that lie on the map. "
        "A corner of a map of eights stays 8; if the zeros count, it becomes 2.",
        code="y[n, c, i, j] = window.mean()",
        section=BORDER,
        seen="It is PyTorch's default, and no choice in a library that pools by sliding a kernel of 1/k² over a "
        "zero-padded map. Maps grow darker towards their border.",
    ),
    Slip(
        "border-never-counted",
        decision="what is counted",
        does="You divide by the cells that lie on the map, even if the padding is to be counted.",
        why="Without the option, or with `count_include_pad=True`, the zeros count like any other number: "
        "divide by kernel².",
        code="y[n, c, i, j] = window.sum() / on_map.sum()",
        section=BORDER,
        seen="TensorFlow and Keras never count the padding, PyTorch does by default: a converted network differs "
        "in the outermost rows and columns only.",
    ),
    Slip(
        "option-reversed",
        decision="what is counted",
        does="You do with `count_include_pad` the opposite of what it says.",
        why="Included means that the zeros of the padding are among the cells counted: divide by kernel². "
        "Not included means fewer cells, and a larger mean.",
        code="count = on_map.sum() if count_include_pad else kernel * kernel",
        section=BORDER,
        seen="The default differs: `count_include_pad` is 0 in ONNX unless it is set, and true in PyTorch. "
        "Who converts a network between them has to set it.",
    ),
    Slip(
        "nonzero-counted",
        decision="how it is counted",
        does="You take every zero for padding: a zero on the map is not counted either.",
        why="A map holds zeros of its own, after a ReLU mostly zeros. "
        "What lies on the map is told by its place, and not by its value.",
        code="window[window != 0].mean()",
        section=BORDER,
        seen="Zero as a mark for what is missing: in data tables, in depth images, in padded sequences. "
        "It fails as soon as zero is also a value.",
    ),
    Slip(
        "option-drops-padding",
        decision="what is counted",
        does="You leave the padding out where it is not to be counted.",
        why="`count_include_pad=False` changes what the sum is divided by, and nothing else: the windows start in the "
        "padding as before, and as many come out.",
        code="padding = padding if count_include_pad else 0",
        section=BORDER,
        seen="The name says `include`, so it is read as whether there is padding at all. In PyTorch, too, it changes "
        "the divisor only.",
    ),
    Slip(
        "infinity-in-padding",
        decision="value of the padding",
        does="Your padding holds −∞, so each window that reaches into it has −∞ as its mean.",
        why="−∞ is right for a maximum, where it never wins. In a sum it takes everything with it; here the padding "
        "holds 0.",
        code="x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)",
        section=BORDER,
        seen="Code copied from the max pool next to it. One −∞ or NaN in an average makes all of it useless, and "
        "`np.mean` does not warn.",
    ),
    Slip(
        "sum-for-mean",
        decision="condensing",
        does="You add up each window and do not divide.",
        why="A mean is the sum divided by the number of cells. The sum grows with the window, the mean does not.",
        code="y[n, c, i, j] = window.sum()",
        section=BORDER,
        seen="`torch.nn.functional.lp_pool2d` with norm type 1 is a sum, and a convolution with ones is one too.",
    ),
    Slip(
        "maximum-for-mean",
        decision="condensing",
        does="You take the largest number of each window, not its mean.",
        why="That is max pooling. A mean is moved by every cell, a maximum by one.",
        code="y[n, c, i, j] = window.max()",
        section=BORDER,
        seen="Code copied from the max pool next to it.",
    ),
    Slip(
        "divided-by-the-side",
        decision="how it is counted",
        does="You divide by the kernel's size, and a window has kernel · kernel cells.",
        why="A window of 2×2 holds four numbers, so the sum is divided by 4.",
        code="y[n, c, i, j] = window.sum() / kernel",
        section=BORDER,
        seen="One-dimensional pooling, where it is right, carried over to two dimensions.",
    ),
    Slip(
        "floor-division",
        decision="dtype",
        does="You round each mean down to a whole number.",
        why="`//` drops the fraction; `/` keeps it.",
        code="y[n, c, i, j] = window.sum() // (kernel * kernel)",
        section=BORDER,
        seen="Image libraries that average pixels of type uint8 and return uint8.",
    ),
    Slip(
        "whole-numbers-only",
        decision="dtype",
        does="Your result holds whole numbers only.",
        why="`int` cuts off every fraction, and means have them even if the maps have not.",
        code="y = np.zeros((batch, channels, out_height, out_width), dtype=int)",
        section=BORDER,
        seen="Arrays made for pixels of type uint8 that later receive activations: NumPy cuts without a warning.",
    ),
    Slip(
        "fractions-cut",
        decision="dtype",
        does="Your result has the dtype of the maps, so whole numbers in give whole numbers out.",
        why="`np.zeros(..., dtype=x.dtype)` of integer maps is an integer array, and that cuts off every fraction "
        "you write into it. The mean of 1 and 2 is 1.5.",
        code="y = np.zeros((batch, channels, out_height, out_width), dtype=x.dtype)",
        section=BORDER,
        seen="`np.zeros_like` and `np.empty_like` take over the dtype of what they are given.",
    ),
    Slip(
        "channels-together",
        decision="axes",
        does="You take the mean over all channels of an image.",
        why="Each map is pooled by itself: pooling leaves the number of channels as it is.",
        code="y[n, :, i, j] = x[n, :, top : top + kernel, left : left + kernel].mean()",
        section=BORDER,
        seen="A convolution sums over the channels, and pooling is often told as if it were one.",
    ),
    Slip(
        "everything-together",
        decision="axes",
        does="You take the mean over all channels of all images.",
        why="`.mean()` without an axis reduces everything to one number. Each map is pooled by itself.",
        code="y[:, :, i, j] = x[:, :, top : top + kernel, left : left + kernel].mean()",
        section=BORDER,
        seen="`.max()`, `.sum()` and `.mean()` of NumPy and of torch all reduce everything if no axis is named.",
    ),
    *EVERYWHERE,
)
