"""Images as arrays: how much they hold, in which order their axes stand, and which numbers mean light."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers, in_common_dtype
from helpers.shapes import whole

HWC = ("height", "width", "channels")
NCHW = ("batch", "channels", "height", "width")


def count_pixels_values(shape: Sequence[int]) -> tuple[int, int]:
    """Count an image's pixels, and the numbers that are stored for them.

    Parameters
    ----------
    shape : sequence of int
        (height, width) of a grey image, or (height, width, channels).

    Returns
    -------
    tuple of two int
        ``height·width`` places, and ``height·width·channels`` numbers. A grey image has one number at each place.

    Raises
    ------
    TypeError
        If a size is not a whole number.
    ValueError
        If there are not two or three sizes, or one is below 1.

    Examples
    --------
    >>> count_pixels_values((3, 4))
    (12, 12)
    >>> count_pixels_values((224, 224, 3))
    (50176, 150528)
    """
    if len(shape) not in (2, 3):
        raise ValueError(
            f"count_pixels_values: shape is {shape!r}; it needs two sizes, (height, width), "
            "or three, (height, width, channels)."
        )
    sizes = [whole("count_pixels_values", name, n, at_least=1) for name, n in zip(HWC, shape, strict=False)]
    pixels = sizes[0] * sizes[1]
    return pixels, pixels * (sizes[2] if len(sizes) == 3 else 1)


def hwc_to_nchw(images: ArrayLike) -> np.ndarray:
    """Bring images into the order in which a convolution layer reads them, channels before rows and columns.

    Parameters
    ----------
    images : array_like, shape (height, width, channels) or (batch, height, width, channels)
        One image, as picture files are read, or a batch of them.

    Returns
    -------
    numpy.ndarray, shape (1, channels, height, width) or (batch, channels, height, width)
        The same numbers in their own dtype: ``y[n, c, i, j] = images[n, i, j, c]``. A copy, contiguous in memory.

    Raises
    ------
    TypeError, ValueError
        If ``images`` does not hold real numbers, has not three or four axes, or is empty along one but the batch.

    Examples
    --------
    >>> image = np.array([[[1, 2], [3, 4], [5, 6]]])  # one row, three columns, two channels
    >>> hwc_to_nchw(image)
    array([[[[1, 3, 5]],
    <BLANKLINE>
            [[2, 4, 6]]]])
    >>> hwc_to_nchw(np.zeros((32, 224, 200, 3), dtype=np.uint8)).shape
    (32, 3, 224, 200)
    """
    axes = np.ndim(images)
    if axes not in (3, 4):
        raise ValueError(
            f"hwc_to_nchw: images has shape {np.shape(images)}, {axes} axes; it needs 3 as (height, width, channels) "
            "or 4 as (batch, height, width, channels). A grey image gets its channel by images[..., None]."
        )
    as_numbers("hwc_to_nchw", "images", images, axes=HWC if axes == 3 else ("batch", *HWC))
    batch = np.asarray(images)
    batch = batch[None] if axes == 3 else batch
    return batch.transpose(0, 3, 1, 2).copy()


def normalize(images: ArrayLike, mean: ArrayLike, std: ArrayLike) -> np.ndarray:
    """Shift and scale each channel, so that its usual values lie around 0 with a spread of about 1.

    Parameters
    ----------
    images : array_like, shape (batch, channels, height, width)
        The images, on the scale (0 to 1, or 0 to 255) on which ``mean`` and ``std`` were measured.
    mean, std : array_like, shape (channels,)
        For each channel, what is taken away, and what is then divided by; ``std`` is above 0.

    Returns
    -------
    numpy.ndarray, shape (batch, channels, height, width)
        ``(images[n, c, i, j] − mean[c]) / std[c]``, in the floats' common dtype, or float64 if all are integers.

    Raises
    ------
    TypeError, ValueError
        If an argument is not what is said here.

    Notes
    -----
    ``torchvision.transforms.Normalize`` does the same.

    Examples
    --------
    >>> images = [[[[0.5, 1.0]], [[0.25, 0.75]]]]  # one image: two channels, one row, two columns
    >>> normalize(images, mean=[0.5, 0.25], std=[0.5, 0.25])
    array([[[[0., 1.]],
    <BLANKLINE>
            [[0., 2.]]]])
    """
    images = as_numbers("normalize", "images", images, axes=NCHW)
    mean, std = _for_each_channel("mean", mean, images), _for_each_channel("std", std, images)
    if not (std > 0).all():
        raise ValueError(
            f"normalize: std is {std.tolist()}; each must be above 0. Divide a channel that never changes by 1."
        )
    images, mean, std = in_common_dtype(images, mean, std)
    return (images - mean[:, None, None]) / std[:, None, None]


def _for_each_channel(name: str, value: ArrayLike, images: np.ndarray) -> np.ndarray:
    numbers = as_numbers("normalize", name, value, axes=("channels",))
    if numbers.size != images.shape[1]:
        raise ValueError(
            f"normalize: {name} has {numbers.size} value(s) and images of shape {images.shape} have "
            f"{images.shape[1]} channel(s); give one for each, and the axes in the order {NCHW}."
        )
    return numbers
