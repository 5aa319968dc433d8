"""A convolution layer that sums the wrong products, or adds the wrong bias, or keeps the sums badly."""

import numpy as np

from tests.autograder.mistakes.conv2d_windows import pad, pair, starts_at_i
from tests.autograder.mistakes.makes import makes
from tests.autograder.right.conv2d import kernels_with_holes, windows_of_a_view


def each_cell(x, w, stride, padding, dilation, cell, start=None, groups=1, dtype=float):
    """Fill y[n, o, i, j] with what `cell` makes of the window and the kernel."""
    (sh, sw), (dh, dw) = pair(stride), pair(dilation)
    x = pad(x, padding)
    n_out, n_in, kh, kw = w.shape
    span = dh * (kh - 1) + 1, dw * (kw - 1) + 1
    oh, ow = (x.shape[2] - span[0]) // sh + 1, (x.shape[3] - span[1]) // sw + 1
    y = np.zeros((len(x), n_out, oh, ow), dtype=dtype)
    for n, o, i, j in np.ndindex(*y.shape):
        first = o // (n_out // groups) * n_in if start is None else start(o)
        window = x[n, first : first + n_in, i * sh : i * sh + span[0] : dh, j * sw : j * sw + span[1] : dw]
        y[n, o, i, j] = cell(window, o)
    return y


@makes("conv2d", "kernel-flipped")
def convolves(x, w, b=None, **options):
    return windows_of_a_view(x, np.flip(w, axis=(2, 3)), b, **options)


@makes("conv2d", "kernel-transposed")
def transposes(x, w, b=None, **options):
    return windows_of_a_view(x, np.transpose(w, (0, 1, 3, 2)), b, **options)


@makes("conv2d", "kernel-channels-swapped")
def in_before_out(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    return each_cell(
        x,
        w,
        stride,
        padding,
        dilation,
        lambda window, o: sum(np.sum(window[c] * w[c, o]) for c in range(w.shape[1])) + bias[o],
        groups=groups,
    )


@makes("conv2d", "only-the-first-channel")
def grey(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b

    def cell(window, o):
        return np.sum(window[0] * w[o, 0]) + bias[o]

    return each_cell(x, w, stride, padding, dilation, cell, groups=groups)


@makes("conv2d", "only-the-last-channel")
def overwrites(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b

    def cell(window, o):
        for c in range(w.shape[1]):
            total = np.sum(window[c] * w[o, c])
        return total + bias[o]

    return each_cell(x, w, stride, padding, dilation, cell, groups=groups)


@makes("conv2d", "mean-over-channels")
def averages_channels(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b

    def cell(window, o):
        return np.mean([np.sum(window[c] * w[o, c]) for c in range(len(window))]) + bias[o]

    return each_cell(x, w, stride, padding, dilation, cell, groups=groups)


@makes("conv2d", "one-slice-for-all-channels")
def nine_parameters(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    return each_cell(
        x, w, stride, padding, dilation, lambda window, o: np.sum(window * w[o, 0]) + bias[o], groups=groups
    )


@makes("conv2d", "mean-for-sum")
def averages(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    return each_cell(x, w, stride, padding, dilation, lambda window, o: np.mean(window * w[o]) + bias[o], groups=groups)


@makes("conv2d", "first-channels-for-all")
def knows_no_groups(x, w, b=None, **options):
    return windows_of_a_view(x[:, : w.shape[1]], w, b, **(options | {"groups": 1}))


@makes("conv2d", "groups-taken-in-turn")
def o_modulo_groups(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    return each_cell(
        x,
        w,
        stride,
        padding,
        dilation,
        lambda window, o: np.sum(window * w[o]) + bias[o],
        start=lambda o: (o % groups) * w.shape[1],
    )


@makes("conv2d", "every-gth-channel")
def deals_channels_out(x, w, b=None, *, groups=1, **options):
    maps = [windows_of_a_view(x[:, g::groups], part, **options) for g, part in enumerate(np.split(w, groups))]
    y = np.concatenate(maps, axis=1)
    return y if b is None else y + b[:, None, None]


@makes("conv2d", "bias-forgotten")
def never_biased(x, w, _b=None, **options):
    return kernels_with_holes(x, w, **options)


@makes("conv2d", "bias-with-each-product")
def biased_products(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    return each_cell(x, w, stride, padding, dilation, lambda window, o: np.sum(window * w[o] + bias[o]), groups=groups)


@makes("conv2d", "bias-with-each-channel")
def biased_channels(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b

    def cell(window, o):
        total = 0
        for image, kernel in zip(window, w[o], strict=True):
            total += np.sum(image * kernel) + bias[o]
        return total

    return each_cell(x, w, stride, padding, dilation, cell, groups=groups)


@makes("conv2d", "first-bias-for-all")
def one_bias(x, w, b=None, **options):
    y = kernels_with_holes(x, w, **options)
    return y if b is None else y + b[0]


@makes("conv2d", "bias-along-the-width")
def broadcasts(x, w, b=None, **options):
    y = windows_of_a_view(x, w, **options)
    return y if b is None else y + b


@makes("conv2d", "only-the-first-image")
def one_image(x, w, b=None, **options):
    return windows_of_a_view(x[0][None], w, b, **options)


@makes("conv2d", "first-image-for-all")
def same_image(x, w, b=None, **options):
    y = np.stack([kernels_with_holes(x, w, b, **options)[0] for _ in range(len(x))])
    assert len(y) == len(x)
    return y


@makes("conv2d", "later-images-left-empty")
def returns_too_early(x, w, b=None, **options):
    whole = kernels_with_holes(x, w, b, **options)
    y = np.zeros(whole.shape)
    for n in range(len(x)):
        y[n] = whole[n]
        return y
    return y


@makes("conv2d", "fractions-cut")
def in_the_images_dtype(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    return each_cell(
        x, w, stride, padding, dilation, lambda window, o: np.sum(window * w[o]) + bias[o], None, groups, x.dtype
    )


@makes("conv2d", "whole-numbers-only")
def in_integers(x, w, b=None, *, stride=1, padding=0, dilation=1, groups=1):
    bias = np.zeros(len(w)) if b is None else b
    return each_cell(
        x, w, stride, padding, dilation, lambda window, o: np.sum(window * w[o]) + bias[o], None, groups, int
    )


@makes("conv2d", "kernel-flipped", "bias-forgotten")
def flipped_and_unbiased(x, w, _b=None, **options):
    return windows_of_a_view(x, w[..., ::-1, ::-1], **options)


@makes("conv2d", "stride-forgotten", "bias-forgotten")
def unbiased_from_i(x, w, _b=None, **options):
    return starts_at_i(x, w, **options)


@makes("conv2d", "first-channels-for-all", "first-bias-for-all")
def knows_neither_groups_nor_biases(x, w, b=None, **options):
    return one_bias(x[:, : w.shape[1]], w, b, **(options | {"groups": 1}))


@makes("conv2d", "mean-over-channels", "only-the-first-image")
def averages_one_image(x, w, b=None, **options):
    return averages_channels(x[:1], w, b, **options)


@makes("conv2d", "fractions-cut", "padding-forgotten")
def cut_and_unpadded(x, w, b=None, **options):
    return in_the_images_dtype(x, w, b, **(options | {"padding": 0}))


@makes("conv2d")
def all_kernels_in_each_map(x, w, b=None, **options):
    y = windows_of_a_view(x, w, **options)
    everything = np.repeat(y.sum(axis=1, keepdims=True), len(w), axis=1)
    return everything if b is None else everything + b[:, None, None]
