"""Wrong ways to pad."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.pad2d import by_numpy, by_slices, index_arrays

NAMES = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


def last_two(x, rows, columns, name):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [rows, columns], mode=name)


@makes("pad2d", "as-torch")
def left_first(x, padding, *, mode="zeros"):
    left, right, top, bottom = padding
    return last_two(x, (top, bottom), (left, right), NAMES[mode])


@makes("pad2d", "clockwise")
def as_in_css(x, padding, *, mode="zeros"):
    top, right, bottom, left = padding
    return by_slices(x, (top, bottom, left, right), mode=mode)


@makes("pad2d", "corner-by-corner")
def befores_then_afters(x, padding, *, mode="zeros"):
    top, left, bottom, right = padding
    return by_numpy(x, (top, bottom, left, right), mode=mode)


@makes("pad2d", "ends-swapped")
def bottom_first(x, padding, *, mode="zeros"):
    bottom, top, right, left = padding
    return last_two(x, (top, bottom), (left, right), NAMES[mode])


@makes("pad2d", "first-of-each-for-both")
def symmetric_sides(x, padding, *, mode="zeros"):
    top, _, left, _ = padding
    return last_two(x, (top, top), (left, left), NAMES[mode])


@makes("pad2d", "first-for-all")
def one_number(x, padding, *, mode="zeros"):
    p = padding[0]
    return last_two(x, (p, p), (p, p), NAMES[mode])


@makes("pad2d", "image-in-the-corner")
def room_after(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    return last_two(x, (0, top + bottom), (0, left + right), NAMES[mode])


@makes("pad2d", "top-and-left-only")
def room_before(x, padding, *, mode="zeros"):
    return last_two(x, (padding[0], 0), (padding[2], 0), NAMES[mode])


@makes("pad2d", "mode-ignored")
def zeros_always(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.zeros((*x.shape[:-2], top + h + bottom, left + w + right))
    y[..., top : top + h, left : left + w] = x
    return y


@makes("pad2d", "modes-mixed-up")
def wrong_names(x, padding, *, mode="zeros"):
    names = {"zeros": "constant", "reflect": "edge", "replicate": "reflect", "circular": "wrap"}
    return last_two(x, padding[:2], padding[2:], names[mode])


@makes("pad2d", "edge-repeated")
def symmetric_mode(x, padding, *, mode="zeros"):
    names = {"zeros": "constant", "reflect": "symmetric", "replicate": "edge", "circular": "wrap"}
    return last_two(x, padding[:2], padding[2:], names[mode])


@makes("pad2d", "edge-repeated")
def mirror_behind_the_cell(x, padding, *, mode="zeros"):
    if mode != "reflect":
        return index_arrays(x, padding, mode=mode)
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.concatenate([x[..., :top, :][..., ::-1, :], x, x[..., h - bottom :, :][..., ::-1, :]], axis=-2)
    return np.concatenate([y[..., :left][..., ::-1], y, y[..., w - right :][..., ::-1]], axis=-1)


@makes("pad2d", "not-mirrored")
def turned_strips_forgotten(x, padding, *, mode="zeros"):
    if mode != "reflect":
        return by_numpy(x, padding, mode=mode)
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.concatenate([x[..., 1 : top + 1, :], x, x[..., h - 1 - bottom : h - 1, :]], axis=-2)
    return np.concatenate([y[..., 1 : left + 1], y, y[..., w - 1 - right : w - 1]], axis=-1)


@makes("pad2d", "strip-for-cell")
def replicates_strips(x, padding, *, mode="zeros"):
    if mode != "replicate":
        return by_numpy(x, padding, mode=mode)
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.concatenate([x[..., :top, :], x, x[..., h - bottom :, :]], axis=-2)
    return np.concatenate([y[..., :left], y, y[..., w - right :]], axis=-1)


@makes("pad2d", "near-end-for-far-end")
def tiles_with_itself(x, padding, *, mode="zeros"):
    if mode != "circular":
        return by_numpy(x, padding, mode=mode)
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.concatenate([x[..., :top, :], x, x[..., h - bottom :, :]], axis=-2)
    return np.concatenate([y[..., :left], y, y[..., w - right :]], axis=-1)


@makes("pad2d", "corners-left-empty")
def four_strips(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = by_numpy(x, padding)
    y[..., left : left + w] = last_two(x, (top, bottom), (0, 0), NAMES[mode])
    y[..., top : top + h, :] = last_two(x, (0, 0), (left, right), NAMES[mode])
    return y


@makes("pad2d", "first-axes-padded")
def height_and_width_first(x, padding, *, mode="zeros"):
    sides = [padding[:2], padding[2:]] + [(0, 0)] * (x.ndim - 2)
    return np.pad(x, sides, mode=NAMES[mode])


@makes("pad2d", "whole-numbers-only")
def zeros_of_int(x, padding, *, mode="zeros"):
    y = by_numpy(x, padding, mode=mode)
    whole = np.zeros(y.shape, dtype=int)
    whole[...] = y
    return whole


@makes("pad2d", "as-torch", "mode-ignored")
def left_first_zeros(x, padding, *, mode="zeros"):
    left, right, top, bottom = padding
    return last_two(x, (top, bottom), (left, right), "constant")


@makes("pad2d", "edge-repeated", "clockwise")
def symmetric_as_in_css(x, padding, *, mode="zeros"):
    top, right, bottom, left = padding
    names = {"zeros": "constant", "reflect": "symmetric", "replicate": "edge", "circular": "wrap"}
    return last_two(x, (top, bottom), (left, right), names[mode])


@makes("pad2d", "mode-ignored", "image-in-the-corner")
def into_the_corner(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    h, w = x.shape[-2:]
    y = np.zeros((*x.shape[:-2], top + h + bottom, left + w + right))
    y[..., :h, :w] = x
    return y


@makes("pad2d", "first-axes-padded", "modes-mixed-up")
def wrong_names_on_the_first_axes(x, padding, *, mode="zeros"):
    names = {"zeros": "constant", "reflect": "edge", "replicate": "reflect", "circular": "wrap"}
    return np.pad(x, [padding[:2], padding[2:]] + [(0, 0)] * (x.ndim - 2), mode=names[mode])


@makes("pad2d")
def minus_nothing(x, padding, *, mode="zeros"):
    top, bottom, left, right = padding
    y = np.zeros((*x.shape[:-2], top + x.shape[-2] + bottom, left + x.shape[-1] + right))
    y[..., top:-bottom, left:-right] = x
    return y


@makes("pad2d")
def two_axes_only(x, padding, *, mode="zeros"):
    return np.pad(x, (padding[:2], padding[2:]), mode=NAMES[mode])
