"""Right ways to write conv2d_true."""

import numpy as np

from tests.autograder.right import xcorr2d


def loops(x, k):
    (h, w), (a, b) = x.shape, k.shape
    y = np.zeros((h - a + 1, w - b + 1))
    for i in range(h - a + 1):
        for j in range(w - b + 1):
            y[i, j] = sum(x[i + u, j + v] * k[a - 1 - u, b - 1 - v] for u in range(a) for v in range(b))
    return y


def einsum(x, k):
    return xcorr2d.einsum(x, np.rot90(k, 2))


def windows(x, k):
    return xcorr2d.windows(x, np.flip(k))


def fft(x, k):
    shape = [n + m - 1 for n, m in zip(x.shape, k.shape, strict=True)]
    full = np.fft.irfft2(np.fft.rfft2(x, shape) * np.fft.rfft2(k, shape), shape)
    return full[k.shape[0] - 1 : x.shape[0], k.shape[1] - 1 : x.shape[1]]


def matrix(x, k):
    return xcorr2d.matrix(x, k[::-1, ::-1])
