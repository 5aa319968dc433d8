"""Right ways to write"""

import numpy as np


def loops(x, k):
    (h, w), (a, b) = x.shape, k.shape
    y = np.zeros((h - a + 1, w - b + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(a):
                for v in range(b):
                    y[i, j] += x[i + u, j + v] * k[u, v]
    return y


def einsum(x, k):
    oh, ow = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    rows = np.arange(oh)[:, None] + np.arange(k.shape[0])
    cols = np.arange(ow)[:, None] + np.arange(k.shape[1])
    return np.einsum("iujv,uv->ij", x[rows[:, :, None, None], cols[None, None]], k)


def windows(x, k):
    view = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.tensordot(view, k, axes=2)


def fft(x, k):
    shape = [n + m - 1 for n, m in zip(x.shape, k.shape, strict=True)]
    product = np.fft.rfft2(x, shape) * np.fft.rfft2(k[::-1, ::-1], shape)
    full = np.fft.irfft2(product, shape)
    return full[k.shape[0] - 1 : x.shape[0], k.shape[1] - 1 : x.shape[1]]


def matrix(x, k):
    oh, ow = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    rows = [x[i : i + k.shape[0], j : j + k.shape[1]].ravel() for i in range(oh) for j in range(ow)]
    return (np.stack(rows) @ k.ravel()).reshape(oh, ow)


def shifted_copies(x, k):
    oh, ow = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    return sum(k[u, v] * x[u : u + oh, v : v + ow] for u in range(k.shape[0]) for v in range(k.shape[1]))
