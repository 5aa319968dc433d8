"""Right ways to write global_avg_pool."""

import numpy as np


def loops(x):
    n, c, h, w = x.shape
    y = np.zeros((n, c))
    for image in range(n):
        for channel in range(c):
            total = 0
            for i in range(h):
                for j in range(w):
                    total += x[image, channel, i, j]
            y[image, channel] = total / (h * w)
    return y


def means(x):
    return x.mean(axis=(2, 3))


def one_axis_after_the_other(x):
    return x.mean(axis=-1).mean(axis=-1)


def flattened(x):
    return np.average(x.reshape(x.shape[0], x.shape[1], -1), axis=2)


def einsum(x):
    return np.einsum("nchw->nc", x) / (x.shape[2] * x.shape[3])


def list_of_lists(x):
    return np.array([[channel.mean() for channel in image] for image in x])


def kept_and_squeezed(x):
    return np.mean(x, (2, 3), keepdims=True)[:, :, 0, 0]
