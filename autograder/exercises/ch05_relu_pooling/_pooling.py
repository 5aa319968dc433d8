"""What the exercises that pool windows have in common: loops that slip, and the shapes after a slip."""

import math
from collections.abc import Callable

import numpy as np

from autograder.exercise import Case

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
    if "cut-in-order" in slips:
        return _cut_in_order(x, kernel, condense)
    stride = _stride(kernel, stride, slips)
    x, on_map = _padded(x, padding, beyond=beyond, slips=slips)
    rows, columns = (_count(size, kernel, stride, slips) for size in x.shape[2:])
    columns = rows if "square-result" in slips else columns
    step = 1 if "stride-not-in-index" in slips else kernel if "kernel-in-index" in slips else stride
    side = stride if "window-of-the-stride" in slips else kernel
    y = np.zeros((*x.shape[:2], rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = (j * step, i * step) if "rows-and-columns-swapped" in slips else (i * step, j * step)
            if "window-moved-inside" in slips:
                top, left = max(top, padding), max(left, padding)
            place = np.s_[:, :, top : top + side, left : left + side]
            y[:, :, i, j] = condense(x[place], on_map[place])
    return y


def _cut_in_order(x: np.ndarray, kernel: int, condense: Condense) -> np.ndarray:
    """Cut the maps as one `reshape` does that forgets that a window has rows."""
    rows, columns = (size // kernel for size in x.shape[2:])
    pieces = x[:, :, : rows * kernel, : columns * kernel].reshape(*x.shape[:2], rows, columns, kernel, kernel)
    y = np.zeros((*x.shape[:2], rows, columns))
    for i in range(rows):
        for j in range(columns):
            y[:, :, i, j] = condense(pieces[:, :, i, j], np.ones(pieces[:, :, i, j].shape))
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


def _padded(x: np.ndarray, padding: int, *, beyond: float, slips: frozenset[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the maps with what lies beyond them, and 1 where the map is; `np.pad` would cost most of a check."""
    before = 0 if {"padding-ignored", "padding-after-only"} & slips else padding
    after = 0 if {"padding-ignored", "padding-before-only"} & slips else padding
    more = padding if "all-axes-padded" in slips else 0
    batch, channels, height, width = x.shape
    shape = (batch + 2 * more, channels + 2 * more, height + before + after, width + before + after)
    padded, on_map = np.full(shape, beyond, dtype=float), np.zeros(shape)
    place = np.s_[more : more + batch, more : more + channels, before : before + height, before : before + width]
    padded[place], on_map[place] = x, 1
    return padded, on_map


def _count(size: int, kernel: int, stride: int, slips: frozenset[str]) -> int:
    room = (size - kernel) / stride
    if {"range-stops-early", "starts-to-the-edge"} & slips:
        return len(range(0, size - kernel if "range-stops-early" in slips else size, stride))
    count = math.ceil(room) if "rounded-up" in slips else math.floor(room)
    return count + 1 - ("last-window-missed" in slips)


def shapes(case: Case) -> dict[str, tuple[int, ...]]:
    """Return the shapes after slips of the size formula, each under the sentence that tells it."""
    (x, kernel), stride, padding = case.args, case.options.get("stride"), case.options.get("padding", 0)
    batch, channels, *sizes = x.shape
    right, *slipped = zip(*(_counts(size, kernel, stride, padding) for size in sizes), strict=True)
    return {
        "You condense the channels, too, and each map is to be pooled by itself.": (batch, *right),
        "You leave one channel of all, and each map is to be pooled by itself.": (batch, 1, *right),
        "You return the first image only, and all images are to be pooled.": (1, channels, *right),
        "Your result is square: its width comes from the map's height.": (batch, channels, right[0], right[0]),
        **{words: (batch, channels, *counts) for words, counts in zip(SIZE_SLIPS, slipped, strict=True)},
    }


SIZE_SLIPS = (
    "You round up where the formula rounds down (ceil for floor).",
    "You count one window too few along each axis: the formula ends in + 1.",
    "You count the padding once; it lies on both sides.",
    "You leave the padding out of the size.",
    "You move the window by 1 where no stride is given; it then moves by the kernel's size.",
    "You move the window by the kernel's size even if a stride is given.",
    "You divide the size by the stride; the window's own size is missing from the formula.",
    "You start a window at each stride up to the edge; the last ones do not fit.",
)


def _counts(size: int, kernel: int, stride: int | None, padding: int) -> tuple[int, ...]:
    """Count the windows rightly, and after each of ``SIZE_SLIPS``."""
    step, room = stride or kernel, size + 2 * padding - kernel
    return (
        room // step + 1,
        math.ceil(room / step) + 1,
        room // step,
        (room - padding) // step + 1,
        (size - kernel) // step + 1,
        room // (stride or 1) + 1,
        room // kernel + 1,
        (size + 2 * padding) // step,
        math.ceil((size + 2 * padding) / step),
    )


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
