"""Right ways to find the padding that keeps the size."""

import math

import numpy as np


def loops(kernel, *, dilation=1):
    before = after = 0
    for _ in range(dilation):
        for _ in range(kernel - 1):
            if after > before:
                before += 1
            else:
                after += 1
    return before, after


def halves(kernel, *, dilation=1):
    total = dilation * (kernel - 1)
    return total // 2, total - total // 2


def floor_and_ceil(kernel, *, dilation=1):
    half = dilation * (kernel - 1) / 2
    return math.floor(half), math.ceil(half)


def quotient_and_rest(kernel, *, dilation=1):
    half, odd = divmod(dilation * (kernel - 1), 2)
    return np.array([half, half + odd])


def by_trying(kernel, *, dilation=1):
    size = 2 * dilation * kernel
    for total in range(size):
        if len(range(size + total - dilation * (kernel - 1))) == size:
            return total // 2, (total + 1) // 2
    return None


def from_the_middle(kernel, *, dilation=1):
    reach = np.arange(kernel) * dilation
    before = reach[-1] // 2
    return [before, reach[-1] - before]


def recursion(kernel, *, dilation=1):
    if dilation > 1:
        return recursion(dilation * (kernel - 1) + 1)
    if kernel < 3:
        return 0, kernel - 1
    before, after = recursion(kernel - 2)
    return float(before + 1), float(after + 1)
