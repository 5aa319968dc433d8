"""Right sizes and jumps of stacks of layers."""

from functools import reduce
from math import prod

import numpy as np


def recurrence(layers):
    size, jump = 1, 1
    for kernel, stride, _, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return size, jump


def cells_that_are_traced_back(layers):
    def seen(cell):
        cells = {cell}
        for kernel, stride, padding, dilation in layers[::-1]:
            cells = {c * stride - padding + i * dilation for c in cells for i in range(kernel)}
        return cells

    here, there = seen(0), seen(1)
    return max(here) - min(here) + 1, min(there) - min(here)


def from_the_top_down(layers):
    size = 1
    for kernel, stride, _, dilation in reversed(layers):
        size = (size - 1) * stride + dilation * (kernel - 1) + 1
    return size, prod(layer[1] for layer in layers)


def products_of_strides(layers):
    kernels, strides, _, dilations = np.array(layers).T
    jumps = np.cumprod([1, *strides])
    return 1 + ((kernels - 1) * dilations * jumps[:-1]).sum(), jumps[-1]


def calls_itself(layers):
    if not layers:
        return 1, 1
    *below, (kernel, stride, _, dilation) = layers
    size, jump = calls_itself(below)
    return size + jump * (kernel - 1) * dilation, jump * stride


def folded(layers):
    return reduce(lambda seen, at: (seen[0] + (at[0] - 1) * at[3] * seen[1], seen[1] * at[1]), layers, (1, 1))


def a_list_of_floats(layers):
    answer = [1.0, 1.0]
    for layer in layers:
        answer[0] += (layer[0] - 1.0) * layer[3] * answer[1]
        answer[1] *= layer[1]
    return answer


def first_and_last(layers):
    first = last = 0
    jump = 1
    for kernel, stride, padding, dilation in layers:
        first -= padding * jump
        last += (dilation * (kernel - 1) - padding) * jump
        jump *= stride
    return np.array([last - first + 1, jump])
