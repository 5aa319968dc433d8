"""Right ways to write max_pool2d."""

import math

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def four_loops(x, kernel, *, stride=None, padding=0):
    if stride is None:
        stride = kernel
    n, c, h, w = x.shape
    oh = (h + 2 * padding - kernel) // stride + 1
    ow = (w + 2 * padding - kernel) // stride + 1
    y = np.zeros((n, c, oh, ow))
    for b in range(n):
        for ch in range(c):
            for i in range(oh):
                for j in range(ow):
                    best = -float("inf")
                    for u in range(kernel):
                        for v in range(kernel):
                            row, col = i * stride + u - padding, j * stride + v - padding
                            if 0 <= row < h and 0 <= col < w and x[b, ch, row, col] > best:
                                best = x[b, ch, row, col]
                    y[b, ch, i, j] = best
    return y


def padded_with_minus_infinity(x, kernel, *, stride=None, padding=0):
    stride = stride or kernel
    x = np.pad(x.astype(float), [(0, 0), (0, 0), (padding, padding), (padding, padding)], constant_values=float("-inf"))
    height = math.floor((x.shape[2] - kernel) / stride + 1)
    width = math.floor((x.shape[3] - kernel) / stride + 1)
    y = np.empty((*x.shape[:2], height, width))
    for i in range(height):
        for j in range(width):
            window = x[:, :, i * stride : i * stride + kernel, j * stride : j * stride + kernel]
            y[:, :, i, j] = window.max(axis=(2, 3))
    return y


def clipped_windows(x, kernel, *, stride=None, padding=0):
    step = kernel if stride is None else stride
    rows = range(-padding, x.shape[2] + padding - kernel + 1, step)
    cols = range(-padding, x.shape[3] + padding - kernel + 1, step)
    return np.array(
        [
            [[[m[max(r, 0) : r + kernel, max(c, 0) : c + kernel].max() for c in cols] for r in rows] for m in image]
            for image in x
        ]
    )


def repeated_border(x, kernel, *, stride=None, padding=0):
    # A copy of a border cell lies in a window together with that cell, so it wins only where the cell would.
    p = ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2)
    step = kernel if stride is None else stride
    return sliding_window_view(np.pad(x, p, mode="edge"), (kernel, kernel), (2, 3))[:, :, ::step, ::step].max((-1, -2))


def rows_then_columns(x, kernel, *, stride=None, padding=0):
    step = kernel if stride is None else stride

    def along(a, axis):
        widths = [(0, 0)] * 4
        widths[axis] = (padding, padding)
        a = np.moveaxis(np.pad(a.astype(float), widths, constant_values=-np.inf), axis, 0)
        starts = np.arange(0, a.shape[0] - kernel + 1, step)
        return np.moveaxis(np.maximum.reduce([a[starts + u] for u in range(kernel)]), 0, axis)

    return along(along(x, 2), 3)


def strided(x, kernel, *, stride=None, padding=0):
    step = kernel if stride is None else stride
    lowest = x.min()
    x = np.ascontiguousarray(np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=lowest))
    n, c, h, w = x.shape
    a, b, d, e = x.strides
    shape = (n, c, (h - kernel) // step + 1, (w - kernel) // step + 1, kernel, kernel)
    return as_strided(x, shape, (a, b, d * step, e * step, d, e)).max(axis=-1).max(axis=-1)


def running_maximum(x, kernel, *, stride=None, padding=0):
    s = kernel if stride is None else stride
    h, w = ((n + 2 * padding - kernel) // s for n in x.shape[2:])
    big = np.full((*x.shape[:2], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -np.inf)
    big[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]] = x
    y = big[:, :, : h * s + 1 : s, : w * s + 1 : s].copy()
    for u, v in np.ndindex(kernel, kernel):
        np.maximum(y, big[:, :, u : u + h * s + 1 : s, v : v + w * s + 1 : s], out=y)
    return y
