"""Right ways to write a convolution layer as a product of matrices"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.right.im2col import by_indices, column_by_column, slow_loops, windows_of_a_view


def _shape(x, w, stride, padding, dilation):
    s, p, d = (np.broadcast_to(value, 2) for value in (stride, padding, dilation))
    return tuple((np.array(x.shape[2:]) + 2 * p - d * (np.array(w.shape[2:]) - 1) - 1) // s + 1)


def image_by_image(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = np.zeros((len(x), len(w), *_shape(x, w, stride, padding, dilation)))
    for n in range(len(x)):
        for g in range(groups):
            channels = np.split(x[n : n + 1], groups, axis=1)[g]
            kernels = np.split(w, groups)[g]
            columns = column_by_column(channels, w.shape[2:], stride=stride, padding=padding, dilation=dilation)[0]
            maps = slice(g * len(kernels), (g + 1) * len(kernels))
            y[n, maps] = (kernels.reshape(len(kernels), -1) @ columns).reshape(-1, *y.shape[2:])
    return y if b is None else y + b[:, None, None]


def stacked_matrices(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    columns = windows_of_a_view(x, w.shape[2:], stride=stride, padding=padding, dilation=dilation)
    columns = columns.reshape(len(x), groups, -1, columns.shape[-1])
    y = w.reshape(groups, len(w) // groups, -1) @ columns
    y = y.reshape(len(x), len(w), -1)
    if b is not None:
        y = y + b[:, None]
    return y.reshape(len(x), len(w), *_shape(x, w, stride, padding, dilation))


def bias_as_a_weight(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    """Give each column a 1 at its end, and each kernel its bias to meet it."""
    b = np.zeros(len(w)) if b is None else b
    parts = []
    for channels, kernels, biases in zip(np.split(x, groups, 1), np.split(w, groups), np.split(b, groups), strict=True):
        columns = by_indices(channels, w.shape[2:], stride=stride, padding=padding, dilation=dilation)
        ones = np.ones((len(x), 1, columns.shape[2]))
        matrix = np.concatenate([kernels.reshape(len(kernels), -1), biases[:, None]], axis=1)
        parts.append(matrix @ np.concatenate([columns, ones], axis=1))
    return np.concatenate(parts, axis=1).reshape(len(x), len(w), *_shape(x, w, stride, padding, dilation))


def one_large_product(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    """Put the groups on the diagonal of one matrix, and all images side by side."""
    columns = by_indices(x, w.shape[2:], stride=stride, padding=padding, dilation=dilation)
    matrix = np.zeros((len(w), columns.shape[1]))
    share = w[0].size
    for o, kernel in enumerate(w):
        group = o * groups // len(w)
        matrix[o, group * share : (group + 1) * share] = kernel.ravel()
    y = matrix @ np.hstack(list(columns))
    y = y.reshape(len(w), len(x), *_shape(x, w, stride, padding, dilation)).swapaxes(0, 1)
    return y if b is None else y + b.reshape(1, -1, 1, 1)


def windows_as_rows(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = (np.broadcast_to(value, 2) for value in (stride, padding, dilation))
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw))).astype(np.float32)
    spans = dh * (w.shape[2] - 1) + 1, dw * (w.shape[3] - 1) + 1
    view = sliding_window_view(padded, spans, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    maps = []
    for channels, kernels in zip(np.split(view, groups, axis=1), np.split(w, groups), strict=True):
        rows = channels.transpose(0, 2, 3, 1, 4, 5).reshape(-1, w[0].size)
        maps.append((rows @ kernels.reshape(len(kernels), -1).T).reshape(len(x), *view.shape[2:4], -1))
    y = np.concatenate(maps, axis=-1) + (0 if b is None else b)
    return y.transpose(0, 3, 1, 2)


def slow_product(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    columns = slow_loops(x, w.shape[2:], stride=stride, padding=padding, dilation=dilation)
    rows = w.reshape(len(w), -1).tolist()
    result = []
    for image in columns.tolist():
        for o, row in enumerate(rows):
            first = o // (len(rows) // groups) * len(row)
            seen = image[first : first + len(row)]
            bias = 0 if b is None else b[o]
            result += [
                bias + sum(a * k for a, k in zip(column, row, strict=True)) for column in zip(*seen, strict=True)
            ]
    return np.array(result).reshape(len(x), len(w), *_shape(x, w, stride, padding, dilation))
