"""A convolution layer that slips: it gathers each window by its indices, and multiplies channel by channel."""

from collections.abc import Sequence

import numpy as np

Pair = tuple[int, int]
FRACTIONS_CUT_IN_STEPS = {"fractions-cut-at-each-step", "fractions-cut-at-each-step-before-the-bias"}
WHOLE_NUMBERS_IN_STEPS = {"whole-numbers-only-at-each-step", "whole-numbers-only-at-each-step-before-the-bias"}
# How many of the axes (batch, channels, height, width) are outside a total that is not set back to 0.
AXES_OF_A_TOTAL = {"total-not-reset": 0, "total-reset-by-image": 1, "total-reset-by-map": 2, "total-reset-by-row": 3}
IN_WHOLE_STEPS = FRACTIONS_CUT_IN_STEPS | WHOLE_NUMBERS_IN_STEPS


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
    """Slide the kernels ``w`` over the images ``x``, making the mistakes asked for."""
    w = kernels_read(w, slips)
    windows = gathered(x, w.shape[2:], as_pairs(stride, padding, dilation, slips), slips)
    read = windows[:, channels_read(x.shape[1], w.shape, groups, slips)]
    total = _in_whole_steps(read, w, slips) if slips & IN_WHOLE_STEPS else _summed(read, w, slips)
    for outside in [AXES_OF_A_TOTAL[slip] for slip in slips & AXES_OF_A_TOTAL.keys()]:
        total = total.reshape(*total.shape[:outside], -1).cumsum(axis=-1).reshape(total.shape)
    y = _images(kept(total, x, w, b, slips), x, slips)
    return y.swapaxes(2, 3) if "output-transposed" in slips else y


def as_pairs(
    stride: int | Pair, padding: int | Pair, dilation: int | Pair, slips: frozenset[str] = frozenset()
) -> tuple[Pair, Pair, Pair]:
    """Return the options as (along the height, along the width)."""
    pairs = []
    for name, value in (("stride", stride), ("padding", padding), ("dilation", dilation)):
        first, second = value if isinstance(value, tuple) else (value, value)
        if "pairs-swapped" in slips or f"{name}-pair-swapped" in slips:
            first, second = second, first
        pairs.append((first, first) if "first-of-a-pair-for-both" in slips else (first, second))
    stride, padding, dilation = pairs
    return stride, padding, dilation


def gathered(
    x: np.ndarray, kernel: Pair, options: tuple[Pair, Pair, Pair], slips: frozenset[str] = frozenset()
) -> np.ndarray:
    """Return the windows as an array of shape (batch, channels, out_height, out_width, kernel_height, kernel_width)."""
    sides, starts, taps = [], [], []
    for size, cells, stride, padding, dilation in zip(x.shape[2:], kernel, *options, strict=True):
        sides.append(_sides(padding, slips))
        gap = _gap(dilation, slips)
        starts.append(_starts(size, sides[-1], cells, stride, gap, slips))
        taps.append(np.arange(cells) * (1 if "taps-side-by-side" in slips else gap))
    padded = np.pad(x, ((0, 0), (0, 0), *sides))
    (count, down), (across_count, across) = starts
    i, j = np.indices((count, across_count))
    if slips & {"rows-and-columns-swapped", "rows-and-columns-swapped-cell-by-cell"}:
        i, j = j, i
    rows, columns = (i * down)[:, :, None] + taps[0], (j * across)[:, :, None] + taps[1]
    if "rows-and-columns-swapped" in slips:
        rows, columns = _as_sliced(rows, padded.shape[2]), _as_sliced(columns, padded.shape[3])
    return padded[:, :, rows[:, :, :, None], columns[:, :, None, :]]


def _as_sliced(places: np.ndarray, size: int) -> np.ndarray:
    """Do what a slice over the edge does: a window of one row is repeated by broadcasting, another cannot be."""
    return np.where((places[..., 1:2] >= size) & (places[..., :1] < size), places[..., :1], places)


def _sides(padding: int, slips: frozenset[str]) -> Pair:
    before = 0 if slips & {"padding-forgotten", "padding-after-only"} else padding
    after = 0 if slips & {"padding-forgotten", "padding-before-only"} else padding
    return before, after


def _gap(dilation: int, slips: frozenset[str]) -> int:
    if "dilation-ignored" in slips:
        return 1
    return dilation + 1 if "dilation-one-too-large" in slips else dilation


def _starts(size: int, sides: Pair, cells: int, stride: int, gap: int, slips: frozenset[str]) -> Pair:
    """Return how many windows there are along one axis, and how far the next is from the one before."""
    span = gap * cells if "span-too-long" in slips else gap * (cells - 1) + 1
    room = size - span + (0 if "padding-not-in-the-size" in slips else sum(sides))
    step = 1 if "stride-ignored" in slips else stride
    count = room // step + (0 if "last-window-missed" in slips else 1)
    return count, 1 if "stride-forgotten" in slips else step


def kernels_read(w: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    """Return the kernels as they are slid."""
    if "kernel-channels-swapped" in slips:
        w = _in_before_out(w)
    if "one-slice-for-all-channels" in slips:
        w = np.broadcast_to(w[:, :1], w.shape)
    if "kernel-flipped" in slips:
        return w[:, :, ::-1, ::-1]
    return w.swapaxes(2, 3) if "kernel-transposed" in slips else w


def _in_before_out(w: np.ndarray) -> np.ndarray:
    if w.shape[0] != w.shape[1]:
        raise IndexError(f"kernels of shape {w.shape} read as (in_channels, out_channels, height, width)")
    return w.swapaxes(0, 1)


def channels_read(in_channels: int, w_shape: Sequence[int], groups: int, slips: frozenset[str]) -> np.ndarray:
    """Return for each output channel the input channels that it reads."""
    out_channels, share = w_shape[:2]
    kernels, channels = np.arange(out_channels)[:, None], np.arange(share)
    if "first-channels-for-all" in slips:
        return channels + 0 * kernels
    if "groups-taken-in-turn" in slips:
        return kernels % groups * share + channels
    group = kernels // (out_channels // groups)
    if "every-gth-channel" in slips:
        return group + channels * (in_channels // share)
    return group * share + channels


def _in_whole_steps(read: np.ndarray, w: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    """Add product after product into an array of whole numbers, which cuts the sum at each step."""
    if slips & FRACTIONS_CUT_IN_STEPS and read.dtype.kind == "f":
        return _summed(read, w, slips)
    total = np.zeros((*read.shape[:2], *read.shape[3:5]))
    for c, u, v in np.ndindex(*w.shape[1:]):
        total = np.trunc(total + read[:, :, c, :, :, u, v] * w[:, c, u, v][:, None, None])
    return total


def _summed(read: np.ndarray, w: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    by_channel = np.einsum("nocijuv,ocuv->nocij", read, w)
    if "only-the-first-channel" in slips:
        return by_channel[:, :, 0]
    if "only-the-last-channel" in slips:
        return by_channel[:, :, -1]
    if "mean-over-channels" in slips:
        return by_channel.mean(axis=2)
    return by_channel.sum(axis=2) / (w[0].size if "mean-for-sum" in slips else 1)


def kept(sums: np.ndarray, x: np.ndarray, w: np.ndarray, b: np.ndarray | None, slips: frozenset[str]) -> np.ndarray:
    """Add the biases to the sums, and keep them in an array that cuts the sums, or the biases as well."""
    dtypes = {"fractions-cut": x.dtype, "whole-numbers-only": np.dtype(int)}
    slips_of_dtype = slips & IN_WHOLE_STEPS or slips  # what is cut at each step has nothing left to cut at the end
    for name, dtype in dtypes.items():
        if slips_of_dtype & {f"{name}-before-the-bias", f"{name}-at-each-step-before-the-bias"}:
            return with_bias(sums.astype(dtype), w, b, slips)
    y = with_bias(sums, w, b, slips)
    for name, dtype in dtypes.items():
        y = y.astype(dtype) if slips_of_dtype & {name, f"{name}-at-each-step"} else y
    return y.astype(np.result_type(x, w)) if "biases-cut" in slips_of_dtype else y


def with_bias(y: np.ndarray, w: np.ndarray, b: np.ndarray | None, slips: frozenset[str]) -> np.ndarray:
    """Add the biases to the maps."""
    if b is None or "bias-forgotten" in slips:
        return y
    if "bias-along-the-width" in slips:
        return y + b
    if "first-bias-for-all" in slips:
        return y + b[0]
    times = w[0].size if "bias-with-each-product" in slips else 1
    times = w.shape[1] if "bias-with-each-channel" in slips else times
    return y + times * b[:, None, None]


def _images(y: np.ndarray, x: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "only-the-first-image" in slips:
        return y[:1]
    if "first-image-for-all" in slips:
        return np.repeat(y[:1], len(x), axis=0)
    if "later-images-left-empty" in slips:
        y = y.copy()
        y[1:] = 0
    return y
