"""Wrong windows at the edges of maps, and maps cut without windows, in both pools."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes


def _around(x, padding, fill):
    return np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=fill)


def _to_the_edge(x, kernel, stride, reduce):
    """Start wherever there is a cell left."""
    return np.array(
        [
            [
                [
                    [reduce(m[r : r + kernel, c : c + kernel]) for c in range(0, m.shape[1], stride)]
                    for r in range(0, m.shape[0], stride)
                ]
                for m in image
            ]
            for image in x
        ]
    )


@makes("max_pool2d", "starts-to-the-edge")
def largest_up_to_the_edge(x, kernel, *, stride=None, padding=0):
    return _to_the_edge(_around(x, padding, -np.inf), kernel, stride or kernel, np.max)


@makes("max_pool2d", "starts-to-the-edge", "zeros-in-padding")
def largest_up_to_the_edge_of_zeros(x, kernel, *, stride=None, padding=0):
    return _to_the_edge(_around(x, padding, 0), kernel, stride or kernel, np.max)


@makes("avg_pool2d", "starts-to-the-edge")
def means_up_to_the_edge(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    fill = 0 if count_include_pad else np.nan
    return _to_the_edge(_around(x, padding, fill), kernel, stride or kernel, np.nanmean)


def _starts(size, kernel, stride, padding):
    return [max(i * stride - padding, 0) for i in range((size + 2 * padding - kernel) // stride + 1)]


@makes("max_pool2d", "window-moved-inside")
def largest_from_the_edge(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    rows, columns = (_starts(size, kernel, stride, padding) for size in x.shape[2:])
    y = np.empty((*x.shape[:2], len(rows), len(columns)))
    for i, r in enumerate(rows):
        for j, c in enumerate(columns):
            y[:, :, i, j] = x[:, :, r : r + kernel, c : c + kernel].max(axis=(2, 3))
    return y


@makes("avg_pool2d", "window-moved-inside")
def means_from_the_edge(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel
    rows, columns = (_starts(size, kernel, stride, padding) for size in x.shape[2:])
    y = np.empty((*x.shape[:2], len(rows), len(columns)))
    for i, r in enumerate(rows):
        for j, c in enumerate(columns):
            window = x[:, :, r : r + kernel, c : c + kernel]
            count = kernel * kernel if count_include_pad else window.shape[2] * window.shape[3]
            y[:, :, i, j] = window.sum(axis=(2, 3)) / count
    return y


def _means(x, kernel, stride, padding, *, fill=0.0, include=True):
    def windows(x, fill):
        around = _around(x, padding, fill)
        return sliding_window_view(around, (kernel, kernel), axis=(2, 3))[:, :, ::stride, ::stride]

    count = kernel * kernel if include else windows(np.ones(x.shape), 0).sum(axis=(4, 5))
    return windows(x, fill).sum(axis=(4, 5)) / count


@makes("avg_pool2d", "infinity-in-padding")
def padded_as_for_the_maximum(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    return _means(x, kernel, stride or kernel, padding, fill=-np.inf, include=count_include_pad)


@makes("avg_pool2d", "infinity-in-padding", "maximum-for-mean")
def max_pool_under_another_name(x, kernel, *, stride=None, padding=0, **_):
    windows = sliding_window_view(_around(x, padding, -np.inf), (kernel, kernel), axis=(2, 3))
    stride = stride or kernel
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))


@makes("avg_pool2d", "option-drops-padding")
def pads_only_if_it_counts(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    if not count_include_pad:
        padding = 0
    return _means(x, kernel, stride or kernel, padding)


def _cut(x, kernel):
    n, c, h, w = x.shape
    rows, columns = h // kernel, w // kernel
    return x[:, :, : rows * kernel, : columns * kernel].reshape(n, c, rows, columns, kernel, kernel)


@makes("max_pool2d", "cut-in-order")
def largest_of_each_piece(x, kernel, **_):
    return _cut(x, kernel).max(axis=(4, 5))


@makes("avg_pool2d", "cut-in-order")
def mean_of_each_piece(x, kernel, **_):
    return _cut(x, kernel).mean(axis=(4, 5))


def _largest(x, kernel, stride, padding, fill):
    windows = sliding_window_view(_around(x, padding, fill), (kernel, kernel), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))


@makes("max_pool2d")
def minus_hundred_in_padding(x, kernel, *, stride=None, padding=0):
    return _largest(x, kernel, stride or kernel, padding, fill=-100)


@makes("max_pool2d")
def minus_99999_in_padding(x, kernel, *, stride=None, padding=0):
    return _largest(x, kernel, stride or kernel, padding, fill=-99_999)


@makes("max_pool2d")
def best_is_minus_hundred(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    h, w = x.shape[2:]
    y = np.empty((*x.shape[:2], (h + 2 * padding - kernel) // stride + 1, (w + 2 * padding - kernel) // stride + 1))
    for n, c, i, j in np.ndindex(y.shape):
        best = -100
        for u, v in np.ndindex(kernel, kernel):
            row, column = i * stride + u - padding, j * stride + v - padding
            if 0 <= row < h and 0 <= column < w:
                best = max(best, x[n, c, row, column])
        y[n, c, i, j] = best
    return y
