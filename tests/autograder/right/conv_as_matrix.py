"""Right ways to write conv_as_matrix."""

import numpy as np

from tests.autograder.right import xcorr2d


def loops(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    m = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    m[i * ow + j, (i + u) * w + j + v] = k[u, v]
    return m


def basis(k, in_shape):
    basis = np.eye(in_shape[0] * in_shape[1]).reshape(-1, *in_shape)
    return np.stack([xcorr2d.loops(e, k).ravel() for e in basis], axis=1)


def einsum(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    rows = np.stack([np.eye(h)[u : u + oh] for u in range(k.shape[0])])
    cols = np.stack([np.eye(w)[v : v + ow] for v in range(k.shape[1])])
    return np.einsum("uv,uia,vjb->ijab", k, rows, cols).reshape(oh * ow, h * w)


def kron(k, in_shape):
    h, w = in_shape
    oh, ow = h - k.shape[0] + 1, w - k.shape[1] + 1
    blocks = [
        np.kron(np.eye(oh, h, u), sum(k[u, v] * np.eye(ow, w, v) for v in range(k.shape[1]))) for u in range(len(k))
    ]
    return sum(blocks)


def padding(k, in_shape):
    h, w = in_shape
    rows = []
    for i in range(h - k.shape[0] + 1):
        for j in range(w - k.shape[1] + 1):
            rows.append(np.pad(k, ((i, h - i - k.shape[0]), (j, w - j - k.shape[1]))).ravel())
    return np.array(rows)
