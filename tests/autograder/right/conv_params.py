"""Right ways to count what a convolution layer learns"""

import numpy as np


def formula(in_channels, out_channels, kernel, *, groups=1, bias=True):
    kh, kw = (kernel, kernel) if isinstance(kernel, int) else kernel
    return out_channels * (in_channels // groups * kh * kw + bias)


def counts_one_by_one(in_channels, out_channels, kernel, *, groups=1, bias=True):
    height, width = kernel if isinstance(kernel, tuple) else (kernel, kernel)
    learned = 0
    for _group in range(groups):
        for _kernel in range(out_channels // groups):
            for _channel in range(in_channels // groups):
                for _row in range(height):
                    for _column in range(width):
                        learned += 1
            if bias:
                learned += 1
    return learned


def of_arrays(in_channels, out_channels, kernel, *, groups=1, bias=True):
    size = np.broadcast_to(kernel, 2)
    weights = np.broadcast_to(0.0, (out_channels, in_channels // groups, *size))
    return weights.size + (np.zeros(out_channels).size if bias else 0)


def as_a_numpy_number(in_channels, out_channels, kernel, *, groups=1, bias=True):
    cells = np.prod(kernel) if np.ndim(kernel) else kernel**2
    return np.int64(out_channels * in_channels * cells / groups) + bias * out_channels


def in_floats(in_channels, out_channels, kernel, *, groups=1, bias=True):
    cells = float(kernel[0] * kernel[1]) if hasattr(kernel, "__len__") else kernel**2.0
    weights = in_channels / groups * out_channels / groups * cells * groups
    return float(round(weights)) + (out_channels if bias else 0)


def group_by_group(in_channels, out_channels, kernel, *, groups=1, bias=True):
    if groups > 1:
        return groups * group_by_group(in_channels // groups, out_channels // groups, kernel, bias=bias)
    if isinstance(kernel, int):
        return group_by_group(in_channels, out_channels, (kernel, kernel), bias=bias)
    return sum(in_channels * kernel[0] * kernel[1] + int(bias) for _ in range(out_channels))
