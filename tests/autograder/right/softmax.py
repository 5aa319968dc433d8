"""Right ways to write softmax."""

import math

import numpy as np


def by_the_book(z, *, axis=-1):
    powers = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return powers / np.sum(powers, axis=axis, keepdims=True)


def loops(z, *, axis=-1):
    lines = np.moveaxis(z, axis, -1)
    y = np.zeros(lines.shape)
    for place in np.ndindex(*lines.shape[:-1]):
        largest = max(lines[place])
        total = 0.0
        for score in lines[place]:
            total += math.exp(score - largest)
        for i, score in enumerate(lines[place]):
            y[(*place, i)] = math.exp(score - largest) / total
    return np.moveaxis(y, -1, axis)


def along_axis(z, *, axis=-1):
    def line(scores):
        powers = np.exp(scores - scores.max())
        return powers / powers.sum()

    return np.apply_along_axis(line, axis, z.astype(float))


def by_logarithms(z, *, axis=-1):
    return np.exp(z - np.logaddexp.reduce(z.astype(float), axis=axis, keepdims=True))


def by_differences(z, *, axis=-1):
    lines = np.moveaxis(z.astype(float), axis, -1)
    with np.errstate(over="ignore"):
        y = 1 / np.exp(lines[..., None, :] - lines[..., :, None]).sum(axis=-1)
    return np.moveaxis(y, -1, axis)


def swapped_to_the_end(z, *, axis=-1):
    z = np.swapaxes(z, axis, -1).astype(np.float64)
    z -= z.max(axis=-1)[..., None]
    powers = np.exp(z)
    return np.swapaxes(powers / powers.sum(axis=-1)[..., None], axis, -1)


def in_float32(z, *, axis=-1):
    z = z.astype(np.float32)
    powers = np.exp(z - z.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)
