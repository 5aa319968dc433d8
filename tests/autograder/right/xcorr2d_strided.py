"""Right ways to slide a kernel with stride, padding and dilation."""

import numpy as np


def _two(option):
    return (option, option) if isinstance(option, int) else option


def loops(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    oh = (x.shape[0] + 2 * ph - dh * (k.shape[0] - 1) - 1) // sh + 1
    ow = (x.shape[1] + 2 * pw - dw * (k.shape[1] - 1) - 1) // sw + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    a, b = i * sh + u * dh - ph, j * sw + v * dw - pw
                    if 0 <= a < x.shape[0] and 0 <= b < x.shape[1]:
                        y[i, j] += x[a, b] * k[u, v]
    return y


def padded_windows(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    padded = np.zeros((x.shape[0] + 2 * ph, x.shape[1] + 2 * pw))
    padded[ph : ph + x.shape[0], pw : pw + x.shape[1]] = x
    height, width = dh * (k.shape[0] - 1) + 1, dw * (k.shape[1] - 1) + 1
    rows = []
    for top in range(0, padded.shape[0] - height + 1, sh):
        row = []
        for left in range(0, padded.shape[1] - width + 1, sw):
            row.append(np.sum(padded[top : top + height : dh, left : left + width : dw] * k))
        rows.append(row)
    return np.array(rows)


def thinned_map_of_stride_1(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    spread = np.zeros((dh * (k.shape[0] - 1) + 1, dw * (k.shape[1] - 1) + 1))
    spread[::dh, ::dw] = k
    x = np.pad(x, ((ph, ph), (pw, pw)))
    windows = np.lib.stride_tricks.sliding_window_view(x, spread.shape)
    return np.tensordot(windows, spread, axes=2)[::sh, ::sw]


def index_arrays(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    x = np.pad(x, ((ph, ph), (pw, pw)))
    oh = (x.shape[0] - dh * (k.shape[0] - 1) - 1) // sh + 1
    ow = (x.shape[1] - dw * (k.shape[1] - 1) - 1) // sw + 1
    rows = np.arange(oh)[:, None] * sh + np.arange(k.shape[0]) * dh
    columns = np.arange(ow)[:, None] * sw + np.arange(k.shape[1]) * dw
    return np.einsum("iujv,uv->ij", x[rows[:, :, None, None], columns[None, None]], k)


def shifted_copies(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    x = np.pad(x, [(ph, ph), (pw, pw)])
    last_row, last_column = x.shape[0] - dh * (k.shape[0] - 1), x.shape[1] - dw * (k.shape[1] - 1)
    y = 0
    for u in range(k.shape[0]):
        for v in range(k.shape[1]):
            y = y + k[u, v] * x[u * dh : u * dh + last_row : sh, v * dw : v * dw + last_column : sw]
    return y


def as_a_matrix(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    x = np.pad(x, ((ph, ph), (pw, pw)))
    oh = (x.shape[0] - dh * (k.shape[0] - 1) - 1) // sh + 1
    ow = (x.shape[1] - dw * (k.shape[1] - 1) - 1) // sw + 1
    columns = [
        x[i * sh :, j * sw :][: dh * k.shape[0] : dh, : dw * k.shape[1] : dw].ravel()
        for i in range(oh)
        for j in range(ow)
    ]
    return (np.array(columns) @ k.ravel()).reshape(oh, ow)


def stride_tricks(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = np.broadcast_to(stride, 2), np.broadcast_to(padding, 2), np.broadcast_to(dilation, 2)
    x = np.pad(x.astype(np.float32), ((ph, ph), (pw, pw)))
    oh = (x.shape[0] - dh * (k.shape[0] - 1) - 1) // sh + 1
    ow = (x.shape[1] - dw * (k.shape[1] - 1) - 1) // sw + 1
    a, b = x.strides
    windows = np.lib.stride_tricks.as_strided(x, (oh, ow, *k.shape), (a * sh, b * sw, a * dh, b * dw))
    return (windows * k).sum(axis=(2, 3))
