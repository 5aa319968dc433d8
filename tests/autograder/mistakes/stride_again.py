"""More wrong sizes, paddings and strided sums, as they come from the keyboard."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.xcorr2d_strided import _two


@makes("out_size", "brackets-forgotten")
def typed_without_brackets(size, kernel, *, stride=1, padding=0, dilation=1):
    return size + 2 * padding - dilation * (kernel - 1) - 1 // stride + 1


@makes("out_size", "dilation-added")
def one_gap(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - (kernel + dilation - 1)) // stride + 1


@makes("out_size", "size-over-stride-rounded-down")
def stride_two_halves(size, kernel, *, stride=1, padding=0, dilation=1):
    return size // stride


@makes("out_size", "brackets-forgotten", "padding-on-one-side")
def typed_without_brackets_and_two(size, kernel, *, stride=1, padding=0, dilation=1):
    return size + padding - dilation * (kernel - 1) - 1 // stride + 1


@makes("invert_size", "bounds-turned")
def strictly_more_than_the_bound(out_size, kernel, *, stride=1, padding=0, dilation=1):
    bound = (out_size - 1) * stride + dilation * (kernel - 1) + 1 - 2 * padding
    fitting = [n for n in range(bound, bound + 2 * stride) if bound < n <= bound + stride]
    return fitting[0], fitting[-1]


@makes("same_padding", "rounded-to-even")
def rounds_a_half(kernel, *, dilation=1):
    total = dilation * (kernel - 1)
    before = round(total / 2)
    return before, total - before


@makes("same_padding", "always-one-more")
def one_more_after(kernel, *, dilation=1):
    half = dilation * (kernel - 1) // 2
    return half, half + 1


def _concatenated(x, padding, mode):
    top, bottom, left, right = padding
    if mode == "circular":
        x = np.concatenate([x[..., -top:, :], x, x[..., :bottom, :]], axis=-2)
        return np.concatenate([x[..., -left:], x, x[..., :right]], axis=-1)
    x = np.concatenate([x[..., top:0:-1, :], x, x[..., : -bottom - 1 : -1, :]], axis=-2)
    return np.concatenate([x[..., left:0:-1], x, x[..., : -right - 1 : -1]], axis=-1)


def _padded(x, padding, mode):
    top, bottom, left, right = padding
    sides = [(0, 0)] * (x.ndim - 2) + [(top, bottom), (left, right)]
    return np.pad(x, sides, mode={"zeros": "constant", "replicate": "edge", "circular": "wrap"}.get(mode, mode))


@makes("pad2d", "minus-zero")
def the_last_none(x, padding, *, mode="zeros"):
    return _concatenated(x, padding, mode) if mode == "circular" else _padded(x, padding, mode)


@makes("pad2d", "edge-repeated-at-the-end")
def mirrors_from_minus_one(x, padding, *, mode="zeros"):
    return _concatenated(x, padding, mode) if mode == "reflect" else _padded(x, padding, mode)


@makes("pad2d", "edge-repeated-at-the-end", "minus-zero")
def slices_from_the_end(x, padding, *, mode="zeros"):
    return _concatenated(x, padding, mode) if mode in ("reflect", "circular") else _padded(x, padding, mode)


def _four_loops(x, k, stride, padding, dilation, *, dtype=float, add=True, inside=None):
    (sh, sw), (p, q), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    x = np.pad(x, ((p, p), (q, q)))
    oh = (x.shape[0] - dh * (k.shape[0] - 1) - 1) // sh + 1
    ow = (x.shape[1] - dw * (k.shape[1] - 1) - 1) // sw + 1
    dh, dw = inside or (dh, dw)
    y = np.zeros((oh, ow), dtype=dtype)
    for i, j, u, v in np.ndindex(oh, ow, *k.shape):
        product = x[i * sh + u * dh, j * sw + v * dw] * k[u, v]
        y[i, j] = y[i, j] + product if add else product
    return y


@makes("xcorr2d_strided", "dilation-in-size-only")
def reads_neighbours(x, k, *, stride=1, padding=0, dilation=1):
    return _four_loops(x, k, stride, padding, dilation, inside=(1, 1))


@makes("xcorr2d_strided", "only-the-last-product")
def writes_over(x, k, *, stride=1, padding=0, dilation=1):
    return _four_loops(x, k, stride, padding, dilation, add=False)


@makes("xcorr2d_strided", "fractions-cut-at-each-step")
def adds_up_as_the_image_is(x, k, *, stride=1, padding=0, dilation=1):
    return _four_loops(x, k, stride, padding, dilation, dtype=x.dtype)


@makes("xcorr2d_strided", "whole-numbers-only-at-each-step")
def adds_up_whole_numbers(x, k, *, stride=1, padding=0, dilation=1):
    return _four_loops(x, k, stride, padding, dilation, dtype=int)


@makes("xcorr2d_strided")
def adds_up_as_the_kernel_is(x, k, *, stride=1, padding=0, dilation=1):
    return _four_loops(x, k, stride, padding, dilation, dtype=k.dtype)


@makes("xcorr2d_strided", "range-stops-early")
def range_without_one(x, k, *, stride=1, padding=0, dilation=1):
    (sh, sw), (p, q), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    x = np.pad(x, ((p, p), (q, q)))
    height, width = dh * (k.shape[0] - 1) + 1, dw * (k.shape[1] - 1) + 1
    rows, columns = range(0, x.shape[0] - height, sh), range(0, x.shape[1] - width, sw)
    return np.array(
        [[np.sum(x[top : top + height : dh, left : left + width : dw] * k) for left in columns] for top in rows]
    )
