"""Size arithmetic against counting, and its messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.shapes import check_fits, extent, invert_size, out_size, pair


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


@given(st.integers(1, 9), st.integers(1, 4), st.integers(1, 4), st.integers(0, 3), st.integers(1, 3))
def test_invert_size_gives_the_ends_of_all_inputs_that_fit(positions, kernel, stride, padding, dilation):
    options = {"stride": stride, "padding": padding, "dilation": dilation}
    fitting = [n for n in range(1, 60) if n + 2 * padding >= extent(kernel, dilation)]
    found = [n for n in fitting if out_size(n, kernel, **options) == positions]
    if found:
        assert invert_size(positions, kernel, **options) == (found[0], found[-1])
        assert found == list(range(found[0], found[-1] + 1))
    else:
        with pytest.raises(ValueError, match=f"even an input of 1 gives more than {positions} position"):
            invert_size(positions, kernel, **options)
