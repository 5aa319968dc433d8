"""Right ways to count pixels and values."""

import math

import numpy as np


def loops(shape):
    pixels = values = 0
    for _ in range(shape[0]):
        pixels += shape[1]
    for _ in range(shape[2] if len(shape) > 2 else 1):
        values += pixels
    return pixels, values


def unpacked(shape):
    h, w, *rest = shape
    c = rest[0] if rest else 1
    return h * w, h * w * c


def products(shape):
    return math.prod(shape[:2]), math.prod(shape)


def numpy_products(shape):
    return np.prod(shape[:2]), np.prod(shape)


def an_array_of_that_shape(shape):
    image = np.broadcast_to(0, shape)
    return image.size // (image.shape[2] if image.ndim == 3 else 1), image.size


def by_cases(shape):
    if len(shape) == 2:
        height, width = shape
        return height * width, height * width
    height, width, channels = shape
    return height * width, height * width * channels


def as_floats_in_a_list(shape):
    pixels = float(shape[0]) * shape[1]
    return [pixels, pixels * (shape[2] if len(shape) == 3 else 1)]


def as_an_array(shape):
    return np.array([np.prod(shape[:2]), np.prod(shape)])
