"""Size arithmetic against counting, and its messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.shapes import check_fits, extent, out_size, pair


@given(st.integers(1, 20), st.integers(1, 5), st.integers(1, 4), st.integers(0, 4), st.integers(1, 4))
def test_out_size_counts_the_positions_that_fit(size, kernel, stride, padding, dilation):
    starts = range(-padding, size + padding - extent(kernel, dilation) + 1, stride)
    if len(starts):
        assert out_size(size, kernel, stride=stride, padding=padding, dilation=dilation) == len(starts)
    else:
        with pytest.raises(ValueError, match="does not fit"):
            out_size(size, kernel, stride=stride, padding=padding, dilation=dilation)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 4))
def test_the_padding_that_a_message_asks_for_is_the_smallest_that_fits(size, kernel, dilation):
    with_room = [p for p in range(20) if size + 2 * p >= extent(kernel, dilation)]
    if with_room[0]:
        with pytest.raises(ValueError, match=rf"use padding >= {with_room[0]} or"):
            out_size(size, kernel, dilation=dilation)


def test_a_kernel_that_does_not_fit_is_told_for_both_axes():
    with pytest.raises(
        ValueError, match=r"kernel \(5, 2\) does not fit in image \(2, 2\) with padding 0; use padding >= \(2, 0\)"
    ):
        check_fits("conv2d", (2, 2), (5, 2))


def test_pair_takes_one_or_two():
    assert pair("f", "stride", 2, at_least=1) == (2, 2)
    assert pair("f", "stride", [2, 1], at_least=1) == (2, 1)
    with pytest.raises(ValueError, match=r"f: stride is .*; give one number, or two"):
        pair("f", "stride", (1, 2, 3), at_least=1)
