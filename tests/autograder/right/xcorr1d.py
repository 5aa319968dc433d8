"""Right ways to write xcorr1d."""

import numpy as np


def loops(x, w):
    y = []
    for i in range(len(x) - len(w) + 1):
        total = 0
        for u in range(len(w)):
            total += x[i + u] * w[u]
        y.append(total)
    return np.array(y)


def einsum(x, w):
    idx = np.arange(len(x) - len(w) + 1)[:, None] + np.arange(len(w))
    return np.einsum("iu,u->i", x[idx], w)


def windows(x, w):
    return (np.lib.stride_tricks.sliding_window_view(x, len(w)) * w).sum(axis=1)


def fft(x, w):
    n = len(x) + len(w) - 1
    full = np.fft.irfft(np.fft.rfft(x, n) * np.fft.rfft(w[::-1], n), n)
    return full[len(w) - 1 : len(x)]


def matrix(x, w):
    m = np.zeros((len(x) - len(w) + 1, len(x)))
    for i in range(len(m)):
        m[i, i : i + len(w)] = w
    return m @ x


def numpy(x, w):
    return np.correlate(x, w)
