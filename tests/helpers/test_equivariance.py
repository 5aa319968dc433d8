"""Shifts: what commutes with them, what does not, blur pooling against torch, and bad input."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.equivariance import (
    blur_pool2d,
    equivariance_error,
    invariance_error,
    locally_connected2d,
    make_invariant,
    shifted,
)
from helpers.layers import conv2d
from helpers.padding import pad2d
from helpers.pooling import global_avg_pool, max_pool2d

RNG = np.random.default_rng(6)
X = RNG.integers(-9, 10, size=(2, 3, 6, 8))
W = RNG.integers(-3, 4, size=(4, 3, 3, 3))


def circular(x, *, stride=1):
    return conv2d(pad2d(x, (1, 1, 1, 1), mode="circular"), W, stride=stride)


@given(st.integers(-9, 9), st.integers(-9, 9))
def test_a_shift_and_its_opposite_leave_all_in_place(down, right):
    np.testing.assert_array_equal(shifted(shifted(X, (down, right)), (-down, -right)), X)


def test_shifted_moves_down_and_right_and_is_a_copy():
    y = shifted(X, (2, 3))
    assert y[1, 2, 4, 7] == X[1, 2, 2, 4]
    assert y[0, 0, 0, 0] == X[0, 0, 4, 5]
    assert not np.shares_memory(shifted(X, (0, 0)), X)


@settings(deadline=None)
@given(st.integers(-9, 9), st.integers(-9, 9))
def test_a_circular_convolution_is_equivariant_under_every_shift(down, right):
    assert equivariance_error(circular, X, (down, right)) == 0


def test_stride_2_is_equivariant_under_even_shifts_only():
    assert equivariance_error(lambda x: circular(x, stride=2), X, (2, -4), stride=2) == 0
    with pytest.raises(ValueError, match=r"a shift of \(1, 2\) is no whole number of cells of a map with stride \(2, "):
        equivariance_error(lambda x: circular(x, stride=2), X, (1, 2), stride=2)


def test_strides_may_differ_by_axis():
    assert equivariance_error(lambda x: circular(x, stride=(2, 1)), X, (2, 1), stride=(2, 1)) == 0


def test_zeros_at_the_border_break_equivariance_at_the_border_only():
    def padded(x):
        return conv2d(x, W, padding=1)

    assert equivariance_error(padded, X, (0, 1)) > 0
    assert equivariance_error(padded, X, (0, 1), margin=1) > 0  # the column that came round had zeros beside it
    assert equivariance_error(padded, X, (0, 1), margin=2) == 0


def test_a_global_mean_of_an_equivariant_map_is_invariant():
    shifts = [(1, 0), (0, 3), (-2, 5)]
    assert invariance_error(make_invariant(circular), X, shifts) < 1e-12
    assert invariance_error(lambda x: circular(x).reshape(2, -1), X, shifts) > 0
    np.testing.assert_array_equal(make_invariant(circular)(X), global_avg_pool(circular(X)))


def test_invariance_error_takes_the_largest_over_all_shifts():
    errors = [invariance_error(lambda x: x[0, 0, 0], X, [shift]) for shift in [(0, 1), (1, 0), (2, 2)]]
    assert invariance_error(lambda x: x[0, 0, 0], X, [(0, 1), (1, 0), (2, 2)]) == max(errors)
    assert len(set(errors)) > 1


def test_a_function_that_changes_its_input_does_no_harm():
    def greedy(x):
        x += 1
        return x

    before = X.copy()
    assert equivariance_error(greedy, X, (1, 1)) == 0
    assert invariance_error(greedy, X, [(0, 0)]) == 0
    np.testing.assert_array_equal(X, before)


def test_differences_of_small_integers_do_not_wrap():
    x = np.array([[0, 200]], dtype=np.uint8)
    assert equivariance_error(lambda _: np.array([[0, 200]], dtype=np.uint8), x, (0, 1)) == 200
    assert equivariance_error(lambda x: x > 100, x, (0, 1)) == 0


def test_not_a_number_is_not_hidden():
    assert np.isnan(equivariance_error(lambda x: x * np.nan, X, (0, 1)))
    assert np.isnan(invariance_error(lambda x: x[0, 0, 0] / x[0, 0, 0, 0] * np.nan, X.astype(float) + 100, [(0, 1)]))


def test_an_empty_batch_has_no_error():
    assert equivariance_error(lambda x: x, X[:0], (0, 1)) == 0
    assert invariance_error(lambda x: x, X[:0], [(0, 1)]) == 0


@pytest.mark.full
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("stride", [1, 2, 3, (2, 1)])
def test_blur_pool2d_equals_a_padded_depthwise_convolution(stride, dtype):
    import torch

    x = RNG.standard_normal((2, 3, 7, 6)).astype(dtype)
    kernel = torch.tensor([1.0, 2.0, 1.0], dtype=getattr(torch, dtype))
    weights = (torch.outer(kernel, kernel) / 16).expand(3, 1, 3, 3)
    padded = torch.nn.functional.pad(torch.from_numpy(x), (1, 1, 1, 1), mode="reflect")
    y = blur_pool2d(x, stride=stride)
    assert y.dtype == x.dtype
    expected = torch.nn.functional.conv2d(padded, weights, stride=stride, groups=3)
    np.testing.assert_allclose(y, expected.numpy(), rtol=1e-5 if dtype == "float32" else 1e-12, atol=1e-6)


def test_blur_pool2d_keeps_a_constant_and_spreads_a_checkerboard_evenly():
    np.testing.assert_array_equal(blur_pool2d(np.full((1, 2, 5, 4), 3)), np.full((1, 2, 3, 2), 3.0))
    board = np.indices((6, 8)).sum(axis=0)[None, None] % 2
    np.testing.assert_array_equal(blur_pool2d(board), np.full((1, 1, 3, 4), 0.5))


def test_blurring_makes_a_strided_maximum_less_sensitive():
    x = RNG.standard_normal((8, 1, 16, 16))
    maxima = max_pool2d(pad2d(x, (0, 1, 0, 1), mode="circular"), 2, stride=1)

    def changes(pooled):
        return np.abs(pooled(shifted(maxima, (1, 1))) - pooled(maxima)).mean()

    assert changes(blur_pool2d) < 0.6 * changes(lambda x: x[:, :, ::2, ::2])


def test_one_kernel_repeated_everywhere_is_a_convolution():
    w = np.broadcast_to(W, (4, 6, *W.shape))
    np.testing.assert_array_equal(locally_connected2d(X, w), conv2d(X, W))


def test_kernels_of_their_own_read_their_own_place():
    w = RNG.integers(-3, 4, size=(5, 6, 4, 3, 2, 3))
    y = locally_connected2d(X, w)
    assert y.shape == (2, 4, 5, 6)
    assert y[1, 3, 4, 2] == (X[1, :, 4:6, 2:5] * w[4, 2, 3]).sum()
    assert equivariance_error(lambda x: locally_connected2d(x, w), X, (0, 1), margin=1) > 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: shifted([1, 2], (0, 1)), r"shifted: x has shape \(2,\); a shift needs the axes \(..., height, width"),
        (lambda: shifted(X, 1), r"shifted: shift is 1; give two whole numbers as \(down, right\)"),
        (lambda: shifted(X, (1, 2, 3)), r"shifted: shift is \(1, 2, 3\); give two"),
        (
            lambda: equivariance_error(abs, X, (0, 1), margin=3),
            r"margin of 3 leaves no cell of .*\(6, 8\); use at most 2",
        ),
        (lambda: equivariance_error(abs, X, (0, 1), margin=-1), "margin is -1; it must be at least 0"),
        (lambda: equivariance_error(abs, X, (0, 1), stride=0), "stride is 0; it must be at least 1"),
        (lambda: equivariance_error(lambda x: x[0, 0, 0], X, (0, 1)), r"f\(x\) has shape \(8,\); a shift needs"),
        (lambda: equivariance_error(lambda x: x[: x[0, 0]], [[1, 2], [3, 4]], (0, 1)), "same shape for both"),
        (lambda: invariance_error(abs, X, []), "invariance_error: shifts is empty; give at least one"),
        (lambda: invariance_error(abs, X, [1, 2]), r"a shift is 1; give two whole numbers as \(down, right\)"),
        (lambda: make_invariant(lambda x: x[0])(X), r"backbone\(x\) has shape \(3, 6, 8\), 3 axes; it needs 4"),
        (lambda: blur_pool2d(X[:, :, :1]), r"shape \(2, 3, 1, 8\); a mirror at the border needs maps of at least"),
        (lambda: locally_connected2d(X, W), r"w has shape \(4, 3, 3, 3\), 4 axes; it needs 6"),
        (
            lambda: locally_connected2d(X, W[None, None]),
            r"kernels of \(3, 3\) for \(1, 1\) places .* has \(4, 6\) places",
        ),
    ],
)
def test_bad_arguments_raise_value_error(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_shifts_that_are_not_whole_raise_type_error():
    with pytest.raises(TypeError, match=r"shifted: shift is 0\.5; it must be a whole number"):
        shifted(X, (0.5, 1))


def test_sums_beyond_int64_raise_overflow_error():
    with pytest.raises(OverflowError, match="locally_connected2d: the sums may exceed int64"):
        locally_connected2d(np.full((1, 1, 1, 1), 2**62), np.full((1, 1, 1, 1, 1, 1), 4))
