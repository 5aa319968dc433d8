"""Right ways to count the multiplications of a convolution layer"""

import math

import numpy as np


def formula(in_channels, out_channels, kernel, out_size, *, groups=1):
    kh, kw = (kernel, kernel) if isinstance(kernel, int) else kernel
    oh, ow = (out_size, out_size) if isinstance(out_size, int) else out_size
    return oh * ow * out_channels * (in_channels // groups) * kh * kw


def cell_by_cell(in_channels, out_channels, kernel, out_size, *, groups=1):
    height, width = kernel if isinstance(kernel, tuple) else (kernel, kernel)
    rows, columns = out_size if isinstance(out_size, tuple) else (out_size, out_size)
    count = 0
    for _kernel in range(out_channels):
        for _row in range(rows):
            for _column in range(columns):
                count += (in_channels // groups) * height * width
    return count


def logarithms(in_channels, out_channels, kernel, out_size, *, groups=1):
    factors = [in_channels / groups, out_channels, *np.broadcast_to(kernel, 2), *np.broadcast_to(out_size, 2)]
    return round(math.exp(sum(math.log(factor) for factor in factors)))


def with_prod(in_channels, out_channels, kernel, out_size, *, groups=1):
    sizes = [size if isinstance(size, tuple) else (size,) * 2 for size in (kernel, out_size)]
    return np.prod([in_channels // groups, out_channels, *sizes[0], *sizes[1]])


def in_floats(in_channels, out_channels, kernel, out_size, *, groups=1):
    area = [s[0] * s[1] if isinstance(s, tuple) else s * s for s in (kernel, out_size)]
    return area[0] * area[1] * in_channels * out_channels / groups


def groups_one_after_the_other(in_channels, out_channels, kernel, out_size, *, groups=1):
    if groups == 1:
        return in_channels * out_channels * math.prod(_both(kernel) + _both(out_size))
    share = in_channels // groups, out_channels // groups
    return sum(groups_one_after_the_other(*share, kernel, out_size) for _ in range(groups))


def _both(size):
    return size if isinstance(size, tuple) else (size, size)
