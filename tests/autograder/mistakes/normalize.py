"""Wrong ways to normalise."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.normalize import broadcast


@makes("normalize", "mean-not-subtracted")
def only_divides(images, mean, std):
    return images / std[:, None, None]


@makes("normalize", "mean-added")
def adds_the_mean(images, mean, std):
    return (images + mean[:, None, None]) / std[:, None, None]


@makes("normalize", "sign-reversed")
def mean_minus_value(images, mean, std):
    return (mean[:, None, None] - images) / std[:, None, None]


@makes("normalize", "std-not-divided")
def only_centres(images, mean, std):
    return images - mean.reshape(1, -1, 1, 1)


@makes("normalize", "multiplied-by-std")
def scales_the_wrong_way(images, mean, std):
    return (images - mean[:, None, None]) * std[:, None, None]


@makes("normalize", "divided-by-variance")
def squares_std(images, mean, std):
    variance = std**2
    return (images - mean[:, None, None]) / variance[:, None, None]


@makes("normalize", "divided-by-the-root")
def as_batch_norm_writes_it(images, mean, std):
    return (images - mean[:, None, None]) / np.sqrt(std[:, None, None] + 1e-12)


@makes("normalize", "divided-before-centred")
def brackets_missing(images, mean, std):
    return images / std[:, None, None] - mean[:, None, None]


@makes("normalize", "along-the-width")
def no_axes_added(images, mean, std):
    return (images - mean) / std


@makes("normalize", "along-the-height")
def one_axis_added(images, mean, std):
    return (images - mean[:, None]) / std[:, None]


@makes("normalize", "along-the-batch")
def three_axes_added(images, mean, std):
    return (images - mean[:, None, None, None]) / std[:, None, None, None]


@makes("normalize")
def image_by_image(images, mean, std):
    return np.stack([(images[c] - mean[c]) / std[c] for c in range(images.shape[0])])


@makes("normalize", "first-channel-for-all")
def first_of_each(images, mean, std):
    return (images - mean[0]) / std[0]


@makes("normalize", "one-for-all-channels")
def averaged(images, mean, std):
    return (images - np.mean(mean)) / np.mean(std)


@makes("normalize", "channels-reversed")
def bgr(images, mean, std):
    return broadcast(images, mean[::-1], std[::-1])


@makes("normalize", "own-statistics")
def measures_itself(images, mean, std):
    mean = images.mean(axis=(0, 2, 3))
    std = images.std(axis=(0, 2, 3))
    return broadcast(images, mean, std)


@makes("normalize", "statistics-of-each-image")
def each_image_for_itself(images, mean, std):
    centre = images.mean(axis=(2, 3), keepdims=True)
    return (images - centre) / images.std(axis=(2, 3), keepdims=True)


@makes("normalize", "scaled-to-1")
def scales_again(images, mean, std):
    return broadcast(images / 255.0, mean, std)


@makes("normalize", "cut-to-0-and-1")
def clips(images, mean, std):
    return np.clip(broadcast(images, mean, std), 0.0, 1.0)


@makes("normalize", "fractions-cut")
def into_the_images_dtype(images, mean, std):
    y = np.zeros_like(images)
    for c in range(images.shape[1]):
        y[:, c] = (images[:, c] - mean[c]) / std[c]
    return y


@makes("normalize", "mean-not-subtracted", "multiplied-by-std")
def multiplies_only(images, mean, std):
    return images * std[:, None, None]


@makes("normalize", "along-the-width", "std-not-divided")
def subtracts_along_columns(images, mean, std):
    return images - mean


@makes("normalize", "scaled-to-1", "cut-to-0-and-1")
def scales_and_clips(images, mean, std):
    return broadcast(images / 255, mean, std).clip(0, 1)


@makes("normalize", "mean-added", "multiplied-by-std")
def half_of_the_way_back(images, mean, std):
    return (images + mean[:, None, None]) * std[:, None, None]


@makes("normalize")
def only_the_mean_broadcast_right(images, mean, std):
    return (images - mean[:, None, None]) / std


@makes("normalize")
def softmax_like(images, mean, std):
    return images / images.sum(axis=1, keepdims=True)


@makes("normalize", "only-the-mean-divided")
def brackets_lost(images, mean, std):
    return images - mean[:, None, None] / std[:, None, None]


@makes("normalize", "statistics-of-all-values")
def standardises(images, mean, std):
    return (images - np.mean(images)) / np.std(images)


@makes("normalize", "floor-division")
def two_slashes(images, mean, std):
    return (images - mean[:, None, None]) // std[:, None, None]


@makes("normalize", "whole-numbers-only")
def result_of_whole_numbers(images, mean, std):
    y = np.zeros(images.shape, dtype=int)
    for c in range(len(mean)):
        y[:, c] = (images[:, c] - mean[c]) / std[c]
    return y


@makes("normalize", "fractions-cut")
def writes_into_what_it_got(images, mean, std):
    for c, (centre, spread) in enumerate(zip(mean, std, strict=True)):
        images[:, c] = (images[:, c] - centre) / spread
    return images
