"""Right ways to count the positions of a window."""

import math

import numpy as np


def loops(size, kernel, *, stride=1, padding=0, dilation=1):
    count, start = 0, -padding
    while start + dilation * (kernel - 1) <= size + padding - 1:
        count += 1
        start += stride
    return count


def formula(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


def with_math_floor(size, kernel, *, stride=1, padding=0, dilation=1):
    return math.floor((size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1)


def as_numpy_float(size, kernel, *, stride=1, padding=0, dilation=1):
    return np.floor((size + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1


def rounded_up_from_the_positions_of_stride_1(size, kernel, *, stride=1, padding=0, dilation=1):
    positions = size + 2 * padding - dilation * (kernel - 1)
    return -(-positions // stride)


def length_of_a_range(size, kernel, *, stride=1, padding=0, dilation=1):
    span = dilation * (kernel - 1) + 1
    return len(range(0, size + 2 * padding - span + 1, stride))


def recursion(size, kernel, *, stride=1, padding=0, dilation=1):
    if padding:
        return recursion(size + 2 * padding, kernel, stride=stride, dilation=dilation)
    if dilation > 1:
        return recursion(size, dilation * (kernel - 1) + 1, stride=stride)
    return 0 if size < kernel else 1 + sum(1 for _ in range(kernel + stride, size + 1, stride))


def windows_of_an_array(size, kernel, *, stride=1, padding=0, dilation=1):
    cells = np.arange(size + 2 * padding)
    return np.lib.stride_tricks.sliding_window_view(cells, dilation * (kernel - 1) + 1)[::stride].shape[0]


def steps_one_at_a_time(size, kernel, *, stride=1, padding=0, dilation=1):
    cells = size + 2 * padding
    if cells < dilation * (kernel - 1) + 1:
        return 0
    return 1 + steps_one_at_a_time(cells - stride, kernel, stride=stride, dilation=dilation)
