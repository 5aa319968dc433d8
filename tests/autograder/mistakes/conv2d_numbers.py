"""A convolution layer that keeps its sums badly."""

import numpy as np

from tests.autograder.mistakes.conv2d_sums import each_cell
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


def cell_by_cell(x, w, stride, padding, dilation, groups, dtype):
    """Put each sum into y at once, without a bias."""
    return each_cell(
        x, w, stride, padding, dilation, lambda window, o: np.sum(window * w[o]), groups=groups, dtype=dtype
    )


@makes("conv2d", "fractions-cut-before-the-bias")
def biased_after_the_images_dtype(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = cell_by_cell(x, w, stride, padding, dilation, groups, x.dtype)
    return y if b is None else y + b[:, None, None]


@makes("conv2d", "whole-numbers-only-before-the-bias")
def biased_after_integers(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = cell_by_cell(x, w, stride, padding, dilation, groups, int)
    return y if b is None else y + b.reshape(1, -1, 1, 1)


@makes("conv2d", "fractions-cut-at-each-step-before-the-bias")
def adds_up_in_the_images_dtype_without_biases(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = product_by_product(x, w, None, stride, padding, dilation, groups, x.dtype)
    return y if b is None else y + b[:, None, None]


@makes("conv2d", "whole-numbers-only-at-each-step-before-the-bias")
def adds_up_in_integers_without_biases(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = product_by_product(x, w, None, stride, padding, dilation, groups, int)
    return y if b is None else y + b[:, None, None]


@makes("conv2d", "fractions-cut")
def bias_after_each_sum_in_the_images_dtype(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = cell_by_cell(x, w, stride, padding, dilation, groups, x.dtype)
    for n, o, i, j in np.ndindex(*y.shape):
        y[n, o, i, j] += 0 if b is None else b[o]
    return y


@makes("conv2d", "biases-cut")
def asks_images_and_kernels(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    dtype = np.result_type(x, w)
    return each_cell(
        x, w, stride, padding, dilation, lambda window, o: np.sum(window * w[o]) + bias[o], None, groups, dtype
    )


@makes("conv2d", "biases-cut")
def starts_from_the_bias(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    sums = cell_by_cell(x, w, stride, padding, dilation, groups, float)
    y = np.zeros(sums.shape, dtype=np.result_type(x.dtype, w.dtype))
    if b is not None:
        for o in range(len(w)):
            y[:, o] = b[o]
    for n, o, i, j in np.ndindex(*y.shape):
        y[n, o, i, j] += sums[n, o, i, j]
    return y


@makes("conv2d", "biases-cut")
def in_the_dtype_of_the_product(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = cell_by_cell(x, w, stride, padding, dilation, groups, np.result_type(x, w))
    return y if b is None else (y + b[:, None, None]).astype(y.dtype)


@makes("conv2d")
def biases_in_the_images_dtype(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    y = cell_by_cell(x, w, stride, padding, dilation, groups, float)
    return y if b is None else y + b.astype(x.dtype)[:, None, None]


@makes("conv2d", "total-not-reset")
def never_starts_again(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    sums = product_by_product(x, w, None, stride, padding, dilation, groups, float)
    total, y = 0, np.zeros(sums.shape)
    for n, o, i, j in np.ndindex(*y.shape):
        total += sums[n, o, i, j]
        y[n, o, i, j] = total if b is None else total + b[o]
    return y


def _starts_again(sums, b, axis):
    y, total, last = np.zeros(sums.shape), 0, ()
    for place in np.ndindex(*sums.shape):
        if place[:axis] != last:
            total, last = 0, place[:axis]
        total += sums[place]
        y[place] = total if b is None else total + b[place[1]]
    return y


@makes("conv2d", "total-reset-by-image")
def starts_again_with_each_image(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return _starts_again(product_by_product(x, w, None, stride, padding, dilation, groups, float), b, 1)


@makes("conv2d", "total-reset-by-map")
def starts_again_with_each_kernel(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return _starts_again(product_by_product(x, w, None, stride, padding, dilation, groups, float), b, 2)


@makes("conv2d", "total-reset-by-row")
def starts_again_with_each_row(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    return _starts_again(product_by_product(x, w, None, stride, padding, dilation, groups, float), b, 3)


@makes("conv2d", "fractions-cut-at-each-step", "bias-forgotten")
def unbiased_in_the_images_dtype(x, w, _b=None, **options):
    return adds_up_in_the_images_dtype(x, w, **options)


@makes("conv2d", "biases-cut", "kernel-flipped")
def convolves_and_asks_images_and_kernels(x, w, b=None, **options):
    return asks_images_and_kernels(x, w[:, :, ::-1, ::-1], b, **options)


@makes("conv2d", "fractions-cut-before-the-bias", "dilation-ignored")
def contiguous_and_biased_after_the_images_dtype(x, w, b=None, **options):
    return biased_after_the_images_dtype(x, w, b, **(options | {"dilation": 1}))
