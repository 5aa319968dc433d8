"""Windows as columns: against torch's unfold, and as a product of matrices against the layer."""

import numpy as np
import pytest
from hypothesis import given, settings

from helpers.im2col import conv2d_gemm, im2col
from helpers.layers import conv2d
from tests.helpers.test_layers import calls


@settings(max_examples=200, deadline=None)
@given(calls())
def test_gemm_equals_the_layer(call):
    x, w, b, options = call
    expected = conv2d(x, w, b, **options)
    y = conv2d_gemm(x, w, b, **options)
    assert y.dtype == expected.dtype
    np.testing.assert_allclose(y, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.full
@settings(max_examples=200, deadline=None)
@given(calls())
def test_im2col_equals_torchs_unfold(call):
    import torch

    x, w, _, options = call
    del options["groups"]
    kernel = w.shape[2:]
    expected = torch.nn.functional.unfold(torch.from_numpy(x.copy()), kernel, **options).numpy()
    columns = im2col(x, kernel, **options)
    assert columns.dtype == x.dtype
    np.testing.assert_array_equal(columns, expected)


def test_columns_are_a_copy_even_where_a_window_is_one_cell():
    x = np.arange(12.0).reshape(1, 2, 2, 3)
    columns = im2col(x, 1)
    assert columns.shape == (1, 2, 6)
    assert not np.shares_memory(columns, x)


def test_integers_become_int64_and_sums_do_not_wrap():
    x = np.full((1, 1, 2, 2), 200, np.uint8)
    assert im2col(x, 2).dtype == np.int64
    assert conv2d_gemm(x, x).tolist() == [[[[160_000]]]]


def test_an_empty_batch_gives_an_empty_batch():
    x, w = np.zeros((0, 4, 5, 6)), np.zeros((4, 2, 3, 3))
    assert im2col(x, 3, padding=1).shape == (0, 36, 30)
    assert conv2d_gemm(x, w, padding=1, groups=2).shape == (0, 4, 5, 6)


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        (((3, 4), 2), {}, r"x has shape \(2,\), 1 axes; it needs 4"),
        ((np.ones((1, 1, 3, 3)), 0), {}, "kernel is 0; it must be at least 1"),
        ((np.ones((1, 1, 3, 3)), (5, 2)), {}, r"kernel \(5, 2\) does not fit in image \(3, 3\) with padding 0; use"),
        ((np.ones((1, 1, 3, 3)), 2), {"stride": (1, 2, 3)}, "give one number, or two as"),
        ((np.ones((1, 1, 3, 3)), 2), {"dilation": 3}, "with dilation 3 does not fit .*; use padding >= 1"),
    ],
)
def test_bad_arguments_raise_value_error(arguments, options, message):
    with pytest.raises(ValueError, match=f"im2col: .*{message}"):
        im2col(*arguments, **options)


def test_errors_of_gemm_repeat_its_own_name():
    with pytest.raises(ValueError, match="conv2d_gemm: groups=3 does not divide"):
        conv2d_gemm(np.ones((1, 4, 3, 3)), np.ones((4, 4, 2, 2)), groups=3)
