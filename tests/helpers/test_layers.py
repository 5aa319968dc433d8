"""The convolution layer against torch on drawn settings, and on bad input."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.layers import conv2d, conv2d_loop
from helpers.shapes import extent

IMPLEMENTATIONS = (conv2d, conv2d_loop)


@st.composite
def calls(draw):
    """Draw arguments that fit: sizes, strides, paddings, dilations, groups, dtypes, contiguous or not."""
    groups = draw(st.integers(1, 3))
    channels, kernels = groups * draw(st.integers(1, 2)), groups * draw(st.integers(1, 2))
    kernel = draw(st.tuples(st.integers(1, 3), st.integers(1, 3)))
    options = {
        name: draw(st.tuples(st.integers(low, high), st.integers(low, high)))
        for name, low, high in (("stride", 1, 3), ("padding", 0, 2), ("dilation", 1, 3))
    }
    smallest = [
        max(1, extent(size, gap) - 2 * pad)
        for size, gap, pad in zip(kernel, options["dilation"], options["padding"], strict=True)
    ]
    height, width = (size + draw(st.integers(0, 4)) for size in smallest)
    dtype = draw(st.sampled_from(["float32", "float64"]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    x = rng.standard_normal((draw(st.integers(1, 2)), channels, height, width)).astype(dtype)
    if draw(st.booleans()):
        x = np.asfortranarray(x)[:, :, ::-1]
    w = rng.standard_normal((kernels, channels // groups, *kernel)).astype(dtype)
    b = rng.standard_normal(kernels).astype(dtype) if draw(st.booleans()) else None
    return x, w, b, options | {"groups": groups}


@pytest.mark.full
@settings(max_examples=500, deadline=None)
@given(calls())
def test_equals_torch(call):
    import torch

    x, w, b, options = call
    tensors = [None if a is None else torch.from_numpy(a.copy()) for a in (x, w, b)]
    expected = torch.nn.functional.conv2d(*tensors, **options).numpy()
    tolerance = 1e-4 if x.dtype == np.float32 else 1e-12
    for implementation in IMPLEMENTATIONS:
        y = implementation(x, w, b, **options)
        assert y.dtype == x.dtype
        np.testing.assert_allclose(y, expected, rtol=tolerance, atol=tolerance)


X = np.arange(2 * 4 * 5 * 6).reshape(2, 4, 5, 6)
W = np.ones((4, 4, 3, 3), dtype=int)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ((X[0], W), {}, r"x has shape \(4, 5, 6\), 3 axes; it needs 4 as \(batch, channels, height, width\)"),
        ((X, W), {"stride": 0}, "stride is 0; it must be at least 1"),
        ((X, W), {"padding": -1}, "padding is -1; it must be at least 0"),
        ((X, W), {"dilation": 0}, "dilation is 0; it must be at least 1"),
        ((X, W), {"padding": (1, 1, 1)}, "give one number, or two as"),
        ((X, W), {"groups": 3}, "groups=3 does not divide 4 input and 4 output channels"),
        ((X, W), {"groups": 2}, r"each kernel needs 2; w has shape \(4, 4, 3, 3\), 4"),
        ((X, W[:, :3]), {}, "x has 4 channels in 1 group"),
        ((X, W, [1, 2]), {}, "b has 2 values and w has 4 kernels"),
        ((X, np.ones((4, 4, 9, 3))), {}, r"kernel \(9, 3\) does not fit in image \(5, 6\) with padding 0; use"),
        ((X, W), {"dilation": 3}, "with dilation 3 does not fit .*; use padding >= 1"),
    ],
)
def test_bad_arguments_raise_value_error(implementation, arguments, options, message):
    with pytest.raises(ValueError, match=f"{implementation.__name__}: .*{message}"):
        implementation(*arguments, **options)


@pytest.mark.parametrize("value", [1.0, True, "same", None])
def test_options_that_are_not_whole_numbers_raise_type_error(value):
    with pytest.raises(TypeError, match=r"conv2d: stride is .*; it must be a whole number"):
        conv2d(X, W, stride=value)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_integers_accumulate_in_int64_and_the_bias_is_counted_in(implementation):
    y = implementation(np.full((1, 1, 2, 2), 200, np.uint8), np.full((1, 1, 2, 2), 2, np.uint8), [-1])
    assert y.dtype == np.int64
    assert y.tolist() == [[[[1599]]]]
    with pytest.raises(OverflowError):
        implementation(np.ones((1, 1, 1, 1), int), np.ones((1, 1, 1, 1), int), [2**63 - 1])


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_an_empty_batch_gives_an_empty_batch(implementation):
    assert implementation(X[:0], W, padding=1).shape == (0, 4, 5, 6)
