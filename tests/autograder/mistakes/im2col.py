"""Windows laid out wrongly."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.im2col import by_indices, row_by_row


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def pad(x, padding):
    (ph, pw) = pair(padding)
    return np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))


def view(x, kernel, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (dh, dw) = pair(kernel), pair(stride), pair(dilation)
    spans = dh * (kh - 1) + 1, dw * (kw - 1) + 1
    return sliding_window_view(pad(x, padding), spans, axis=(2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]


def each_column(x, kernel, stride, padding, dilation, start=None, tap=None, size=None, flatten=np.ravel, dtype=float):
    """Write column after column; what is handed in is done wrongly."""
    (kh, kw), (sh, sw), (dh, dw) = pair(kernel), pair(stride), pair(dilation)
    x = pad(x, padding)
    down, across = tap or (dh, dw)
    oh, ow = size or ((x.shape[2] - dh * (kh - 1) - 1) // sh + 1, (x.shape[3] - dw * (kw - 1) - 1) // sw + 1)
    columns = np.zeros((len(x), x.shape[1] * kh * kw, oh * ow), dtype=dtype)
    for n in range(len(x)):
        for i in range(oh):
            for j in range(ow):
                top, left = start(i, j) if start else (i * sh, j * sw)
                rows, cols = top + down * np.arange(kh), left + across * np.arange(kw)
                columns[n, :, i * ow + j] = flatten(x[n][:, rows[:, None], cols])
    return columns


@makes("im2col", "windows-as-rows")
def rows_of_windows(x, kernel, **options):
    found = view(x, kernel, **options)
    return np.array([[image[:, i, j].ravel() for i, j in np.ndindex(image.shape[1:3])] for image in found])


@makes("im2col", "images-side-by-side")
def one_matrix(x, kernel, **options):
    return np.hstack(list(by_indices(x, kernel, **options)))


@makes("im2col", "columns-not-rearranged")
def only_reshaped(x, kernel, **options):
    found = view(x, kernel, **options)
    n, c, oh, ow, kh, kw = found.shape
    return found.reshape(n, c * kh * kw, oh * ow)


@makes("im2col", "rows-reshaped")
def rows_cut_to_columns(x, kernel, **options):
    rows = rows_of_windows(x, kernel, **options)
    return rows.reshape(len(x), rows.shape[2], rows.shape[1])


@makes("im2col", "cells-before-channels")
def channels_last(x, kernel, **options):
    found = view(x, kernel, **options)
    return np.moveaxis(found, 1, 5).transpose(0, 3, 4, 5, 1, 2).reshape(len(x), -1, found.shape[2] * found.shape[3])


@makes("im2col", "cells-column-by-column")
def fortran_windows(x, kernel, *, stride=1, padding=0, dilation=1):
    def flatten(window):
        return np.concatenate([channel.ravel(order="F") for channel in window])

    return each_column(x, kernel, stride, padding, dilation, flatten=flatten)


@makes("im2col", "windows-column-by-column")
def j_outside(x, kernel, **options):
    found = view(x, kernel, **options)
    places = [(i, j) for j in range(found.shape[3]) for i in range(found.shape[2])]
    return np.stack([found[:, :, i, j].reshape(len(x), -1) for i, j in places], axis=2)


@makes("im2col", "windows-turned")
def turned(x, kernel, *, stride=1, padding=0, dilation=1):
    return each_column(x, kernel, stride, padding, dilation, flatten=lambda window: window[:, ::-1, ::-1].ravel())


@makes("im2col", "only-the-first-channel")
def grey(x, kernel, **options):
    return row_by_row(x[:, [0]], kernel, **options)


@makes("im2col", "channels-summed")
def summed(x, kernel, **options):
    return row_by_row(x.sum(axis=1, keepdims=True), kernel, **options)


@makes("im2col", "only-the-first-image")
def one_image(x, kernel, **options):
    return row_by_row(x[:1], kernel, **options)


@makes("im2col", "kernel-pair-swapped")
def width_by_height(x, kernel, **options):
    kw, kh = pair(kernel)
    return by_indices(x, (kh, kw), **options)


@makes("im2col", "stride-forgotten")
def starts_at_i(x, kernel, *, stride=1, padding=0, dilation=1):
    return each_column(x, kernel, stride, padding, dilation, start=lambda i, j: (i, j))


@makes("im2col", "stride-ignored")
def stops_everywhere(x, kernel, **options):
    return by_indices(x, kernel, **(options | {"stride": 1}))


@makes("im2col", "padding-forgotten")
def never_pads(x, kernel, **options):
    return by_indices(x, kernel, **(options | {"padding": 0}))


@makes("im2col", "padding-before-only")
def pads_top_and_left(x, kernel, *, padding=0, **options):
    ph, pw = pair(padding)
    return by_indices(np.pad(x, ((0, 0), (0, 0), (ph, 0), (pw, 0))), kernel, **options)


@makes("im2col", "padding-after-only")
def pads_bottom_and_right(x, kernel, *, padding=0, **options):
    ph, pw = pair(padding)
    return by_indices(np.pad(x, ((0, 0), (0, 0), (0, ph), (0, pw))), kernel, **options)


@makes("im2col", "padding-not-in-the-size")
def sizes_before_padding(x, kernel, *, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (dh, dw) = pair(kernel), pair(stride), pair(dilation)
    size = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1, (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    return each_column(x, kernel, stride, padding, dilation, size=size)


@makes("im2col", "dilation-ignored")
def contiguous(x, kernel, **options):
    return by_indices(x, kernel, **(options | {"dilation": 1}))


@makes("im2col", "taps-side-by-side")
def dilates_the_size_only(x, kernel, *, stride=1, padding=0, dilation=1):
    return each_column(x, kernel, stride, padding, dilation, tap=(1, 1))


@makes("im2col", "span-too-long")
def spans_dilation_times_k(x, kernel, *, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (dh, dw), (ph, pw) = pair(kernel), pair(stride), pair(dilation), pair(padding)
    size = (x.shape[2] + 2 * ph - dh * kh) // sh + 1, (x.shape[3] + 2 * pw - dw * kw) // sw + 1
    return each_column(x, kernel, stride, padding, dilation, size=size)


@makes("im2col", "last-window-missed")
def forgets_the_one(x, kernel, *, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (dh, dw), (ph, pw) = pair(kernel), pair(stride), pair(dilation), pair(padding)
    size = (x.shape[2] + 2 * ph - dh * (kh - 1) - 1) // sh, (x.shape[3] + 2 * pw - dw * (kw - 1) - 1) // sw
    return each_column(x, kernel, stride, padding, dilation, size=size)


@makes("im2col", "stride-pair-swapped")
def strides_across_then_down(x, kernel, *, stride=1, **options):
    return by_indices(x, kernel, stride=pair(stride)[::-1], **options)


@makes("im2col", "padding-pair-swapped")
def pads_width_by_the_height(x, kernel, *, padding=0, **options):
    return by_indices(x, kernel, padding=pair(padding)[::-1], **options)


@makes("im2col", "dilation-pair-swapped")
def dilates_across_then_down(x, kernel, *, dilation=1, **options):
    return by_indices(x, kernel, dilation=pair(dilation)[::-1], **options)


@makes("im2col", "pairs-swapped")
def width_always_first(x, kernel, **options):
    return by_indices(x, kernel, **{name: pair(value)[::-1] for name, value in options.items()})


@makes("im2col", "first-of-a-pair-for-both")
def takes_the_first(x, kernel, **options):
    return by_indices(x, kernel, **{name: pair(value)[0] for name, value in options.items()})


@makes("im2col", "whole-numbers-only")
def in_integers(x, kernel, *, stride=1, padding=0, dilation=1):
    return each_column(x, kernel, stride, padding, dilation, dtype=int)


@makes("im2col", "windows-as-rows", "stride-forgotten")
def rows_from_i(x, kernel, **options):
    return starts_at_i(x, kernel, **options).transpose(0, 2, 1)


@makes("im2col", "columns-not-rearranged", "dilation-ignored")
def contiguous_and_reshaped(x, kernel, **options):
    return only_reshaped(x, kernel, **(options | {"dilation": 1}))


@makes("im2col", "windows-as-rows", "cells-before-channels")
def rows_with_channels_last(x, kernel, **options):
    found = np.moveaxis(view(x, kernel, **options), 1, 5)
    return found.reshape(len(x), found.shape[1] * found.shape[2], -1)


@makes("im2col", "padding-forgotten", "only-the-first-image")
def one_image_unpadded(x, kernel, **options):
    return never_pads(x[0][None], kernel, **options)


@makes("im2col", "windows-first")
def collects_windows_of_all_images(x, kernel, **options):
    found = view(x, kernel, **options)
    return np.array([found[:, :, i, j].reshape(len(x), -1) for i, j in np.ndindex(found.shape[2:4])])


@makes("im2col", "windows-first", "padding-forgotten")
def collects_windows_unpadded(x, kernel, **options):
    return np.stack(list(np.moveaxis(never_pads(x, kernel, **options), 2, 0)))
