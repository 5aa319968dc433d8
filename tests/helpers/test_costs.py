"""What layers cost: against torch's own parameters, against counted products, and on bad input."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.costs import conv_macs, conv_params, fc_params, separable_ratio
from helpers.layers import conv2d

COUNTS = st.integers(1, 6)


@pytest.mark.full
@settings(deadline=None)
@given(COUNTS, COUNTS, st.tuples(COUNTS, COUNTS), COUNTS, st.booleans())
def test_conv_params_equal_the_sizes_of_torchs_parameters(in_share, out_share, kernel, groups, bias):
    import torch

    channels = (in_share * groups, out_share * groups)
    layer = torch.nn.Conv2d(*channels, kernel, groups=groups, bias=bias)
    assert conv_params(*channels, kernel, groups=groups, bias=bias) == sum(p.numel() for p in layer.parameters())


@pytest.mark.full
@pytest.mark.parametrize("bias", [True, False])
def test_fc_params_equal_the_sizes_of_torchs_parameters(bias):
    import torch

    layer = torch.nn.Linear(2 * 3 * 5, 7, bias=bias)
    assert fc_params((2, 3, 5), 7, bias=bias) == sum(p.numel() for p in layer.parameters())
    assert fc_params(30, 7, bias=bias) == fc_params([30], 7, bias=bias) == fc_params((2, 3, 5), 7, bias=bias)


@given(COUNTS, COUNTS, st.tuples(COUNTS, COUNTS), st.tuples(COUNTS, COUNTS), st.integers(1, 3))
def test_conv_macs_are_the_products_that_are_summed(in_share, out_share, kernel, out_size, groups):
    """With ones everywhere each product is 1, so the outputs add up to their number."""
    channels = (in_share * groups, out_share * groups)
    size = [cells + k - 1 for cells, k in zip(out_size, kernel, strict=True)]
    y = conv2d(np.ones((1, channels[0], *size)), np.ones((channels[1], in_share, *kernel)), groups=groups)
    assert y.sum() == conv_macs(*channels, kernel, out_size, groups=groups)


@given(COUNTS, COUNTS, st.tuples(COUNTS, COUNTS))
def test_separable_ratio_is_the_quotient_of_the_weights_and_of_the_multiplications(in_channels, out_channels, kernel):
    ratio = separable_ratio(in_channels, out_channels, kernel)
    weights = [
        conv_params(in_channels, in_channels, kernel, groups=in_channels, bias=False),
        conv_params(in_channels, out_channels, 1, bias=False),
    ]
    assert ratio == Fraction(sum(weights), conv_params(in_channels, out_channels, kernel, bias=False))
    assert ratio == Fraction(1, out_channels) + Fraction(1, kernel[0] * kernel[1])
    macs = [
        conv_macs(in_channels, in_channels, kernel, 9, groups=in_channels),
        conv_macs(in_channels, out_channels, 1, 9),
    ]
    assert ratio == Fraction(sum(macs), conv_macs(in_channels, out_channels, kernel, 9))


def test_counts_are_python_integers_that_do_not_wrap():
    big = np.int32(2**20)
    assert conv_params(big, big, 1, bias=True) == 2**40 + 2**20
    assert fc_params((big, big), 2**30, bias=False) == 2**70
    assert separable_ratio(big, big, 1) == Fraction(2**20 + 1, 2**20)
    assert type(conv_macs(np.int8(100), np.int8(100), 3, 7)) is int


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: conv_params(0, 4, 3), "conv_params: in_channels is 0; it must be at least 1"),
        (lambda: conv_params(3, 4, (3, 3, 3)), "conv_params: kernel is .*; give one number, or two as"),
        (lambda: conv_params(6, 4, 3, groups=3), "groups=3 does not divide 6 input and 4 output channels; use"),
        (lambda: conv_macs(3, 4, 3, 0), "conv_macs: out_size is 0; it must be at least 1"),
        (lambda: conv_macs(3, 4, 3, 5, groups=0), "conv_macs: groups is 0; it must be at least 1"),
        (lambda: separable_ratio(3, 0, 3), "separable_ratio: out_channels is 0; it must be at least 1"),
        (lambda: fc_params((), 3), r"fc_params: in_shape is \(\); it must name at least one size"),
        (lambda: fc_params((3, 0), 3), "fc_params: in_shape is 0; it must be at least 1"),
    ],
)
def test_bad_counts_raise_value_error(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_a_count_that_is_not_whole_raises_type_error():
    with pytest.raises(TypeError, match=r"conv_params: in_channels is 3\.0; it must be a whole number, such as 1"):
        conv_params(3.0, 4, 3)
