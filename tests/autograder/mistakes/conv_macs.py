"""Wrong counts of the multiplications of a convolution layer."""

import numpy as np

from tests.autograder.mistakes.makes import makes


def area(size):
    height, width = (size, size) if isinstance(size, int) else size
    return height * width


@makes("conv_macs", "positions-forgotten")
def weights(cin, cout, kernel, _out, *, groups=1):
    return cout * cin // groups * area(kernel)


@makes("conv_macs", "first-of-a-pair-squared-map")
def square_maps(cin, cout, kernel, out, *, groups=1):
    h = out if isinstance(out, int) else out[0]
    return cout * cin // groups * area(kernel) * h**2


@makes("conv_macs", "map-not-squared")
def map_as_long_as_wide(cin, cout, kernel, out, *, groups=1):
    cells = out[0] * out[1] if isinstance(out, tuple) else out
    return cells * cout * cin // groups * area(kernel)


@makes("conv_macs", "map-sides-added")
def sums_the_map(cin, cout, kernel, out, *, groups=1):
    rows, columns = out if isinstance(out, tuple) else (out, out)
    return (rows + columns) * cout * cin // groups * area(kernel)


@makes("conv_macs", "input-channels-forgotten")
def nine(_cin, cout, kernel, out, *, groups=1):
    del groups
    return area(kernel) * cout * area(out)


@makes("conv_macs", "output-channels-forgotten")
def one_map(cin, _cout, kernel, out, *, groups=1):
    return area(kernel) * cin // groups * area(out)


@makes("conv_macs", "groups-ignored")
def full(cin, cout, kernel, out, *, groups=1):
    del groups
    return area(kernel) * cin * cout * area(out)


@makes("conv_macs", "groups-multiply")
def all_channels_in_each(cin, cout, kernel, out, *, groups=1):
    return groups * area(kernel) * cin * cout * area(out)


@makes("conv_macs", "groups-divide-twice")
def one_group(cin, cout, kernel, out, *, groups=1):
    return area(kernel) * (cin // groups) * (cout // groups) * area(out)


@makes("conv_macs", "first-of-a-pair-squared-kernel")
def square_kernels(cin, cout, kernel, out, *, groups=1):
    k = kernel if isinstance(kernel, int) else kernel[0]
    return k * k * cin // groups * cout * area(out)


@makes("conv_macs", "kernel-not-squared")
def flat_kernels(cin, cout, kernel, out, *, groups=1):
    cells = kernel[0] * kernel[1] if isinstance(kernel, tuple) else kernel
    return cells * cin // groups * cout * area(out)


@makes("conv_macs", "additions-counted")
def flops(cin, cout, kernel, out, *, groups=1):
    return 2 * area(kernel) * cin // groups * cout * area(out)


@makes("conv_macs", "biases-counted")
def parameters_times_positions(cin, cout, kernel, out, *, groups=1):
    return (area(kernel) * cin // groups + 1) * cout * area(out)


@makes("conv_macs", "additions-only")
def plus_signs(cin, cout, kernel, out, *, groups=1):
    return (area(kernel) * cin // groups - 1) * cout * area(out)


@makes("conv_macs", "counted-in-32-bits")
def small_integers(cin, cout, kernel, out, *, groups=1):
    return np.prod([cin // groups, cout, area(kernel), area(out)], dtype=np.int32)


@makes("conv_macs", "counted-in-32-bits", "groups-ignored")
def full_in_small_integers(cin, cout, kernel, out, *, groups=1):
    del groups
    return np.int32(cin) * np.int32(cout) * np.int32(area(kernel)) * np.int32(area(out))


@makes("conv_macs")
def rounded(cin, cout, kernel, out, *, groups=1):
    return np.float32(cin // groups) * np.float32(cout) * np.float32(area(kernel)) * np.float32(area(out))


@makes("conv_macs", "groups-ignored", "additions-counted")
def flops_of_the_full_layer(cin, cout, kernel, out, *, groups=1):
    del groups
    return 2 * area(kernel) * cin * cout * area(out)


@makes("conv_macs", "input-channels-forgotten", "positions-forgotten")
def nine_for_each_map(_cin, cout, kernel, _out, *, groups=1):
    del groups
    return area(kernel) * cout


@makes("conv_macs", "first-of-a-pair-squared-kernel", "first-of-a-pair-squared-map")
def everything_square(cin, cout, kernel, out, *, groups=1):
    k = kernel if isinstance(kernel, int) else kernel[0]
    h = out if isinstance(out, int) else out[0]
    return k**2 * cin // groups * cout * h**2
