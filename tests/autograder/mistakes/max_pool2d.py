"""Wrong largest numbers of windows."""

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes


def _pool(x, kernel, stride, padding, reduce=np.max, fill=-np.inf):
    """Do it as most learners' four loops do."""
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=fill)
    n, c, h, w = x.shape
    y = np.zeros((n, c, (h - kernel) // stride + 1, (w - kernel) // stride + 1))
    for b, k, i, j in np.ndindex(y.shape):
        y[b, k, i, j] = reduce(x[b, k, i * stride : i * stride + kernel, j * stride : j * stride + kernel])
    return y


@makes("max_pool2d", "zeros-in-padding")
def pads_as_numpy_does(x, kernel, *, stride=None, padding=0):
    stride = kernel if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return sliding_window_view(x, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride].max(axis=(4, 5))


@makes("max_pool2d", "zeros-in-padding")
def writes_the_map_into_zeros(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    n, c, h, w = x.shape
    big = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    big[:, :, padding : padding + h, padding : padding + w] = x
    return _pool(big, kernel, stride, 0)


@makes("max_pool2d", "starts-at-zero")
def best_is_zero(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    n, c, h, w = x.shape
    oh, ow = (h + 2 * padding - kernel) // stride + 1, (w + 2 * padding - kernel) // stride + 1
    y = np.zeros((n, c, oh, ow))
    for b, k, i, j in np.ndindex(n, c, oh, ow):
        best = 0
        for u in range(kernel):
            for v in range(kernel):
                r, s = i * stride - padding + u, j * stride - padding + v
                if 0 <= r < h and 0 <= s < w:
                    best = max(best, x[b, k, r, s])
        y[b, k, i, j] = best
    return y


@makes("max_pool2d", "starts-at-zero")
def maximum_into_zeros(x, kernel, *, stride=None, padding=0):
    return np.maximum(np.zeros(1), _pool(x, kernel, stride or kernel, padding))


@makes("max_pool2d", "mean-for-maximum")
def averages(x, kernel, *, stride=None, padding=0):
    return _pool(x, kernel, stride or kernel, padding, reduce=np.mean)


@makes("max_pool2d", "channels-together")
def all_channels_of_an_image(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=-np.inf)
    y = np.zeros((*x.shape[:2], (x.shape[2] - kernel) // stride + 1, (x.shape[3] - kernel) // stride + 1))
    for n in range(len(x)):
        for i in range(y.shape[2]):
            for j in range(y.shape[3]):
                window = x[n, :, i * stride : i * stride + kernel, j * stride : j * stride + kernel]
                y[n, :, i, j] = np.max(window)
    return y


@makes("max_pool2d", "everything-together")
def max_without_axis(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=-np.inf)
    y = np.zeros((*x.shape[:2], (x.shape[2] - kernel) // stride + 1, (x.shape[3] - kernel) // stride + 1))
    for i in range(y.shape[2]):
        for j in range(y.shape[3]):
            y[:, :, i, j] = x[:, :, i * stride : i * stride + kernel, j * stride : j * stride + kernel].max()
    return y


@makes("max_pool2d", "stride-one-by-default")
def default_of_a_convolution(x, kernel, *, stride=1, padding=0):
    return _pool(x, kernel, stride or 1, padding)


@makes("max_pool2d", "stride-one-by-default")
def none_means_one(x, kernel, *, stride=None, padding=0):
    if stride is None:
        stride = 1
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-1e30)
    return sliding_window_view(x, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride].max(axis=(4, 5))


@makes("max_pool2d", "stride-ignored")
def side_by_side_always(x, kernel, *, padding=0, **_):
    return _pool(x, kernel, kernel, padding)


@makes("max_pool2d", "stride-ignored")
def by_reshape(x, kernel, *, padding=0, **_):
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    n, c, h, w = x.shape
    h, w = h // kernel, w // kernel
    return x[:, :, : h * kernel, : w * kernel].reshape(n, c, h, kernel, w, kernel).max(axis=(3, 5))


@makes("max_pool2d", "stride-not-in-index")
def starts_at_i(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    oh, ow = (x.shape[2] - kernel) // stride + 1, (x.shape[3] - kernel) // stride + 1
    y = np.zeros((x.shape[0], x.shape[1], oh, ow))
    for n, c, i, j in np.ndindex(y.shape):
        y[n, c, i, j] = x[n, c, i : i + kernel, j : j + kernel].max()
    return y


@makes("max_pool2d", "kernel-in-index")
def starts_at_i_times_kernel(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    oh, ow = (x.shape[2] - kernel) // stride + 1, (x.shape[3] - kernel) // stride + 1
    y = np.zeros((x.shape[0], x.shape[1], oh, ow))
    for n, c, i, j in np.ndindex(y.shape):
        y[n, c, i, j] = np.max(x[n, c, i * kernel : (i + 1) * kernel, j * kernel : (j + 1) * kernel])
    return y


@makes("max_pool2d", "rows-and-columns-swapped")
def takes_x_for_rows(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    n, c, h, w = x.shape
    y = np.zeros((n, c, (h - kernel) // stride + 1, (w - kernel) // stride + 1))
    for b, k, row, col in np.ndindex(y.shape):
        top, left = col * stride, row * stride
        y[b, k, row, col] = x[b, k, top : top + kernel, left : left + kernel].max()
    return y


@makes("max_pool2d", "padding-ignored")
def never_pads(x, kernel, *, stride=None, **_):
    stride = stride or kernel
    return sliding_window_view(x, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride].max(axis=(4, 5))


@makes("max_pool2d", "padding-after-only")
def grows_below_and_right(x, kernel, *, stride=None, padding=0):
    n, c, h, w = x.shape
    big = np.full((n, c, h + padding, w + padding), -np.inf)
    big[:, :, :h, :w] = x
    return _pool(big, kernel, stride or kernel, 0)


@makes("max_pool2d", "padding-before-only")
def grows_above_and_left(x, kernel, *, stride=None, padding=0):
    big = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, 0), (padding, 0)), constant_values=-np.inf)
    return _pool(big, kernel, stride or kernel, 0)


@makes("max_pool2d", "rounded-up")
def ceil_for_floor(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    n, c, h, w = x.shape
    y = np.zeros((n, c, math.ceil((h - kernel) / stride) + 1, math.ceil((w - kernel) / stride) + 1))
    for b, k, i, j in np.ndindex(y.shape):
        y[b, k, i, j] = x[b, k, i * stride : i * stride + kernel, j * stride : j * stride + kernel].max()
    return y


@makes("max_pool2d", "last-window-missed")
def no_plus_one(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    y = _pool(x, kernel, stride, padding)
    oh = (x.shape[2] + 2 * padding - kernel) // stride
    ow = (x.shape[3] + 2 * padding - kernel) // stride
    return y[:, :, :oh, :ow]


@makes("max_pool2d", "whole-numbers-only")
def result_of_int(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    h, w = x.shape[2:]
    oh, ow = (h + 2 * padding - kernel) // stride + 1, (w + 2 * padding - kernel) // stride + 1
    y = np.zeros((*x.shape[:2], oh, ow), dtype=int)
    for n, c, i, j in np.ndindex(y.shape):
        top, left = i * stride - padding, j * stride - padding
        y[n, c, i, j] = x[n, c, max(0, top) : top + kernel, max(0, left) : left + kernel].max()
    return y


@makes("max_pool2d", "range-stops-early")
def range_to_size_less_kernel(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    tops, lefts = range(0, x.shape[2] - kernel, stride), range(0, x.shape[3] - kernel, stride)
    y = np.zeros((*x.shape[:2], len(tops), len(lefts)))
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            y[:, :, i, j] = x[:, :, top : top + kernel, left : left + kernel].max(axis=(2, 3))
    return y


@makes("max_pool2d", "square-result")
def as_wide_as_high(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    size = (x.shape[2] - kernel) // stride + 1
    y = np.zeros((*x.shape[:2], size, size))
    for n, c, i, j in np.ndindex(y.shape):
        y[n, c, i, j] = x[n, c, i * stride : i * stride + kernel, j * stride : j * stride + kernel].max()
    return y


@makes("max_pool2d", "window-of-the-stride")
def windows_end_where_the_next_begins(x, kernel, *, stride=None, padding=0):
    s = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-np.inf)
    y = np.zeros((*x.shape[:2], (x.shape[2] - kernel) // s + 1, (x.shape[3] - kernel) // s + 1))
    for n, c, i, j in np.ndindex(y.shape):
        y[n, c, i, j] = x[n, c, i * s : (i + 1) * s, j * s : (j + 1) * s].max()
    return y


@makes("max_pool2d", "all-axes-padded")
def one_number_for_np_pad(x, kernel, *, stride=None, padding=0):
    return _pool(np.pad(x.astype(float), padding, constant_values=-np.inf), kernel, stride or kernel, 0)


@makes("max_pool2d", "all-axes-padded", "zeros-in-padding")
def np_pad_with_its_defaults(x, kernel, *, stride=None, padding=0):
    return _pool(np.pad(x, padding), kernel, stride or kernel, 0)


@makes("max_pool2d", "zeros-in-padding", "stride-one-by-default")
def like_a_convolution(x, kernel, *, stride=1, padding=0):
    return _pool(x, kernel, stride or 1, padding, fill=0)


@makes("max_pool2d", "zeros-in-padding", "rounded-up")
def fills_the_last_windows_up(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2)
    rows, cols = range(0, x.shape[2] - kernel + stride, stride), range(0, x.shape[3] - kernel + stride, stride)
    return np.array(
        [[[[m[r : r + kernel, c : c + kernel].max() for c in cols] for r in rows] for m in image] for image in x]
    )


@makes("max_pool2d", "mean-for-maximum", "stride-ignored")
def averages_side_by_side(x, kernel, *, padding=0, **_):
    return _pool(x, kernel, kernel, padding, reduce=np.mean)


@makes("max_pool2d", "stride-not-in-index", "zeros-in-padding")
def starts_at_i_among_zeros(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x, [(0, 0)] * 2 + [(padding, padding)] * 2)
    oh, ow = (x.shape[2] - kernel) // stride + 1, (x.shape[3] - kernel) // stride + 1
    return np.stack(
        [x[:, :, i : i + kernel, j : j + kernel].max((2, 3)) for i in range(oh) for j in range(ow)], 2
    ).reshape(*x.shape[:2], oh, ow)


@makes("max_pool2d")
def minus_one_in_padding(x, kernel, *, stride=None, padding=0):
    return _pool(x, kernel, stride or kernel, padding, fill=-1)


@makes("max_pool2d")
def smallest(x, kernel, *, stride=None, padding=0):
    return _pool(x, kernel, stride or kernel, padding, reduce=np.min, fill=np.inf)


@makes("max_pool2d", "padding-before-only")
def padding_counted_once(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    y = _pool(x, kernel, stride, padding)
    return y[:, :, : (x.shape[2] + padding - kernel) // stride + 1, : (x.shape[3] + padding - kernel) // stride + 1]
