"""Wrong ways to slide a kernel with stride, padding and dilation."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.xcorr2d_strided import _two, padded_windows


def walk(x, k, stride, dilation, cell=lambda window, k: np.sum(window * k), dtype=float):
    """Slide over an image that is padded already, as most learners' two loops do."""
    (sh, sw), (dh, dw) = stride, dilation
    height, width = dh * (k.shape[0] - 1) + 1, dw * (k.shape[1] - 1) + 1
    y = np.zeros(((x.shape[0] - height) // sh + 1, (x.shape[1] - width) // sw + 1), dtype=dtype)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = cell(x[i * sh : i * sh + height : dh, j * sw : j * sw + width : dw], k)
    return y


def around(x, padding):
    p, q = _two(padding)
    return np.pad(x, ((p, p), (q, q)))


@makes("xcorr2d_strided", "start-not-strided")
def stride_only_in_the_size(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (dh, dw) = _two(stride), _two(dilation)
    x = around(x, padding)
    oh = (x.shape[0] - dh * (k.shape[0] - 1) - 1) // sh + 1
    ow = (x.shape[1] - dw * (k.shape[1] - 1) - 1) // sw + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            for u in range(k.shape[0]):
                for v in range(k.shape[1]):
                    y[i, j] += x[i + u * dh, j + v * dw] * k[u, v]
    return y


@makes("xcorr2d_strided", "stride-ignored")
def without_stride(x, k, *, stride=1, padding=0, dilation=1):
    return padded_windows(x, k, padding=padding, dilation=dilation)


@makes("xcorr2d_strided", "skips-s")
def skips_as_many_as_it_says(x, k, *, stride=1, padding=0, dilation=1):
    sh, sw = _two(stride)
    return walk(around(x, padding), k, (sh + 1, sw + 1), _two(dilation))


@makes("xcorr2d_strided", "padding-ignored")
def without_padding(x, k, *, stride=1, padding=0, dilation=1):
    return walk(x, k, _two(stride), _two(dilation))


@makes("xcorr2d_strided", "padding-before-only")
def pads_above(x, k, *, stride=1, padding=0, dilation=1):
    p, q = _two(padding)
    padded = np.zeros((x.shape[0] + p, x.shape[1] + q))
    padded[p:, q:] = x
    return walk(padded, k, _two(stride), _two(dilation))


@makes("xcorr2d_strided", "padding-after-only")
def pads_below(x, k, *, stride=1, padding=0, dilation=1):
    p, q = _two(padding)
    padded = np.zeros((x.shape[0] + p, x.shape[1] + q))
    padded[: x.shape[0], : x.shape[1]] = x
    return walk(padded, k, _two(stride), _two(dilation))


@makes("xcorr2d_strided", "border-repeated")
def pads_with_the_edge(x, k, *, stride=1, padding=0, dilation=1):
    p, q = _two(padding)
    return walk(np.pad(x, ((p, p), (q, q)), "edge"), k, _two(stride), _two(dilation))


@makes("xcorr2d_strided", "pair-as-before-and-after")
def hands_the_pair_to_pad(x, k, *, stride=1, padding=0, dilation=1):
    return walk(np.pad(x, padding), k, _two(stride), _two(dilation))


@makes("xcorr2d_strided", "dilation-ignored")
def without_dilation(x, k, *, stride=1, padding=0, dilation=1):
    return walk(around(x, padding), k, _two(stride), (1, 1))


@makes("xcorr2d_strided", "dilation-counts-gaps")
def dilation_plus_one(x, k, *, stride=1, padding=0, dilation=1):
    dh, dw = _two(dilation)
    return walk(around(x, padding), k, _two(stride), (dh + 1, dw + 1))


@makes("xcorr2d_strided", "dilation-counts-gaps")
def holes_in_the_kernel(x, k, *, stride=1, padding=0, dilation=1):
    dh, dw = _two(dilation)
    spread = np.zeros((k.shape[0] + (k.shape[0] - 1) * dh, k.shape[1] + (k.shape[1] - 1) * dw))
    spread[:: dh + 1, :: dw + 1] = k
    return padded_windows(x, spread, stride=stride, padding=padding)


@makes("xcorr2d_strided", "stride-and-dilation-swapped")
def options_in_the_wrong_order(x, k, *, stride=1, padding=0, dilation=1):
    return padded_windows(x, k, stride=dilation, padding=padding, dilation=stride)


@makes("xcorr2d_strided", "pairs-as-width-and-height")
def width_first(x, k, *, stride=1, padding=0, dilation=1):
    (sw, sh), (pw, ph), (dw, dh) = _two(stride), _two(padding), _two(dilation)
    return padded_windows(x, k, stride=(sh, sw), padding=(ph, pw), dilation=(dh, dw))


@makes("xcorr2d_strided", "first-of-a-pair-for-both")
def only_the_first(x, k, *, stride=1, padding=0, dilation=1):
    s, p, d = (_two(option)[0] for option in (stride, padding, dilation))
    return walk(np.pad(x, p), k, (s, s), (d, d))


@makes("xcorr2d_strided", "kernel-flipped")
def convolves(x, k, *, stride=1, padding=0, dilation=1):
    return padded_windows(x, np.flip(k), stride=stride, padding=padding, dilation=dilation)


@makes("xcorr2d_strided", "kernel-transposed")
def transposes_the_kernel(x, k, *, stride=1, padding=0, dilation=1):
    return padded_windows(x, k.T, stride=stride, padding=padding, dilation=dilation)


@makes("xcorr2d_strided", "output-transposed")
def collects_columns(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (dh, dw), x = _two(stride), _two(dilation), around(x, padding)
    height, width = dh * (k.shape[0] - 1) + 1, dw * (k.shape[1] - 1) + 1
    columns = []
    for left in range(0, x.shape[1] - width + 1, sw):
        tops = range(0, x.shape[0] - height + 1, sh)
        columns.append([(x[top : top + height : dh, left : left + width : dw] * k).sum() for top in tops])
    return np.array(columns)


@makes("xcorr2d_strided", "last-window-missed")
def plus_one_forgotten(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (dh, dw), x = _two(stride), _two(dilation), around(x, padding)
    height, width = dh * (k.shape[0] - 1) + 1, dw * (k.shape[1] - 1) + 1
    y = np.zeros(((x.shape[0] - height) // sh, (x.shape[1] - width) // sw))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[i * sh : i * sh + height : dh, j * sw : j * sw + width : dw] * k)
    return y


@makes("xcorr2d_strided", "mean-for-sum")
def averages(x, k, *, stride=1, padding=0, dilation=1):
    return walk(around(x, padding), k, _two(stride), _two(dilation), lambda window, k: np.mean(window * k))


@makes("xcorr2d_strided", "fractions-cut")
def like_the_image(x, k, *, stride=1, padding=0, dilation=1):
    return walk(around(x, padding), k, _two(stride), _two(dilation), dtype=x.dtype)


@makes("xcorr2d_strided", "whole-numbers-only")
def zeros_of_int(x, k, *, stride=1, padding=0, dilation=1):
    return walk(around(x, padding), k, _two(stride), _two(dilation), dtype=int)


@makes("xcorr2d_strided", "kernel-flipped", "padding-before-only")
def flipped_and_padded_above(x, k, *, stride=1, padding=0, dilation=1):
    p, q = _two(padding)
    return walk(np.pad(x, ((p, 0), (q, 0))), k[::-1, ::-1], _two(stride), _two(dilation))


@makes("xcorr2d_strided", "dilation-ignored", "stride-ignored")
def as_in_chapter_2(x, k, *, stride=1, padding=0, dilation=1):
    return padded_windows(x, k, padding=padding)


@makes("xcorr2d_strided", "pair-as-before-and-after", "dilation-ignored")
def pads_by_the_pair_without_dilation(x, k, *, stride=1, padding=0, dilation=1):
    return walk(np.pad(x, padding), k, _two(stride), (1, 1))


@makes("xcorr2d_strided", "start-not-strided", "fractions-cut")
def not_strided_and_cut(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (dh, dw), padded = _two(stride), _two(dilation), around(x, padding)
    every = walk(padded, k, (1, 1), (dh, dw), dtype=x.dtype)
    return every[: (every.shape[0] - 1) // sh + 1, : (every.shape[1] - 1) // sw + 1]


@makes("xcorr2d_strided")
def no_pairs(x, k, *, stride=1, padding=0, dilation=1):
    x = np.pad(x, padding)
    return walk(x, k, (stride, stride), (dilation, dilation))


@makes("xcorr2d_strided")
def ceil_with_zeros_at_the_end(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), x = _two(stride), around(x, padding)
    return walk(np.pad(x, ((0, sh - 1), (0, sw - 1))), k, (sh, sw), _two(dilation))


@makes("xcorr2d_strided", "padding-before-only")
def counts_the_padding_once(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    every = walk(around(x, padding), k, (sh, sw), (dh, dw))
    oh = (x.shape[0] + ph - dh * (k.shape[0] - 1) - 1) // sh + 1
    ow = (x.shape[1] + pw - dw * (k.shape[1] - 1) - 1) // sw + 1
    return every[:oh, :ow]


@makes("xcorr2d_strided", "output-padded")
def frames_the_result(x, k, *, stride=1, padding=0, dilation=1):
    return around(walk(x, k, _two(stride), _two(dilation)), padding)


@makes("xcorr2d_strided", "image-thinned-by-dilation")
def every_second_cell_of_the_image(x, k, *, stride=1, padding=0, dilation=1):
    dh, dw = _two(dilation)
    return walk(around(x, padding)[::dh, ::dw], k, _two(stride), (1, 1))


@makes("xcorr2d_strided", "image-thinned-by-stride")
def shrinks_first(x, k, *, stride=1, padding=0, dilation=1):
    sh, sw = _two(stride)
    return walk(around(x, padding)[::sh, ::sw], k, (1, 1), _two(dilation))
