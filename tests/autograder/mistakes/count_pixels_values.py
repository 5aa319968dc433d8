"""Wrong counts of pixels and values."""

import math

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.count_pixels_values import products


@makes("count_pixels_values", "channels-counted-as-pixels")
def size_of_the_array(shape):
    n = int(np.prod(shape))
    return n, n


@makes("count_pixels_values", "channels-counted-as-pixels")
def multiplies_all_for_pixels(shape):
    pixels = 1
    for size in shape:
        pixels *= size
    return pixels, math.prod(shape)


@makes("count_pixels_values", "channels-forgotten")
def height_times_width_twice(shape):
    h, w = shape[:2]
    return h * w, h * w


@makes("count_pixels_values", "values-of-one-pixel")
def depth(shape):
    return shape[0] * shape[1], shape[2] if len(shape) == 3 else 1


@makes("count_pixels_values", "always-three-channels")
def three_for_rgb(shape):
    pixels = shape[0] * shape[1]
    return pixels, pixels * 3


@makes("count_pixels_values", "grey-as-colour")
def rgb_by_default(shape):
    if len(shape) == 2:
        shape = (*shape, 3)
    h, w, c = shape
    return h * w, h * w * c


@makes("count_pixels_values", "channels-first")
def chw(shape):
    c, h, w = shape if len(shape) == 3 else (1, *shape)
    return h * w, c * h * w


@makes("count_pixels_values", "channels-first")
def last_two_axes(shape):
    return shape[-1] * shape[-2], math.prod(shape)


@makes("count_pixels_values", "square-taken")
def square(shape):
    n = shape[0]
    return n**2, n**2 * (shape[2] if len(shape) == 3 else 1)


@makes("count_pixels_values", "sizes-added")
def sums(shape):
    return sum(shape[:2]), sum(shape)


@makes("count_pixels_values", "order-swapped")
def values_first(shape):
    pixels, values = products(shape)
    return values, pixels


@makes("count_pixels_values", "order-swapped", "always-three-channels")
def three_first(shape):
    pixels = shape[0] * shape[1]
    return 3 * pixels, pixels


@makes("count_pixels_values", "channels-first", "grey-as-colour")
def chw_with_three_by_default(shape):
    c, h, w = shape if len(shape) == 3 else (3, *shape)
    return h * w, c * h * w


@makes("count_pixels_values", "square-taken", "channels-forgotten")
def square_without_channels(shape):
    return shape[0] ** 2, shape[0] ** 2


@makes("count_pixels_values", "sizes-added", "order-swapped")
def sums_swapped(shape):
    return sum(shape), shape[0] + shape[1]


@makes("count_pixels_values")
def three_sizes_only(shape):
    h, w, c = shape
    return h * w, h * w * c


@makes("count_pixels_values")
def only_one_number(shape):
    return math.prod(shape)


@makes("count_pixels_values", "width-as-channels")
def last_size_for_the_channels(shape):
    pixels = shape[0] * shape[1]
    return pixels, pixels * shape[-1]


@makes("count_pixels_values", "three-channels-in-colour")
def three_if_there_are_any(shape):
    pixels = shape[0] * shape[1]
    return pixels, pixels * (3 if len(shape) == 3 else 1)


@makes("count_pixels_values", "last-size-left-out")
def all_but_the_last(shape):
    return math.prod(shape[:-1]), math.prod(shape)


@makes("count_pixels_values", "last-size-left-out")
def values_by_the_last_size(shape):
    values = 1
    for size in shape:
        values *= size
    return values // shape[-1], values
