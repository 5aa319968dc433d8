"""A convolution layer that keeps its sums badly."""

import numpy as np

from tests.autograder.mistakes.conv2d_windows import pad, pair
from tests.autograder.mistakes.makes import makes


def product_by_product(x, w, b, stride, padding, dilation, groups, dtype):
    """Add each product into y, as seven loops do."""
    (sh, sw), (dh, dw), (n_out, n_in, kh, kw) = pair(stride), pair(dilation), w.shape
    x = pad(x, padding)
    oh, ow = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1, (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((len(x), n_out, oh, ow), dtype=dtype)
    for n, o, i, j in np.ndindex(*y.shape):
        for c in range(n_in):
            for u in range(kh):
                for v in range(kw):
                    channel = o // (n_out // groups) * n_in + c
                    y[n, o, i, j] += x[n, channel, i * sh + u * dh, j * sw + v * dw] * w[o, c, u, v]
        if b is not None:
            y[n, o, i, j] += b[o]
    return y


@makes("conv2d", "fractions-cut-at-each-step")
def adds_up_in_the_images_dtype(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return product_by_product(x, w, b, stride, padding, dilation, groups, x.dtype)


@makes("conv2d", "whole-numbers-only-at-each-step")
def adds_up_in_integers(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return product_by_product(x, w, b, stride, padding, dilation, groups, int)


@makes("conv2d", "total-not-reset")
def never_starts_again(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    sums = product_by_product(x, w, None, stride, padding, dilation, groups, float)
    total, y = 0, np.zeros(sums.shape)
    for n, o, i, j in np.ndindex(*y.shape):
        total += sums[n, o, i, j]
        y[n, o, i, j] = total if b is None else total + b[o]
    return y


@makes("conv2d", "fractions-cut-at-each-step", "bias-forgotten")
def unbiased_in_the_images_dtype(x, w, _b=None, **options):
    return adds_up_in_the_images_dtype(x, w, **options)
