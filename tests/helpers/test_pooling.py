"""Pooling against torch on drawn settings, and on bad input."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.pooling import avg_pool2d, global_avg_pool, max_pool2d
from helpers.shapes import extent


@st.composite
def calls(draw, *, dilations=3):
    """Draw arguments that fit and that torch takes, which pads by half a window at most."""
    kernel = draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    dilation = draw(st.tuples(st.integers(1, dilations), st.integers(1, dilations)))
    spans = [extent(size, gap) for size, gap in zip(kernel, dilation, strict=True)]
    padding = tuple(draw(st.integers(0, size // 2)) for size in kernel)
    stride = draw(st.none() | st.tuples(st.integers(1, 4), st.integers(1, 4)))
    height, width = (span + draw(st.integers(0, 5)) for span in spans)
    dtype = draw(st.sampled_from(["float32", "float64"]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    x = (rng.standard_normal((draw(st.integers(1, 2)), 3, height, width)) - 5).astype(dtype)
    if draw(st.booleans()):
        x = np.asfortranarray(x)[:, :, ::-1]
    return x, kernel, {"stride": stride, "padding": padding, "dilation": dilation}


@pytest.mark.full
@settings(max_examples=300, deadline=None)
@given(calls())
def test_max_pool2d_equals_torch(call):
    import torch

    x, kernel, options = call
    y = max_pool2d(x, kernel, **options)
    assert y.dtype == x.dtype
    np.testing.assert_array_equal(y, torch.nn.functional.max_pool2d(torch.from_numpy(x.copy()), kernel, **options))


@pytest.mark.full
@settings(max_examples=300, deadline=None)
@given(calls(dilations=1), st.booleans())
def test_avg_pool2d_equals_torch(call, count_include_pad):
    import torch

    x, kernel, options = call
    options = {"stride": options["stride"], "padding": options["padding"], "count_include_pad": count_include_pad}
    y = avg_pool2d(x, kernel, **options)
    assert y.dtype == x.dtype
    expected = torch.nn.functional.avg_pool2d(torch.from_numpy(x.copy()), kernel, **options).numpy()
    np.testing.assert_allclose(y, expected, rtol=1e-5 if x.dtype == np.float32 else 1e-12)


X = np.arange(2 * 3 * 4 * 5).reshape(2, 3, 4, 5)


def test_integers_stay_int64_in_a_maximum_and_become_float64_in_a_mean():
    small = (X - 200).astype(np.int16)
    assert max_pool2d(small, 3, padding=1).dtype == np.int64
    assert max_pool2d(small, 3, padding=1).max() < 0
    assert avg_pool2d(small, 2).dtype == np.float64
    assert global_avg_pool(small).dtype == np.float64
    assert global_avg_pool(X.astype(np.float32)).dtype == np.float32


def test_global_avg_pool_is_an_average_pool_of_the_whole_map():
    np.testing.assert_array_equal(global_avg_pool(X), avg_pool2d(X, (4, 5))[:, :, 0, 0])


def test_an_empty_batch_gives_an_empty_batch():
    assert max_pool2d(X[:0], 2).shape == (0, 3, 2, 2)
    assert avg_pool2d(X[:0], 2).shape == (0, 3, 2, 2)
    assert global_avg_pool(X[:0]).shape == (0, 3)


@pytest.mark.parametrize("function", [max_pool2d, avg_pool2d])
@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ((X[0], 2), {}, r"x has shape \(3, 4, 5\), 3 axes; it needs 4 as \(batch, channels, height, width\)"),
        ((X, 0), {}, "kernel is 0; it must be at least 1"),
        ((X, 2), {"stride": 0}, "stride is 0; it must be at least 1"),
        ((X, (2, 2, 2)), {}, r"kernel is \(2, 2, 2\); give one number, or two"),
        ((X, 7), {}, r"kernel \(7, 7\) does not fit in image \(4, 5\) with padding 0; use padding >= \(2, 1\)"),
        ((X, 2), {"padding": 2}, r"padding \(2, 2\) is more than half of the window of \(2, 2\); use at most \(1, 1\)"),
    ],
)
def test_bad_arguments_raise_value_error(function, arguments, options, message):
    with pytest.raises(ValueError, match=f"{function.__name__}: .*{message}"):
        function(*arguments, **options)


def test_a_window_whose_gap_spans_the_map_raises_value_error():
    with pytest.raises(ValueError, match="reads no cell of a map of"):
        max_pool2d(X[:, :, :2, :2], 2, padding=1, dilation=3)


def test_options_that_are_not_whole_numbers_raise_type_error():
    with pytest.raises(TypeError, match=r"max_pool2d: stride is 2\.0; it must be a whole number"):
        max_pool2d(X, 2, stride=2.0)


def test_global_avg_pool_needs_four_axes():
    with pytest.raises(ValueError, match=r"global_avg_pool: x has shape \(4, 5\), 2 axes; it needs 4"):
        global_avg_pool(X[0, 0])
