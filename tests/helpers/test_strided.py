"""The strided window against its formula and torch, and its messages."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.convolution import xcorr2d
from helpers.shapes import extent, out_size
from helpers.strided import xcorr2d_strided

pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))
X = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
K2 = np.array([[1, 2], [0, -1]])


def drawn(shape, seed):
    return np.random.default_rng(seed).integers(-9, 10, shape)


@given(
    st.tuples(st.integers(1, 8), st.integers(1, 8)),
    pairs,
    pairs,
    st.tuples(st.integers(0, 2), st.integers(0, 2)),
    pairs,
)
def test_each_cell_is_the_sum_that_the_formula_says(image, kernel, stride, padding, dilation):
    for axis in range(2):
        assume(image[axis] + 2 * padding[axis] >= extent(kernel[axis], dilation[axis]))
    x, k = drawn(image, 1), drawn(kernel, 2)
    y = xcorr2d_strided(x, k, stride=stride, padding=padding, dilation=dilation)
    assert y.shape == tuple(
        out_size(image[a], kernel[a], stride=stride[a], padding=padding[a], dilation=dilation[a]) for a in range(2)
    )
    padded = np.pad(x, [(n, n) for n in padding])
    for i, j in np.ndindex(*y.shape):
        total = 0
        for u, v in np.ndindex(*kernel):
            total += padded[i * stride[0] + u * dilation[0], j * stride[1] + v * dilation[1]] * k[u, v]
        assert y[i, j] == total


@pytest.mark.full
@pytest.mark.parametrize("options", [{}, {"stride": (2, 3), "padding": (1, 2), "dilation": (2, 1)}, {"dilation": 2}])
def test_it_is_torchs_conv2d_with_one_channel(options):
    torch = pytest.importorskip("torch")
    x, k = drawn((9, 8), 3).astype(float), drawn((3, 2), 4).astype(float)
    y = torch.nn.functional.conv2d(torch.tensor(x)[None, None], torch.tensor(k)[None, None], **options)
    np.testing.assert_allclose(xcorr2d_strided(x, k, **options), y[0, 0].numpy())


def test_without_options_it_is_xcorr2d():
    np.testing.assert_array_equal(xcorr2d_strided(X, K2), xcorr2d(X, K2))


def test_a_stride_thins_out_the_map_of_stride_1():
    np.testing.assert_array_equal(xcorr2d_strided(X, K2, stride=(1, 2)), xcorr2d(X, K2)[:, ::2])


def test_a_dilation_is_a_kernel_with_zeros_between_its_cells():
    spread = np.zeros((3, 4), dtype=int)
    spread[::2, ::3] = K2
    np.testing.assert_array_equal(xcorr2d_strided(X, K2, dilation=(2, 3)), xcorr2d(X, spread))


def test_integers_are_summed_as_int64_and_float32_stays():
    assert xcorr2d_strided(np.full((2, 2), 200, np.uint8), np.ones((2, 2), np.uint8)).item() == 800
    assert xcorr2d_strided(X.astype(np.float32), K2, padding=1).dtype == np.float32


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"stride": 0}, "stride is 0; it must be at least 1"),
        ({"padding": (1, -1)}, "padding is -1; it must be at least 0"),
        ({"dilation": (1, 2, 3)}, r"dilation is \(1, 2, 3\); give one number, or two"),
        ({"dilation": 4}, r"kernel \(2, 2\) with dilation 4 does not fit in image \(3, 4\) with padding 0"),
    ],
)
def test_options_that_cannot_be_raise_value_error(options, told):
    with pytest.raises(ValueError, match=told):
        xcorr2d_strided(X, K2, **options)
