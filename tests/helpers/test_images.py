"""Photographs in grey and in colour."""

import numpy as np
import pytest

from helpers.images import load_photograph


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
