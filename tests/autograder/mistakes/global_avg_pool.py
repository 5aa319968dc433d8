"""Wrong means of maps."""

import numpy as np

from tests.autograder.mistakes.makes import makes


@makes("global_avg_pool", "channels-too")
def one_number_an_image(x):
    return np.array([image.mean() for image in x])


@makes("global_avg_pool", "batch-too")
def one_number_a_channel(x):
    return np.array([x[:, c].mean() for c in range(x.shape[1])])


@makes("global_avg_pool", "height-only")
def axis_two(x):
    return np.mean(x, axis=2)


@makes("global_avg_pool", "width-only")
def last_axis(x):
    return np.mean(x, axis=-1)


@makes("global_avg_pool", "channels-last-assumed")
def as_in_keras(x):
    return np.mean(x, axis=(1, 2))


@makes("global_avg_pool", "axes-kept")
def keeps_dims(x):
    return np.mean(x, axis=(2, 3), keepdims=True)


@makes("global_avg_pool", "axes-kept")
def four_axes_by_hand(x):
    y = np.zeros((x.shape[0], x.shape[1], 1, 1))
    for n, c in np.ndindex(x.shape[:2]):
        y[n, c, 0, 0] = x[n, c].mean()
    return y


@makes("global_avg_pool", "transposed")
def channels_first(x):
    return np.stack([x[:, c].mean(axis=(1, 2)) for c in range(x.shape[1])])


@makes("global_avg_pool", "maximum-for-mean")
def largest(x):
    return x.reshape(*x.shape[:2], -1).max(axis=-1)


@makes("global_avg_pool", "sum-for-mean")
def adds_up(x):
    return x.sum(-1).sum(-1)


@makes("global_avg_pool", "square-by-height")
def height_times_height(x):
    h = x.shape[2]
    return x.sum(axis=(2, 3)) / (h * h)


@makes("global_avg_pool", "divided-by-all")
def divides_by_all_values(x):
    n, c, h, w = x.shape
    y = np.zeros((n, c))
    for i in range(n):
        for j in range(c):
            y[i, j] = x[i, j].sum() / (c * h * w)
    return y


@makes("global_avg_pool", "fractions-cut")
def dtype_of_the_maps(x):
    y = np.empty(x.shape[:2], dtype=x.dtype)
    for n, c in np.ndindex(*y.shape):
        y[n, c] = x[n, c].mean()
    return y


@makes("global_avg_pool", "floor-division")
def two_slashes(x):
    return x.sum(axis=(2, 3)) // (x.shape[2] * x.shape[3])


@makes("global_avg_pool", "axes-kept", "maximum-for-mean")
def largest_with_axes(x):
    return x.max(axis=(2, 3), keepdims=True)


@makes("global_avg_pool", "channels-last-assumed", "sum-for-mean")
def adds_up_as_in_keras(x):
    return np.sum(x, (1, 2))


@makes("global_avg_pool", "transposed", "fractions-cut")
def channels_first_and_cut(x):
    y = np.zeros((x.shape[1], x.shape[0]), dtype=x.dtype)
    for c, n in np.ndindex(*y.shape):
        y[c, n] = x[n, c].mean()
    return y


@makes("global_avg_pool")
def one_number(x):
    return x.mean()


@makes("global_avg_pool")
def middle_number(x):
    return np.median(x, axis=(2, 3))


@makes("global_avg_pool", "square-by-width")
def last_size_squared(x):
    return x.sum((2, 3)) / x.shape[-1] ** 2


@makes("global_avg_pool", "whole-numbers-only")
def as_integers(x):
    return np.mean(x, axis=(2, 3)).astype(int)


@makes("global_avg_pool", "divided-by-batch")
def by_the_size_of_x(x):
    return x.sum(axis=(2, 3)) / x.size


@makes("global_avg_pool", "divided-by-height")
def by_the_length_of_each_map(x):
    return np.array([[sum(sum(row) for row in m) / len(m) for m in image] for image in x])


@makes("global_avg_pool", "over-the-channels")
def mean_map(x):
    return x.mean(1)


@makes("global_avg_pool", "sum-not-reset")
def zero_in_front_of_all_loops(x):
    y = np.zeros(x.shape[:2])
    total = 0
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(x.shape[2]):
                for j in range(x.shape[3]):
                    total += x[n, c, i, j]
            y[n, c] = total / (x.shape[2] * x.shape[3])
    return y
