"""Wrong orders of axes."""

import numpy as np

from tests.autograder.mistakes.makes import makes
from tests.autograder.right.hwc_to_nchw import transposed


@makes("hwc_to_nchw", "reshaped")
def cut_anew(images):
    *n, h, w, c = images.shape
    return images.reshape(n[0] if n else 1, c, h, w)


@makes("hwc_to_nchw", "reshaped")
def reshaped_to_minus_one(images):
    h, w, c = images.shape[-3:]
    return np.reshape(images, (-1, c, h, w))


@makes("hwc_to_nchw", "columns-before-rows")
def last_with_first(images):
    if images.ndim == 3:
        return np.swapaxes(images, 0, 2)[None]
    return np.swapaxes(images, 1, 3)


@makes("hwc_to_nchw", "columns-before-rows")
def width_before_height(images):
    batch = images[None] if images.ndim == 3 else images
    return batch.transpose(0, 3, 2, 1)


@makes("hwc_to_nchw", "all-axes-reversed")
def dot_t(images):
    y = images.T
    return y[None] if y.ndim == 3 else y


@makes("hwc_to_nchw", "channels-left-last")
def only_a_batch_axis(images):
    return images[None] if images.ndim == 3 else images.copy()


@makes("hwc_to_nchw", "batch-axis-forgotten")
def chw_for_one(images):
    return np.moveaxis(images, -1, -3)


@makes("hwc_to_nchw", "batch-axis-forgotten")
def by_number_of_axes(images):
    return images.transpose(2, 0, 1) if images.ndim == 3 else images.transpose(0, 3, 1, 2)


@makes("hwc_to_nchw", "channels-as-batch")
def axis_in_the_second_place(images):
    if images.ndim == 4:
        return images.transpose(0, 3, 1, 2)
    return images.transpose(2, 0, 1)[:, np.newaxis]


@makes("hwc_to_nchw", "channels-before-batch")
def channels_to_the_front(images):
    y = np.moveaxis(images, -1, 0)
    return y[None] if images.ndim == 3 else y


@makes("hwc_to_nchw", "only-the-first-image")
def first_of_them(images):
    image = images[0] if images.ndim == 4 else images
    return image.transpose(2, 0, 1)[None]


@makes("hwc_to_nchw", "axis-added-always")
def new_axis_whatever_comes(images):
    return np.moveaxis(images[None], -1, 1)


@makes("hwc_to_nchw", "scaled-to-1")
def as_to_tensor_does(images):
    return transposed(images) / 255


@makes("hwc_to_nchw", "channels-reversed")
def bgr(images):
    return transposed(images[..., ::-1])


@makes("hwc_to_nchw", "batch-axis-forgotten", "channels-before-batch")
def channels_always_to_the_front(images):
    return np.moveaxis(images, -1, 0)


@makes("hwc_to_nchw", "columns-before-rows", "scaled-to-1")
def swapped_and_scaled(images):
    batch = images[None] if images.ndim == 3 else images
    return np.swapaxes(batch.astype(float), 1, 3) / 255


@makes("hwc_to_nchw", "reshaped", "channels-reversed")
def reshaped_bgr(images):
    h, w, c = images.shape[-3:]
    return images[..., ::-1].reshape(-1, c, h, w)


@makes("hwc_to_nchw", "all-axes-reversed", "batch-axis-forgotten")
def just_dot_t(images):
    return images.T


@makes("hwc_to_nchw")
def one_image_only(images):
    return images.transpose(2, 0, 1)[None]


@makes("hwc_to_nchw")
def channels_in_the_middle(images):
    batch = images[None] if images.ndim == 3 else images
    return batch.swapaxes(2, 3)


@makes("hwc_to_nchw", "way-back")
def inverse_permutation(images):
    return np.transpose(images if images.ndim == 4 else images[None], (0, 2, 3, 1))


@makes("hwc_to_nchw", "whole-numbers-only")
def fills_an_array_of_bytes(images):
    batch = images[None] if images.ndim == 3 else images
    n, h, w, c = batch.shape
    y = np.zeros((n, c, h, w), dtype=np.uint8)
    for channel in range(c):
        y[:, channel] = batch[..., channel]
    return y
