"""Counts, orders of axes and scales of images, against counting and torch, and their messages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.pixels import count_pixels_values, hwc_to_nchw, normalize

sizes = st.integers(1, 5)


@given(st.lists(sizes, min_size=2, max_size=3))
def test_values_are_those_of_an_array_of_that_shape(shape):
    pixels, values = count_pixels_values(shape)
    assert values == np.zeros(shape).size
    assert pixels == sum(1 for _ in np.ndindex(*shape[:2]))


def test_counts_of_large_images_are_exact_and_plain_ints():
    assert count_pixels_values((np.int8(100), 100, 3)) == (10_000, 30_000)
    assert all(type(n) is int for n in count_pixels_values((np.int8(100), np.int8(100))))


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ((5,), r"shape is \(5,\); it needs two sizes"),
        ((1, 2, 3, 4), "it needs two sizes"),
        ((0, 4), "height is 0; it must be at least 1"),
        ((3, 4, 0), "channels is 0"),
    ],
)
def test_what_is_no_shape_of_an_image_raises_value_error(shape, told):
    with pytest.raises(ValueError, match=told):
        count_pixels_values(shape)


def test_half_a_pixel_raises_type_error():
    with pytest.raises(TypeError, match=r"width is 2\.5; it must be a whole number"):
        count_pixels_values((3, 2.5))


@given(sizes, sizes, sizes, sizes)
def test_each_value_is_found_again_in_nchw(batch, height, width, channels):
    images = np.arange(batch * height * width * channels).reshape(batch, height, width, channels)
    y = hwc_to_nchw(images)
    for n, i, j, c in np.ndindex(*images.shape):
        assert y[n, c, i, j] == images[n, i, j, c]


def test_one_image_becomes_a_batch_of_one():
    image = np.arange(24).reshape(2, 3, 4)
    np.testing.assert_array_equal(hwc_to_nchw(image), hwc_to_nchw(image[None]))


def test_nchw_keeps_the_dtype_and_shares_no_memory():
    images = np.ones((2, 3, 1), dtype=np.uint8)
    y = hwc_to_nchw(images)
    assert y.dtype == np.uint8
    assert y.flags.c_contiguous
    assert not np.shares_memory(y, images)


def test_a_grey_image_is_told_how_to_get_its_channel():
    with pytest.raises(ValueError, match=r"images has shape \(28, 28\), 2 axes; .* gets its channel by"):
        hwc_to_nchw(np.zeros((28, 28)))


def test_each_channel_is_normalized_by_its_own_numbers():
    images = np.random.default_rng(0).random((4, 3, 5, 6))
    y = normalize(images, images.mean(axis=(0, 2, 3)), images.std(axis=(0, 2, 3)))
    np.testing.assert_allclose(y.mean(axis=(0, 2, 3)), 0, atol=1e-12)
    np.testing.assert_allclose(y.std(axis=(0, 2, 3)), 1)


@pytest.mark.full
def test_normalize_is_torchs_batch_norm_with_fixed_numbers():
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(1)
    images, mean, std = rng.random((2, 3, 4, 5)), rng.random(3), rng.random(3) + 0.5
    y = torch.nn.functional.batch_norm(*(torch.tensor(a) for a in (images, mean, std**2)), eps=0.0)
    np.testing.assert_allclose(normalize(images, mean, std), y.numpy())


@pytest.mark.parametrize(
    ("dtype", "result"), [(np.uint8, np.float64), (np.float32, np.float32), (np.float64, np.float64)]
)
def test_normalize_keeps_float_dtypes_and_makes_integers_float64(dtype, result):
    assert normalize(np.ones((1, 1, 2, 2), dtype=dtype), [1], [2]).dtype == result


def test_small_integers_do_not_wrap_below_zero():
    assert normalize(np.zeros((1, 1, 1, 1), dtype=np.uint8), [100], [50]).item() == -2


def test_channels_last_is_told_by_the_count_of_means():
    with pytest.raises(ValueError, match=r"mean has 3 value\(s\) and images of shape \(1, 8, 9, 3\) have 8 channel"):
        normalize(np.ones((1, 8, 9, 3)), [0, 0, 0], [1, 1, 1])


def test_a_spread_of_zero_raises_value_error():
    with pytest.raises(ValueError, match=r"std is \[1, 0\]; each must be above 0"):
        normalize(np.ones((1, 2, 3, 3)), [0, 0], [1, 0])
