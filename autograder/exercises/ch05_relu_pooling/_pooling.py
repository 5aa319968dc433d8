"""What the exercises that pool windows have in common: loops that slip, calls, shapes after a slip, and mistakes."""

import math
from collections.abc import Callable

import numpy as np

from autograder.exercise import Case, Slip

LESSON = "05_2_pooling"
Condense = Callable[[np.ndarray, np.ndarray], np.ndarray]


def slide(
    x: np.ndarray,
    kernel: int,
    *,
    stride: int | None,
    padding: int,
    beyond: float,
    condense: Condense,
    slips: frozenset[str],
) -> np.ndarray:
    """Move a window over all maps with plain loops, making the mistakes asked for.

    Parameters
    ----------
    x : numpy.ndarray, shape (batch, channels, height, width)
        The maps.
    kernel, stride, padding : int
        As the exercises take them.
    beyond : float
        What the padding holds.
    condense : callable
        ``condense(window, on_map)``: the windows of all maps at one place, and which of their cells lie on the map,
        to one number for each map.
    slips : frozenset of str
        The mistakes.

    Returns
    -------
    numpy.ndarray of float64, shape (batch, channels, out_height, out_width)
        The numbers.
    """
    stride = _stride(kernel, stride, slips)
    x, on_map = _padded(x, *_pads(padding, slips), beyond=beyond)
    rows, columns = (_count(size, kernel, stride, slips) for size in x.shape[2:])
    step = 1 if "stride-not-in-index" in slips else kernel if "kernel-in-index" in slips else stride
    y = np.zeros((*x.shape[:2], rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = (j * step, i * step) if "rows-and-columns-swapped" in slips else (i * step, j * step)
            place = np.s_[:, :, top : top + kernel, left : left + kernel]
            y[:, :, i, j] = condense(x[place], on_map[place])
    return y


def axes(slips: frozenset[str]) -> tuple[int, ...]:
    """Return the axes over which a window is condensed."""
    if "everything-together" in slips:
        return (0, 1, 2, 3)
    return (1, 2, 3) if "channels-together" in slips else (2, 3)


def _stride(kernel: int, stride: int | None, slips: frozenset[str]) -> int:
    if stride is None:
        return 1 if "stride-one-by-default" in slips else kernel
    return kernel if "stride-ignored" in slips else stride


def _pads(padding: int, slips: frozenset[str]) -> tuple[int, int]:
    before = 0 if {"padding-ignored", "padding-after-only"} & slips else padding
    after = 0 if {"padding-ignored", "padding-before-only"} & slips else padding
    return before, after


def _padded(x: np.ndarray, before: int, after: int, *, beyond: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the maps with what lies beyond them, and 1 where the map is; `np.pad` would cost most of a check."""
    height, width = x.shape[2:]
    padded = np.full((*x.shape[:2], height + before + after, width + before + after), beyond, dtype=float)
    on_map = np.zeros(padded.shape)
    place = np.s_[:, :, before : before + height, before : before + width]
    padded[place], on_map[place] = x, 1
    return padded, on_map


def _count(size: int, kernel: int, stride: int, slips: frozenset[str]) -> int:
    room = (size - kernel) / stride
    count = math.ceil(room) if "rounded-up" in slips else math.floor(room)
    return count + 1 - ("last-window-missed" in slips)


def shapes(case: Case) -> dict[str, tuple[int, ...]]:
    """Return the shapes after slips of the size formula, each under the sentence that tells it."""
    (x, kernel), stride, padding = case.args, case.options.get("stride"), case.options.get("padding", 0)
    step = kernel if stride is None else stride

    def shape(count: Callable[[int], float]) -> tuple[int, ...]:
        return (*x.shape[:2], *(int(count(size)) for size in x.shape[2:]))

    return {
        "You round up where the formula rounds down (ceil for floor).": shape(
            lambda size: math.ceil((size + 2 * padding - kernel) / step) + 1
        ),
        "You count one window too few along each axis: the formula ends in + 1.": shape(
            lambda size: (size + 2 * padding - kernel) // step
        ),
        "You count the padding once; it lies on both sides.": shape(lambda size: (size + padding - kernel) // step + 1),
        "You leave the padding out of the size.": shape(lambda size: (size - kernel) // step + 1),
        "You move the window by 1 where no stride is given; it then moves by the kernel's size.": shape(
            lambda size: (size + 2 * padding - kernel) // (stride or 1) + 1
        ),
        "You move the window by the kernel's size even if a stride is given.": shape(
            lambda size: (size + 2 * padding - kernel) // kernel + 1
        ),
        "You divide the size by the stride; the window's own size is missing from the formula.": shape(
            lambda size: (size + 2 * padding) // step
        ),
    }


def cells(case: Case, index: tuple[int, ...]) -> tuple[np.ndarray, str, int]:
    """Return the cells of one window that lie on the map, where they lie, and how many lie beyond it."""
    (x, kernel), stride, padding = case.args, case.options.get("stride"), case.options.get("padding", 0)
    (n, c, *place), step = index, kernel if stride is None else stride
    spans = [
        range(max(0, i * step - padding), min(size, i * step - padding + kernel))
        for i, size in zip(place, x.shape[2:], strict=True)
    ]
    (top, bottom), (left, right) = ((span.start, span.stop) for span in spans)
    window = x[n, c, top:bottom, left:right]
    return window, f"x[{n}, {c}, {top}:{bottom}, {left}:{right}]", kernel * kernel - window.size


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
