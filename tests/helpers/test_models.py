"""The small networks: shapes, parts, where the weights come from, and bad arguments."""

import re

import pytest
import torch

from helpers.costs import conv_params, fc_params
from helpers.models import cnn_flatten, cnn_global_pool, mlp

X = torch.arange(2 * 16 * 12, dtype=torch.float32).reshape(2, 1, 16, 12) / 100
NETS = {
    "mlp": lambda: mlp((1, 16, 12), 7, 3),
    "cnn_flatten": lambda: cnn_flatten((1, 16, 12), 3),
    "cnn_global_pool": lambda: cnn_global_pool(3),
}


def new(name, seed=0):
    torch.manual_seed(seed)
    return NETS[name]()


def count(net):
    return sum(p.numel() for p in net.parameters())


@pytest.mark.parametrize("name", NETS)
def test_logits_are_one_for_each_class_and_weights_come_from_torchs_seed(name):
    logits = new(name)(X)
    assert logits.shape == (2, 3)
    assert torch.equal(new(name)(X), logits)
    assert not torch.allclose(new(name, seed=1)(X), logits)


def test_numbers_of_weights_are_those_of_the_layers():
    maps = conv_params(1, 16, 3) + conv_params(16, 32, 3)
    assert count(new("mlp")) == fc_params((1, 16, 12), 7) + fc_params(7, 3)
    assert count(new("cnn_flatten")) == maps + fc_params((32, 8, 6), 3)
    assert count(new("cnn_global_pool")) == maps + fc_params(32, 3)


def test_both_cnns_make_the_same_maps_of_the_same_seed():
    maps = new("cnn_flatten").maps(X)
    assert maps.shape == (2, 32, 8, 6)
    assert torch.equal(new("cnn_global_pool").maps(X), maps)


def test_global_pool_answers_the_same_for_a_shifted_blob_and_flatten_does_not():
    x = torch.zeros(1, 1, 16, 16)
    x[..., 5:9, 6:10] = X[0, 0, :4, :4]
    shifted = torch.roll(x, (1, 1), dims=(2, 3))
    with torch.no_grad():
        pooled, flat = cnn_global_pool(3), cnn_flatten((1, 16, 16), 3)
        torch.testing.assert_close(pooled(shifted), pooled(x))
        assert not torch.allclose(flat(shifted), flat(x))


def test_channels_may_be_others_and_odd_sizes_are_rounded_down():
    net = cnn_flatten((3, 9, 7), 4, channels=(5, 6, 7))
    assert net.maps(torch.zeros(1, 3, 9, 7)).shape == (1, 7, 4, 3)
    assert net(torch.zeros(1, 3, 9, 7)).shape == (1, 4)
    assert cnn_global_pool(4, in_channels=3, channels=(5,))(torch.zeros(1, 3, 9, 7)).shape == (1, 4)


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: mlp((), 7, 3), "mlp: in_shape is empty; give at least one size."),
        (lambda: mlp((1, 4), 0, 3), "mlp: hidden is 0"),
        (lambda: cnn_flatten((1, 16), 3), "cnn_flatten: in_shape is (1, 16); give (channels, height, width)"),
        (lambda: cnn_flatten((1, 16, 1), 3), "rows and columns at least 2."),
        (lambda: cnn_flatten((1, 16, 16), 3, channels=()), "cnn_flatten: channels is empty"),
        (lambda: cnn_global_pool(0), "cnn_global_pool: classes is 0"),
    ],
)
def test_bad_sizes_are_told(make, text):
    with pytest.raises(ValueError, match=re.escape(text)):
        make()
