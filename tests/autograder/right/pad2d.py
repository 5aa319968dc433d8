"""Right ways to pad."""

import numpy as np


def loops(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.zeros((*x.shape[:-2], top + h + bottom, left + w + right))
    for i in range(-top, h + bottom):
        for j in range(-left, w + right):
            a, b = i, j
            if mode == "reflect":
                a, b = (abs(n) if n < size else 2 * (size - 1) - n for n, size in ((i, h), (j, w)))
            elif mode == "replicate":
                a, b = (min(max(n, 0), size - 1) for n, size in ((i, h), (j, w)))
            elif mode == "circular":
                a, b = i % h, j % w
            if 0 <= a < h and 0 <= b < w:
                y[..., i + top, j + left] = x[..., a, b]
    return y


def by_numpy(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    name = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}[mode]
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(top, bottom), (left, right)], mode=name)


def by_slices(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.zeros((*x.shape[:-2], top + h + bottom, left + w + right), dtype=x.dtype)
    y[..., top : top + h, left : left + w] = x
    if mode == "zeros":
        return y
    y = _sides(y, left, right, mode)
    return _sides(y.swapaxes(-1, -2), top, bottom, mode).swapaxes(-1, -2)


def _sides(y, before, after, mode):
    end = y.shape[-1] - after
    inner = y[..., before:end].copy()
    n = inner.shape[-1]
    if mode == "replicate":
        y[..., :before], y[..., end:] = inner[..., :1], inner[..., -1:]
    elif mode == "circular":
        y[..., :before], y[..., end:] = inner[..., n - before :], inner[..., :after]
    else:
        y[..., :before] = inner[..., 1 : before + 1][..., ::-1]
        y[..., end:] = inner[..., n - 1 - after : n - 1][..., ::-1]
    return y


def index_arrays(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    for axis, before, after in ((-2, top, bottom), (-1, left, right)):
        n = x.shape[axis]
        places = np.arange(-before, n + after)
        kept = (places >= 0) & (places < n)
        if mode == "reflect":
            places = (n - 1) - abs((n - 1) - abs(places))
        elif mode == "circular":
            places = places % n
        else:
            places = places.clip(0, n - 1)
        x = np.take(x, places, axis=axis)
        if mode == "zeros":
            x = x * (kept[:, None] if axis == -2 else kept)
    return x


def concatenated(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    return _joined(_joined(x, top, bottom, mode, -2), left, right, mode, -1)


def _joined(x, before, after, mode, axis):
    x = np.moveaxis(x, axis, 0)
    n = len(x)
    if mode == "zeros":
        first, last = np.zeros((before, *x.shape[1:])), np.zeros((after, *x.shape[1:]))
    elif mode == "replicate":
        first, last = np.repeat(x[:1], before, axis=0), np.repeat(x[-1:], after, axis=0)
    elif mode == "circular":
        first, last = x[n - before :], x[:after]
    else:
        first, last = x[1 : before + 1][::-1], x[n - 1 - after : n - 1][::-1]
    return np.moveaxis(np.concatenate([first, x, last]), 0, axis)


def matrices(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    rows, columns = np.eye(x.shape[-2]), np.eye(x.shape[-1])
    rows = concatenated(rows, (top, bottom, 0, 0), mode=mode)
    columns = concatenated(columns, (left, right, 0, 0), mode=mode)
    return rows @ x @ columns.T


def recursion(x, padding, *, mode="zeros"):
    if x.ndim > 2:
        return np.stack([recursion(image, padding, mode=mode) for image in x])
    return loops(x, padding, mode=mode).astype(np.float32)
