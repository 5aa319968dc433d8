"""Photographs in grey and in colour."""

import numpy as np
import pytest

from helpers.images import load_faces, load_photograph


def test_colour_has_three_channels_between_0_and_1():
    picture = load_photograph("coffee", size=40, colour=True)
    assert picture.shape == (40, 40, 3)
    assert picture.dtype == np.float64
    assert 0 <= picture.min() < picture.max() <= 1
    assert (picture[..., 0] != picture[..., 2]).any()


def test_a_grey_photograph_in_colour_has_three_equal_channels():
    grey, colour = load_photograph("camera", size=32), load_photograph("camera", size=32, colour=True)
    np.testing.assert_array_equal(colour, np.stack([grey] * 3, axis=-1))


def test_an_unknown_photograph_raises_value_error():
    with pytest.raises(ValueError, match=r"load_photograph\('dog'\): no such photograph; use one of camera"):
        load_photograph("dog")


def test_half_of_the_small_pictures_are_faces():
    images, labels = load_faces()
    assert (images.shape, images.dtype) == ((200, 25, 25), np.float32)
    assert (images.min(), images.max()) == (0, 1)
    assert np.bincount(labels).tolist() == [100, 100]
    # A face is brighter in its middle than at its sides; a piece of background is not, in the mean.
    middle, sides = images[:, :, 8:17].mean(axis=(1, 2)), images[:, :, [0, 1, 2, 22, 23, 24]].mean(axis=(1, 2))
    assert (middle - sides)[labels == 1].mean() > (middle - sides)[labels == 0].mean() + 0.05
