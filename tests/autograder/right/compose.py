"""Right ways to write compose."""

import numpy as np

from tests.autograder.right import xcorr2d


def loops(k1, k2):
    k = np.zeros((k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1))
    for a in range(k1.shape[0]):
        for b in range(k1.shape[1]):
            for c in range(k2.shape[0]):
                for d in range(k2.shape[1]):
                    k[a + c, b + d] += k1[a, b] * k2[c, d]
    return k


def padded(k1, k2):
    padded = np.pad(k1, ((k2.shape[0] - 1,) * 2, (k2.shape[1] - 1,) * 2))
    return xcorr2d.loops(padded, k2[::-1, ::-1])


def windows(k1, k2):
    padded = np.pad(k2, ((k1.shape[0] - 1,) * 2, (k1.shape[1] - 1,) * 2))
    return xcorr2d.windows(padded, np.flip(k1))


def fft(k1, k2):
    shape = [n + m - 1 for n, m in zip(k1.shape, k2.shape, strict=True)]
    return np.fft.irfft2(np.fft.rfft2(k1, shape) * np.fft.rfft2(k2, shape), shape)


def einsum(k1, k2):
    h, w = k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1
    rows = np.stack([np.eye(len(k1), h, u) for u in range(len(k2))])
    cols = np.stack([np.eye(k1.shape[1], w, v) for v in range(k2.shape[1])])
    return np.einsum("ab,uv,uai,vbj->ij", k1, k2, rows, cols)


def impulse(k1, k2):
    h, w = k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1
    impulse = np.zeros((2 * h - 1, 2 * w - 1))
    impulse[h - 1, w - 1] = 1
    return np.flip(xcorr2d.loops(xcorr2d.loops(impulse, k1), k2))


def in_the_dtype_of_both(k1, k2):
    k = np.zeros((k1.shape[0] + k2.shape[0] - 1, k1.shape[1] + k2.shape[1] - 1), dtype=np.result_type(k1, k2))
    for (u, v), value in np.ndenumerate(k2):
        k[u : u + k1.shape[0], v : v + k1.shape[1]] += value * k1
    return k
