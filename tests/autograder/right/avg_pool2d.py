"""Right ways to write avg_pool2d."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def loops(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel
    n, c, h, w = x.shape
    oh = (h + 2 * padding - kernel) // stride + 1
    ow = (w + 2 * padding - kernel) // stride + 1
    y = np.zeros((n, c, oh, ow))
    for b, ch, i, j in np.ndindex(n, c, oh, ow):
        total, count = 0.0, 0
        for u in range(kernel):
            for v in range(kernel):
                row, col = i * stride + u - padding, j * stride + v - padding
                if 0 <= row < h and 0 <= col < w:
                    total += x[b, ch, row, col]
                    count += 1
                elif count_include_pad:
                    count += 1
        y[b, ch, i, j] = total / count
    return y


def mask_of_ones(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    step = kernel if stride is None else stride
    p = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    xs, ones = np.pad(x, p), np.pad(np.ones(x.shape), p, constant_values=float(count_include_pad))

    def sums(a):
        return sliding_window_view(a, (kernel, kernel), axis=(2, 3))[:, :, ::step, ::step].sum(axis=(4, 5))

    return sums(xs) / sums(ones)


def missing_values(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    beyond = 0 if count_include_pad else np.nan
    p = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), p, constant_values=beyond)
    step = stride or kernel
    rows, cols = range(0, x.shape[2] - kernel + 1, step), range(0, x.shape[3] - kernel + 1, step)
    windows = [[np.nanmean(x[:, :, r : r + kernel, c : c + kernel], axis=(2, 3)) for c in cols] for r in rows]
    return np.transpose(np.array(windows), (2, 3, 0, 1))


def clipped_windows(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    step = kernel if stride is None else stride
    oh, ow = ((size + 2 * padding - kernel) // step + 1 for size in x.shape[2:])
    y = np.empty((*x.shape[:2], oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * step - padding, j * step - padding
            window = x[:, :, max(top, 0) : top + kernel, max(left, 0) : left + kernel]
            count = kernel**2 if count_include_pad else window.shape[2] * window.shape[3]
            y[:, :, i, j] = window.sum(axis=(2, 3)) / count
    return y


def summed_area(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    step = kernel if stride is None else stride

    def sums(a):
        table = np.pad(a, ((0, 0), (0, 0), (padding + 1, padding), (padding + 1, padding))).cumsum(2).cumsum(3)
        k = kernel
        full = table[:, :, k:, k:] - table[:, :, :-k, k:] - table[:, :, k:, :-k] + table[:, :, :-k, :-k]
        return full[:, :, ::step, ::step]

    return sums(x.astype(float)) / (kernel * kernel if count_include_pad else sums(np.ones(x.shape)))


def matrices(x, kernel, *, stride=None, padding=0, count_include_pad=True):
    step = kernel if stride is None else stride

    def along(size):
        starts = np.arange(-padding, size + padding - kernel + 1, step)[:, None]
        reads = (np.arange(size) >= starts) & (np.arange(size) < starts + kernel)
        return reads / (kernel if count_include_pad else reads.sum(axis=1, keepdims=True))

    return np.einsum("ih,jw,nchw->ncij", along(x.shape[2]), along(x.shape[3]), x)
