"""Right ways to tell what is left of a layer's cost"""

import math
from fractions import Fraction


def formula(in_channels, out_channels, kernel):  # noqa: ARG001
    cells = kernel * kernel if isinstance(kernel, int) else kernel[0] * kernel[1]
    return Fraction(1, out_channels) + Fraction(1, cells)


def products(in_channels, out_channels, kernel):
    kh, kw = (kernel, kernel) if isinstance(kernel, int) else kernel
    thin = in_channels * kh * kw + in_channels * out_channels
    return Fraction(thin, in_channels * out_channels * kh * kw)


def counted_one_by_one(in_channels, out_channels, kernel):
    rows, columns = kernel if isinstance(kernel, tuple) else (kernel, kernel)
    one = two = 0
    for _input in range(in_channels):
        for _cell in range(rows * columns):
            two += 1
            for _output in range(out_channels):
                one += 1
        for _output in range(out_channels):
            two += 1
    return Fraction(two, one)


def on_a_map(in_channels, out_channels, kernel):
    h, w = kernel if isinstance(kernel, tuple) else (kernel,) * 2

    def macs(cin, cout, cells, groups=1):
        return 56 * 56 * cout * (cin // groups) * cells

    thin = macs(in_channels, in_channels, h * w, groups=in_channels) + macs(in_channels, out_channels, 1)
    return thin / Fraction(macs(in_channels, out_channels, h * w))


def reduced_by_hand(in_channels, out_channels, kernel):
    del in_channels
    cells = math.prod(kernel) if isinstance(kernel, tuple) else kernel**2
    above, below = out_channels + cells, out_channels * cells
    common = math.gcd(above, below)
    return Fraction(above // common, below // common)


def from_text(in_channels, out_channels, kernel):
    cells = math.prod(kernel) if isinstance(kernel, tuple) else kernel**2
    return Fraction(f"{in_channels * (cells + out_channels)}/{in_channels * cells * out_channels}")
