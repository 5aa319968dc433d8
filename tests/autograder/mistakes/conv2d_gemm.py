"""A convolution layer as a wrong product of matrices."""

import numpy as np

from tests.autograder.mistakes import im2col as wrong
from tests.autograder.mistakes.conv2d_windows import pair
from tests.autograder.mistakes.makes import makes
from tests.autograder.right.conv2d_gemm import stacked_matrices
from tests.autograder.right.im2col import by_indices


def gemm(x, w, b, options, *, columns=by_indices, matrix=None, shaped=None, biased=None):
    """Multiply group by group; what is handed in is done wrongly."""
    groups = options.pop("groups", 1)
    height, width = by_size(x, w, **options)
    maps = []
    for channels, kernels in zip(np.split(x, groups, axis=1), np.split(w, groups), strict=True):
        rows = matrix(kernels) if matrix else kernels.reshape(len(kernels), -1)
        y = rows @ columns(channels, w.shape[2:], **options)
        maps.append(shaped(y, height, width) if shaped else y.reshape(len(y), -1, height, width))
    y = np.concatenate(maps, axis=1)
    if b is None:
        return y
    return biased(y, b) if biased else y + b[:, None, None]


def by_size(x, w, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(padding), pair(dilation)
    height = (x.shape[2] + 2 * ph - dh * (w.shape[2] - 1) - 1) // sh + 1
    return height, (x.shape[3] + 2 * pw - dw * (w.shape[3] - 1) - 1) // sw + 1


@makes("conv2d_gemm", "columns-not-rearranged")
def only_reshaped(x, w, b=None, **options):
    return gemm(x, w, b, options, columns=wrong.only_reshaped)


@makes("conv2d_gemm", "cells-before-channels")
def channels_last(x, w, b=None, **options):
    return gemm(x, w, b, options, columns=wrong.channels_last)


@makes("conv2d_gemm", "cells-column-by-column")
def fortran_windows(x, w, b=None, **options):
    return gemm(x, w, b, options, columns=wrong.fortran_windows)


@makes("conv2d_gemm", "kernels-not-rearranged")
def kernels_as_columns(x, w, b=None, **options):
    return gemm(x, w, b, options, matrix=lambda kernels: np.transpose(kernels.reshape(-1, len(kernels))))


@makes("conv2d_gemm", "product-not-transposed")
def windows_first(x, w, b=None, **options):
    def shaped(y, height, width):
        positions_first = np.array([np.ascontiguousarray(image.T) for image in y])
        return positions_first.reshape(len(y), -1, height, width)

    return gemm(x, w, b, options, shaped=shaped)


@makes("conv2d_gemm", "images-and-maps-mixed")
def one_product_for_the_batch(x, w, b=None, **options):
    def shaped(y, height, width):
        return np.hstack(list(y)).reshape(len(y), -1, height, width)

    return gemm(x, w, b, options, shaped=shaped)


@makes("conv2d_gemm", "map-width-by-height")
def width_before_height(x, w, b=None, **options):
    return gemm(x, w, b, options, shaped=lambda y, height, width: y.reshape(len(y), -1, width, height))


@makes("conv2d_gemm", "stride-forgotten")
def starts_at_i(x, w, b=None, **options):
    return gemm(x, w, b, options, columns=wrong.starts_at_i)


@makes("conv2d_gemm", "stride-ignored")
def stops_everywhere(x, w, b=None, **options):
    return stacked_matrices(x, w, b, **(options | {"stride": 1}))


@makes("conv2d_gemm", "padding-forgotten")
def never_pads(x, w, b=None, **options):
    return stacked_matrices(x, w, b, **(options | {"padding": 0}))


@makes("conv2d_gemm", "padding-before-only")
def pads_top_and_left(x, w, b=None, *, padding=0, **options):
    ph, pw = pair(padding)
    return stacked_matrices(np.pad(x, ((0, 0), (0, 0), (ph, 0), (pw, 0))), w, b, **options)


@makes("conv2d_gemm", "dilation-ignored")
def contiguous(x, w, b=None, **options):
    return stacked_matrices(x, w, b, **(options | {"dilation": 1}))


@makes("conv2d_gemm", "taps-side-by-side")
def dilates_the_size_only(x, w, b=None, **options):
    return gemm(x, w, b, options, columns=wrong.dilates_the_size_only)


@makes("conv2d_gemm", "pairs-swapped")
def width_always_first(x, w, b=None, *, groups=1, **options):
    swapped = {name: pair(value)[::-1] for name, value in options.items()}
    return stacked_matrices(x, w, b, groups=groups, **swapped)


@makes("conv2d_gemm", "first-of-a-pair-for-both")
def takes_the_first(x, w, b=None, *, groups=1, **options):
    return stacked_matrices(x, w, b, groups=groups, **{name: pair(value)[0] for name, value in options.items()})


@makes("conv2d_gemm", "kernel-flipped")
def convolves(x, w, b=None, **options):
    return gemm(x, w, b, options, columns=wrong.turned)


@makes("conv2d_gemm", "only-the-first-image")
def one_image(x, w, b=None, **options):
    return stacked_matrices(x[:1], w, b, **options)


@makes("conv2d_gemm", "first-channels-for-all")
def knows_no_groups(x, w, b=None, **options):
    return stacked_matrices(x[:, : w.shape[1]], w, b, **(options | {"groups": 1}))


@makes("conv2d_gemm", "every-gth-channel")
def deals_channels_out(x, w, b=None, *, groups=1, **options):
    dealt = np.concatenate([x[:, g::groups] for g in range(groups)], axis=1)
    return stacked_matrices(dealt, w, b, groups=groups, **options)


@makes("conv2d_gemm", "bias-forgotten")
def never_biased(x, w, _b=None, **options):
    return stacked_matrices(x, w, **options)


@makes("conv2d_gemm", "first-bias-for-all")
def one_bias(x, w, b=None, **options):
    return gemm(x, w, b, options, biased=lambda y, biases: y + biases[0])


@makes("conv2d_gemm", "bias-along-the-width")
def broadcasts(x, w, b=None, **options):
    return gemm(x, w, b, options, biased=lambda y, biases: y + biases)


def filled(y, dtype):
    """Put what was computed into an array that was made before."""
    result = np.empty(y.shape, dtype=dtype)
    result[...] = y
    return result


@makes("conv2d_gemm", "whole-numbers-only")
def in_integers(x, w, b=None, **options):
    return filled(stacked_matrices(x, w, b, **options), int)


@makes("conv2d_gemm", "fractions-cut")
def in_the_images_dtype(x, w, b=None, **options):
    return filled(stacked_matrices(x, w, b, **options), x.dtype)


@makes("conv2d_gemm", "fractions-cut-before-the-bias")
def biased_after_the_images_dtype(x, w, b=None, **options):
    y = filled(stacked_matrices(x, w, **options), x.dtype)
    return y if b is None else y + b[:, None, None]


@makes("conv2d_gemm", "whole-numbers-only-before-the-bias")
def biased_after_integers(x, w, b=None, **options):
    y = filled(stacked_matrices(x, w, **options), int)
    return y if b is None else y + b[:, None, None]


@makes("conv2d_gemm", "biases-cut")
def asks_images_and_kernels(x, w, b=None, **options):
    return filled(stacked_matrices(x, w, b, **options), np.result_type(x, w))


@makes("conv2d_gemm", "product-not-transposed", "bias-forgotten")
def windows_first_unbiased(x, w, _b=None, **options):
    return windows_first(x, w, **options)


@makes("conv2d_gemm", "columns-not-rearranged", "stride-ignored")
def reshaped_at_every_position(x, w, b=None, **options):
    return only_reshaped(x, w, b, **(options | {"stride": 1}))


@makes("conv2d_gemm", "kernels-not-rearranged", "padding-forgotten")
def kernels_as_columns_unpadded(x, w, b=None, **options):
    return kernels_as_columns(x, w, b, **(options | {"padding": 0}))


@makes("conv2d_gemm", "images-and-maps-mixed", "first-bias-for-all")
def mixed_with_one_bias(x, w, b=None, **options):
    y = one_product_for_the_batch(x, w, **options)
    return y if b is None else y + b[0]
