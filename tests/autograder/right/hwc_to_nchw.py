"""Right ways to bring the channels forward."""

import numpy as np


def loops(images):
    batch = images if images.ndim == 4 else np.array([images])
    n, h, w, c = batch.shape
    y = np.zeros((n, c, h, w))
    for a in range(n):
        for b in range(c):
            for i in range(h):
                for j in range(w):
                    y[a, b, i, j] = batch[a, i, j, b]
    return y


def transposed(images):
    if images.ndim == 3:
        images = images[np.newaxis]
    return np.transpose(images, (0, 3, 1, 2))


def moved(images):
    y = np.moveaxis(images, -1, -3)
    return y[None] if y.ndim == 3 else y


def einsum(images):
    return np.einsum("...hwc->...chw", images).reshape(-1, images.shape[-1], *images.shape[-3:-1])


def rolled(images):
    return np.rollaxis(images.reshape((-1, *images.shape[-3:])), 3, 1)


def swapped_twice(images):
    batch = np.expand_dims(images, 0) if images.ndim == 3 else images
    return batch.swapaxes(1, 3).swapaxes(2, 3)


def stacked_channels(images):
    if images.ndim == 4:
        return np.concatenate([stacked_channels(image) for image in images])
    return np.stack([images[:, :, c] for c in range(images.shape[2])])[None]


def as_float32_contiguous(images):
    batch = images if images.ndim == 4 else images[None]
    return np.ascontiguousarray(batch.transpose(0, 3, 1, 2), dtype=np.float32)
