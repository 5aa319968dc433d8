"""Wrong means of windows."""

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes


def _sums(x, kernel, stride, padding):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return sliding_window_view(x, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride].sum(axis=(4, 5))


def _counts(x, kernel, stride, padding, include):
    return kernel**2 if include else _sums(np.ones(x.shape), kernel, stride, padding)


def _pool(x, kernel, stride, padding, include, place=lambda i, j, s, _: (i * s, j * s), count=math.floor):
    """Do it as most learners' loops do."""
    p = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    ones, x = np.pad(np.ones(x.shape), p), np.pad(x.astype(float), p)
    n, c, h, w = x.shape
    y = np.zeros((n, c, count((h - kernel) / stride) + 1, count((w - kernel) / stride) + 1))
    for b, k, i, j in np.ndindex(y.shape):
        top, left = place(i, j, stride, kernel)
        window = x[b, k, top : top + kernel, left : left + kernel]
        if include:
            y[b, k, i, j] = np.mean(window)
        else:
            y[b, k, i, j] = np.sum(window) / np.sum(ones[b, k, top : top + kernel, left : left + kernel])
    return y


@makes("avg_pool2d", "border-always-counted")
def mean_of_the_padded_window(x, kernel, *, stride=None, padding=0, **_):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    step = stride or kernel
    return sliding_window_view(x, (kernel, kernel), axis=(2, 3))[:, :, ::step, ::step].mean(axis=(4, 5))


@makes("avg_pool2d", "border-always-counted")
def convolution_with_a_box(x, kernel, *, stride=None, padding=0, **_):
    return _sums(x, kernel, stride or kernel, padding) * (1 / kernel) ** 2


@makes("avg_pool2d", "border-never-counted")
def clips_the_window(x, kernel, *, stride=None, padding=0, **_):
    s, (h, w) = stride or kernel, x.shape[2:]
    oh, ow = (h + 2 * padding - kernel) // s + 1, (w + 2 * padding - kernel) // s + 1
    y = np.zeros((*x.shape[:2], oh, ow))
    for n, c, i, j in np.ndindex(y.shape):
        top, left = i * s - padding, j * s - padding
        y[n, c, i, j] = x[n, c, max(top, 0) : top + kernel, max(left, 0) : left + kernel].mean()
    return y


@makes("avg_pool2d", "option-reversed")
def if_not_include(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    if not count_include_pad:
        return _sums(x, kernel, s, padding) / kernel**2
    return _sums(x, kernel, s, padding) / _sums(np.ones_like(x), kernel, s, padding)


@makes("avg_pool2d", "nonzero-counted")
def zeros_are_padding(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    if count_include_pad:
        return _sums(x, kernel, s, padding) / kernel**2
    return _sums(x, kernel, s, padding) / _sums((x != 0).astype(int), kernel, s, padding)


@makes("avg_pool2d", "sum-for-mean")
def forgets_to_divide(x, kernel, *, stride=None, padding=0, **_):
    return _sums(x, kernel, stride or kernel, padding)


@makes("avg_pool2d", "maximum-for-mean")
def copied_from_max_pool(x, kernel, *, stride=None, padding=0, **_):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    step = stride or kernel
    return sliding_window_view(x, (kernel, kernel), axis=(2, 3))[:, :, ::step, ::step].max(axis=(4, 5))


@makes("avg_pool2d", "divided-by-the-side")
def divides_by_kernel(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    total = _sums(x, kernel, s, padding)
    return total / kernel if count_include_pad else total / _counts(x, kernel, s, padding, include=False)


@makes("avg_pool2d", "floor-division")
def two_slashes(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    return _sums(x, kernel, s, padding) // _counts(x, kernel, s, padding, count_include_pad)


@makes("avg_pool2d", "fractions-cut")
def result_like_the_maps(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    means = _pool(x, kernel, stride or kernel, padding, count_include_pad)
    y = np.zeros(means.shape, dtype=x.dtype)
    y[:] = means
    return y


@makes("avg_pool2d", "channels-together")
def all_channels_of_an_image(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    y = _pool(x, kernel, stride or kernel, padding, count_include_pad)
    for n in range(len(y)):
        y[n, :] = y[n].mean(axis=0)
    return y


@makes("avg_pool2d", "everything-together")
def mean_without_axis(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    p = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), p, constant_values=0.0 if count_include_pad else np.nan)
    y = np.zeros((*x.shape[:2], (x.shape[2] - kernel) // s + 1, (x.shape[3] - kernel) // s + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            y[:, :, i, j] = np.nanmean(x[:, :, i * s : i * s + kernel, j * s : j * s + kernel])
    return y


@makes("avg_pool2d", "stride-one-by-default")
def default_of_a_convolution(x, kernel, *, stride=1, padding=0, count_include_pad=True):
    return _pool(x, kernel, stride or 1, padding, count_include_pad)


@makes("avg_pool2d", "stride-ignored")
def side_by_side_always(x, kernel, *, padding=0, count_include_pad=True, **_):
    return _pool(x, kernel, kernel, padding, count_include_pad)


@makes("avg_pool2d", "stride-not-in-index")
def starts_at_i(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    return _pool(x, kernel, stride or kernel, padding, count_include_pad, place=lambda i, j, *_: (i, j))


@makes("avg_pool2d", "kernel-in-index")
def starts_at_i_times_kernel(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    return _pool(x, kernel, stride or kernel, padding, count_include_pad, place=lambda i, j, _, k: (i * k, j * k))


@makes("avg_pool2d", "rows-and-columns-swapped")
def takes_x_for_rows(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    return _pool(x, kernel, stride or kernel, padding, count_include_pad, place=lambda i, j, s, _: (j * s, i * s))


@makes("avg_pool2d", "padding-ignored")
def never_pads(x, kernel, *, stride=None, **_):
    return _sums(x, kernel, stride or kernel, 0) / kernel**2


@makes("avg_pool2d", "padding-after-only")
def grows_below_and_right(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s, grow = stride or kernel, ((0, 0), (0, 0), (0, padding), (0, padding))
    total = _sums(np.pad(x, grow), kernel, s, 0)
    return total / (kernel**2 if count_include_pad else _sums(np.pad(np.ones(x.shape), grow), kernel, s, 0))


@makes("avg_pool2d", "padding-before-only")
def grows_above_and_left(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s, grow = stride or kernel, ((0, 0), (0, 0), (padding, 0), (padding, 0))
    total = _sums(np.pad(x, grow), kernel, s, 0)
    return total / (kernel**2 if count_include_pad else _sums(np.pad(np.ones(x.shape), grow), kernel, s, 0))


@makes("avg_pool2d", "rounded-up")
def ceil_for_floor(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    return _pool(x, kernel, stride or kernel, padding, count_include_pad, count=math.ceil)


@makes("avg_pool2d", "last-window-missed")
def no_plus_one(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    y = _pool(x, kernel, s, padding, count_include_pad)
    return y[:, :, : (x.shape[2] + 2 * padding - kernel) // s, : (x.shape[3] + 2 * padding - kernel) // s]


@makes("avg_pool2d", "range-stops-early")
def range_to_size_less_kernel(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    y = _pool(x, kernel, s, padding, count_include_pad)
    return y[
        :,
        :,
        : len(range(0, x.shape[2] + 2 * padding - kernel, s)),
        : len(range(0, x.shape[3] + 2 * padding - kernel, s)),
    ]


@makes("avg_pool2d", "square-result")
def as_wide_as_high(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=np.nan)
    size = (x.shape[2] - kernel) // s + 1
    y = np.zeros((*x.shape[:2], size, size))
    for n, c, i, j in np.ndindex(y.shape):
        window = x[n, c, i * s : i * s + kernel, j * s : j * s + kernel]
        y[n, c, i, j] = np.mean(np.nan_to_num(window)) if count_include_pad else np.nanmean(window)
    return y


@makes("avg_pool2d", "window-of-the-stride")
def windows_end_where_the_next_begins(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s = stride or kernel
    p = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    ones, x = np.pad(np.ones(x.shape), p), np.pad(x, p)
    rows, cols = range(0, x.shape[2] - kernel + 1, s), range(0, x.shape[3] - kernel + 1, s)

    def means(r, c):
        window, on_map = x[:, :, r : r + s, c : c + s], ones[:, :, r : r + s, c : c + s]
        return window.mean((2, 3)) if count_include_pad else window.sum((2, 3)) / on_map.sum((2, 3))

    return np.moveaxis(np.array([[means(r, c) for c in cols] for r in rows]), (0, 1), (2, 3))


@makes("avg_pool2d", "all-axes-padded")
def one_number_for_np_pad(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    s, ones = stride or kernel, np.pad(np.ones(x.shape), padding)
    total = _sums(np.pad(x, padding), kernel, s, 0)
    return total / (kernel**2 if count_include_pad else _sums(ones, kernel, s, 0))


@makes("avg_pool2d", "whole-numbers-only")
def result_of_int(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    return _pool(x, kernel, stride or kernel, padding, count_include_pad).astype(int)


@makes("avg_pool2d", "border-always-counted", "stride-one-by-default")
def blurs(x, kernel, *, stride=1, padding=0, **_):
    return _sums(x, kernel, stride or 1, padding) / kernel**2


@makes("avg_pool2d", "border-always-counted", "fractions-cut")
def whole_means_of_padded_windows(x, kernel, *, stride=None, padding=0, **_):
    return (
        np.trunc(_sums(x, kernel, stride or kernel, padding) / kernel**2).astype(int)
        if x.dtype.kind == "i"
        else (_sums(x, kernel, stride or kernel, padding) / kernel**2)
    )


@makes("avg_pool2d", "border-never-counted", "stride-ignored")
def side_by_side_and_clipped(x, kernel, *, padding=0, **_):
    return _pool(x, kernel, kernel, padding, include=False)


@makes("avg_pool2d", "option-reversed", "stride-not-in-index")
def reversed_at_i(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    return _pool(x, kernel, stride or kernel, padding, not count_include_pad, place=lambda i, j, *_: (i, j))


@makes("avg_pool2d")
def median(x, kernel, *, stride=None, padding=0, **_):
    s = stride or kernel
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(x, (kernel, kernel), axis=(2, 3))[:, :, ::s, ::s]
    return np.median(windows, axis=(4, 5))
