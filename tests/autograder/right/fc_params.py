"""Right ways to count what a dense layer learns."""

import math

import numpy as np


def loops(in_shape, out_features, *, bias=True):
    total = 0
    for _ in range(out_features):
        inputs = 1
        for size in in_shape:
            inputs *= size
        total += inputs
        if bias:
            total += 1
    return total


def formula(in_shape, out_features, *, bias=True):
    return (math.prod(in_shape) + bias) * out_features


def with_numpy(in_shape, out_features, *, bias=True):
    return np.prod(in_shape, dtype=np.int64) * out_features + (out_features if bias else 0)


def as_float(in_shape, out_features, *, bias=True):
    weights = float(np.prod(in_shape)) * out_features
    return weights + out_features if bias else weights


def shapes_of_the_arrays(in_shape, out_features, *, bias=True):
    parameters = [(out_features, math.prod(in_shape))] + [(out_features,)] * bias
    return sum(math.prod(shape) for shape in parameters)


def recursion(in_shape, out_features, *, bias=True):
    if not in_shape:
        return out_features * (1 + bias)
    rest = recursion(in_shape[1:], out_features, bias=False)
    return in_shape[0] * rest + (out_features if bias else 0)
