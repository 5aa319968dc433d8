"""Right ways to lay windows out as columns"""

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def _two(value):
    return value if isinstance(value, tuple) else (value, value)


def _sizes(x, kernel, stride, padding, dilation):
    return [
        (n + 2 * p - d * (k - 1) - 1) // s + 1
        for n, k, s, p, d in zip(x.shape[2:], kernel, stride, padding, dilation, strict=True)
    ]


def slow_loops(x, kernel, *, stride=1, padding=0, dilation=1):
    kernel, stride, padding, dilation = map(_two, (kernel, stride, padding, dilation))
    oh, ow = _sizes(x, kernel, stride, padding, dilation)
    batch, channels, height, width = x.shape
    rows = []
    for n in range(batch):
        rows.append([])
        for c in range(channels):
            for u in range(kernel[0]):
                for v in range(kernel[1]):
                    row = []
                    for i in range(oh):
                        for j in range(ow):
                            a = i * stride[0] + u * dilation[0] - padding[0]
                            b = j * stride[1] + v * dilation[1] - padding[1]
                            row.append(x[n, c, a, b] if 0 <= a < height and 0 <= b < width else 0)
                    rows[n].append(row)
    return np.array(rows)


def column_by_column(x, kernel, *, stride=1, padding=0, dilation=1):
    kernel, stride, padding, dilation = map(_two, (kernel, stride, padding, dilation))
    oh, ow = _sizes(x, kernel, stride, padding, dilation)
    x = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    result = np.empty((len(x), x.shape[1] * kernel[0] * kernel[1], oh * ow), dtype=np.float32)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride[0], j * stride[1]
            bottom, right = top + dilation[0] * kernel[0], left + dilation[1] * kernel[1]
            window = x[:, :, top : bottom : dilation[0], left : right : dilation[1]]
            result[:, :, i * ow + j] = window[:, :, : kernel[0], : kernel[1]].reshape(len(x), -1)
    return result


def row_by_row(x, kernel, *, stride=1, padding=0, dilation=1):
    kernel, stride, padding, dilation = map(_two, (kernel, stride, padding, dilation))
    oh, ow = _sizes(x, kernel, stride, padding, dilation)
    x = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    rows = [
        x[:, c, u * dilation[0] :: stride[0], v * dilation[1] :: stride[1]][:, :oh, :ow].reshape(len(x), -1)
        for c in range(x.shape[1])
        for u in range(kernel[0])
        for v in range(kernel[1])
    ]
    return np.stack(rows, axis=1)


def by_indices(x, kernel, *, stride=1, padding=0, dilation=1):
    kernel, stride, padding, dilation = map(_two, (kernel, stride, padding, dilation))
    oh, ow = _sizes(x, kernel, stride, padding, dilation)
    padded = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    c, u, v = (place.reshape(-1, 1) for place in np.indices((x.shape[1], *kernel)))
    i, j = (place.reshape(1, -1) for place in np.indices((oh, ow)))
    return padded[:, c, i * stride[0] + u * dilation[0], j * stride[1] + v * dilation[1]]


def windows_of_a_view(x, kernel, *, stride=1, padding=0, dilation=1):
    kernel, stride, padding, dilation = map(_two, (kernel, stride, padding, dilation))
    padded = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    span = [d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True)]
    view = sliding_window_view(padded, span, axis=(2, 3))[:, :, :: stride[0], :: stride[1]]
    view = view[..., :: dilation[0], :: dilation[1]]
    return np.einsum("ncijuv->ncuvij", view).reshape(len(x), x.shape[1] * kernel[0] * kernel[1], -1)


def strides_of_memory(x, kernel, *, stride=1, padding=0, dilation=1):
    kernel, stride, padding, dilation = map(_two, (kernel, stride, padding, dilation))
    oh, ow = _sizes(x, kernel, stride, padding, dilation)
    p = np.ascontiguousarray(np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2)))
    n, c, h, w = p.strides
    view = as_strided(
        p,
        (*p.shape[:2], *kernel, oh, ow),
        (n, c, h * dilation[0], w * dilation[1], h * stride[0], w * stride[1]),
        writeable=False,
    )
    return view.reshape(len(x), -1, oh * ow)
