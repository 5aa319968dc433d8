"""Padding against torch's, cell by cell, and its messages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.padding import MODES, pad2d, same_padding
from helpers.shapes import extent

CELLS = {  # which cell of an axis of n is seen at place i, which may lie outside
    "zeros": lambda i, n: i if 0 <= i < n else None,
    "replicate": lambda i, n: min(max(i, 0), n - 1),
    "circular": lambda i, n: i % n,
    "reflect": lambda i, n: abs(i) if i < n else 2 * (n - 1) - i,
}


@given(st.integers(1, 30), st.integers(1, 9), st.integers(1, 5))
def test_same_padding_keeps_every_size_that_is_there(size, kernel, dilation):
    before, after = same_padding(kernel, dilation=dilation)
    assert size + before + after - extent(kernel, dilation) + 1 == size
    assert after - before in (0, 1)


@pytest.mark.full
@pytest.mark.parametrize("kernel", range(1, 6))
@pytest.mark.parametrize("dilation", range(1, 4))
def test_same_padding_is_torchs(kernel, dilation):
    torch = pytest.importorskip("torch")
    x, w = torch.rand(1, 1, 12, dtype=torch.float64), torch.rand(1, 1, kernel, dtype=torch.float64)
    padded = torch.nn.functional.pad(x, same_padding(kernel, dilation=dilation))
    same = torch.nn.functional.conv1d(x, w, padding="same", dilation=dilation)
    torch.testing.assert_close(torch.nn.functional.conv1d(padded, w, dilation=dilation), same)


@pytest.mark.parametrize("options", [{"kernel": 0}, {"kernel": 3, "dilation": 0}])
def test_a_window_of_nothing_raises_value_error(options):
    with pytest.raises(ValueError, match="is 0; it must be at least 1"):
        same_padding(**options)


@given(st.sampled_from(list(MODES)), st.integers(1, 5), st.integers(1, 5), st.data())
def test_each_cell_is_the_one_that_its_mode_shows(mode, height, width, data):
    def most(size):
        return {"reflect": size - 1, "circular": size}.get(mode, 6)

    padding = [data.draw(st.integers(0, most(n))) for n in (height, height, width, width)]
    x = np.arange(1, height * width + 1).reshape(height, width)
    y = pad2d(x, padding, mode=mode)
    assert y.shape == (height + sum(padding[:2]), width + sum(padding[2:]))
    for a, b in np.ndindex(*y.shape):
        i, j = CELLS[mode](a - padding[0], height), CELLS[mode](b - padding[2], width)
        assert y[a, b] == (0 if i is None or j is None else x[i, j])


@pytest.mark.full
@pytest.mark.parametrize("mode", MODES)
def test_pad2d_is_torchs_pad_with_the_sides_in_another_order(mode):
    torch = pytest.importorskip("torch")
    x = np.random.default_rng(0).random((2, 3, 5, 4))
    named = "constant" if mode == "zeros" else mode
    y = torch.nn.functional.pad(torch.tensor(x), (3, 1, 0, 2), mode=named)
    np.testing.assert_array_equal(pad2d(x, (0, 2, 3, 1), mode=mode), y.numpy())


@pytest.mark.parametrize("dtype", [bool, np.uint8, np.int64, np.float32])
def test_padding_keeps_the_dtype(dtype):
    assert pad2d(np.ones((3, 2), dtype=dtype), (1, 1, 1, 1)).dtype == dtype


@pytest.mark.parametrize(
    ("padding", "mode", "told"),
    [
        (1, "zeros", r"padding is 1; it needs four numbers, \(top, bottom, left, right\)"),
        ((1, 1), "zeros", r"padding is \(1, 1\); it needs four numbers"),
        ((0, -1, 0, 0), "zeros", "bottom is -1; it must be at least 0"),
        ((1, 1, 1, 1), "edge", "mode is 'edge'; use one of zeros, reflect, replicate, circular"),
        ((0, 2, 0, 0), "reflect", r"has 1 cell\(s\) to show beside a height of 2, and padding asks for 2"),
        ((0, 0, 4, 0), "circular", "beside a width of 3, and padding asks for 4; use at most 3"),
    ],
)
def test_what_cannot_be_padded_raises_value_error(padding, mode, told):
    with pytest.raises(ValueError, match=told):
        pad2d([[1, 2, 3], [4, 5, 6]], padding, mode=mode)


def test_a_signal_of_one_axis_raises_value_error():
    with pytest.raises(ValueError, match=r"x has shape \(3,\), 1 axes; it needs 2 as \(height, width\)"):
        pad2d([1, 2, 3], (0, 0, 1, 1))
