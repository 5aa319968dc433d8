"""The one-channel operations: exact values by hand, against other definitions, and on bad input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.convolution import compose, conv2d_true, conv_as_matrix, xcorr1d, xcorr2d, xcorr2d_loop

X = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
K = np.array([[1, 0], [0, 1]])
K2 = np.array([[1, 2], [0, -1]])


def numbers(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(-5, 6, shape)


sizes = st.integers(1, 4)
seeds = st.integers(0, 2**32)


@pytest.mark.parametrize("implementation", [xcorr2d, xcorr2d_loop])
def test_running_example(implementation):
    np.testing.assert_array_equal(implementation(X, K), [[7, 9, 11], [5, 7, 9]])


def test_running_example_by_hand_with_the_second_kernel():
    np.testing.assert_array_equal(xcorr2d(X, K2), [[-1, 1, 3], [17, 19, 21]])
    np.testing.assert_array_equal(conv2d_true(X, K2), [[15, 17, 19], [13, -5, -3]])


def test_the_first_kernel_hides_a_flip_and_a_transpose_and_the_second_does_not():
    assert (K[::-1, ::-1] == K).all()
    assert (K.T == K).all()
    assert not (xcorr2d(X, K2) == conv2d_true(X, K2)).any()
    assert not (xcorr2d(X, K2) == xcorr2d(X, K2.T)).all()


@given(seeds, st.integers(1, 9), sizes)
def test_xcorr1d_is_numpys_correlate(seed, length, kernel):
    x, w = numbers(seed, length + kernel - 1), numbers(seed + 1, kernel)
    np.testing.assert_array_equal(xcorr1d(x, w), np.correlate(x, w, mode="valid"))


@given(seeds, sizes, sizes, sizes, sizes)
def test_loop_and_windows_agree(seed, height, width, kernel_height, kernel_width):
    x = numbers(seed, height + kernel_height - 1, width + kernel_width - 1)
    k = numbers(seed + 1, kernel_height, kernel_width)
    np.testing.assert_array_equal(xcorr2d(x, k), xcorr2d_loop(x, k))
    assert xcorr2d(x, k).shape == (height, width)


@given(seeds, sizes, sizes, sizes, sizes)
def test_matrix_does_what_sliding_does(seed, height, width, kernel_height, kernel_width):
    x = numbers(seed, height + kernel_height - 1, width + kernel_width - 1)
    k = numbers(seed + 1, kernel_height, kernel_width)
    np.testing.assert_array_equal(conv_as_matrix(k, x.shape) @ x.ravel(), xcorr2d(x, k).ravel())


@given(seeds, sizes, sizes, sizes, sizes)
def test_composed_kernel_does_what_two_do(seed, height1, width1, height2, width2):
    k1, k2 = numbers(seed, height1, width1), numbers(seed + 1, height2, width2)
    x = numbers(seed + 2, height1 + height2 + 1, width1 + width2)
    np.testing.assert_array_equal(xcorr2d(x, compose(k1, k2)), xcorr2d(xcorr2d(x, k1), k2))
    np.testing.assert_array_equal(compose(k1, k2), compose(k2, k1))


@pytest.mark.parametrize("operation", [xcorr2d, xcorr2d_loop, conv2d_true])
@pytest.mark.parametrize(
    ("x", "k", "message"),
    [
        (3, K, r"x has shape \(\), 0 axes; it needs 2 as \(height, width\)"),
        ([1, 2, 3], K, r"x has shape \(3,\), 1 axes"),
        (np.zeros((0, 3)), K, "its height is empty"),
        (X, np.zeros((2, 0)), "k has shape .* its width is empty"),
        (np.zeros((3, 3)), np.zeros((5, 5)), r"kernel \(5, 5\) does not fit in image \(3, 3\) with padding 0; use"),
        ([[1, 2], [3]], K, "x has rows of different lengths"),
        (np.full((2, 2), 2**63, dtype=np.uint64), K, "x has values beyond int64"),
    ],
)
def test_bad_shapes_and_values_raise_value_error(operation, x, k, message):
    with pytest.raises(ValueError, match=message):
        operation(x, k)


@pytest.mark.parametrize("x", [[["a", "b"]], [[1j, 2]], [[None, 1]]])
def test_what_is_not_a_real_number_raises_type_error(x):
    with pytest.raises(TypeError, match=r"xcorr2d: x holds .* it needs real numbers"):
        xcorr2d(x, [[1]])


def test_kernel_longer_than_signal_raises():
    with pytest.raises(ValueError, match="kernel of 3 does not fit in signal of 2"):
        xcorr1d([1, 2], [1, 2, 3])


def test_lists_give_the_right_answer():
    np.testing.assert_array_equal(xcorr2d(X.tolist(), K2.tolist()), xcorr2d(X, K2))


def test_small_integers_never_wrap_and_bool_counts():
    assert xcorr1d(np.full(3, 255, np.uint8), np.ones(3, np.uint8)).tolist() == [765]
    assert xcorr2d(np.full((2, 2), -128, np.int8), np.ones((2, 2), np.int8)).tolist() == [[-512]]
    assert xcorr2d(np.ones((2, 2), bool), np.ones((2, 2), bool)).tolist() == [[4]]


def test_sums_that_would_leave_int64_raise_instead_of_wrapping():
    with pytest.raises(OverflowError, match="xcorr1d: the sums may exceed int64"):
        xcorr1d([2**62, 2**62], [1, 1])


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_floats_keep_their_dtype_whatever_the_kernel_is(dtype):
    for operation in (xcorr2d, xcorr2d_loop, conv2d_true):
        assert operation(X.astype(dtype), K2).dtype == dtype
    assert xcorr1d(X[0].astype(dtype), [1, 2]).dtype == dtype
    assert compose(K.astype(dtype), K2).dtype == dtype


def test_nan_spreads_to_the_windows_that_read_it_and_no_further():
    x = X.astype(float)
    x[0, 0] = np.nan
    assert np.isnan(xcorr2d(x, K)).tolist() == [[True, False, False], [False, False, False]]


def test_inputs_are_not_changed_and_the_result_is_nobodys_view():
    x, k = X.copy(), K2.copy()
    y = xcorr2d(x, np.ones((1, 1), int))
    y += 1
    compose(x, k)
    conv2d_true(x, k)
    np.testing.assert_array_equal(x, X)
    np.testing.assert_array_equal(k, K2)


@pytest.mark.parametrize("in_shape", [(3,), (3, 0), (1, 4), (2.0, 4)])
def test_matrix_for_an_impossible_image_raises(in_shape):
    with pytest.raises((TypeError, ValueError), match="conv_as_matrix: "):
        conv_as_matrix(K, in_shape)
