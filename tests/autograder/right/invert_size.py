"""Right ways from the output's size back to the input's."""

import numpy as np


def _positions(size, kernel, stride, padding, dilation):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


def loops(out_size, kernel, *, stride=1, padding=0, dilation=1):
    size = 1
    while _positions(size, kernel, stride, padding, dilation) < out_size:
        size += 1
    smallest = size
    while _positions(size + 1, kernel, stride, padding, dilation) == out_size:
        size += 1
    return smallest, size


def formula(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return smallest, smallest + stride - 1


def from_above(out_size, kernel, *, stride=1, padding=0, dilation=1):
    too_large = out_size * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return too_large - stride, too_large - 1


def cells_that_are_read(out_size, kernel, *, stride=1, padding=0, dilation=1):
    starts = np.arange(out_size) * stride
    last = starts[-1] + np.arange(kernel)[-1] * dilation
    return np.array([last, last + stride - 1]) + 1 - 2 * padding


def search(out_size, kernel, *, stride=1, padding=0, dilation=1):
    sizes = np.arange(1, out_size * stride + dilation * kernel + 1)
    fitting = sizes[_positions(sizes, kernel, stride, padding, dilation) == out_size]
    return fitting.min(), fitting.max()


def halving(out_size, kernel, *, stride=1, padding=0, dilation=1):
    def least(wanted):
        low, high = 0, 10**6
        while high - low > 1:
            middle = (low + high) // 2
            if _positions(middle, kernel, stride, padding, dilation) >= wanted:
                high = middle
            else:
                low = middle
        return high

    return [least(out_size), least(out_size + 1) - 1]


def as_floats(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1.0) * stride + dilation * (kernel - 1.0) + 1 - 2 * padding
    return smallest, smallest + stride - 1
