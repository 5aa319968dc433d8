"""The gradient finds the fields that the recurrence tells, hides no path, and weighs the cells as paths do."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from helpers.fields import effective_rf, rf_by_gradient
from helpers.receptive_field import rf_interval

LENET = [(5,), (2, 2), (5,), (2, 2)]
ALEXNET = [(11, 4, 2), (3, 2), (5, 1, 2), (3, 2), (3, 1, 1), (3, 1, 1), (3, 1, 1), (3, 2)]
VGG16 = [layer for convs in (2, 2, 3, 3, 3) for layer in [*[(3, 1, 1)] * convs, (2, 2)]]
DRAW = np.random.default_rng(0)
DRAWN = [[tuple(DRAW.integers((1, 1, 0, 1), (4, 4, 2, 4)).tolist()) for _ in range(3)] for _ in range(12)]


def stack(layers, *, pools=()):
    """Convolutions of one channel, each with a ReLU; a max pool where pools says so."""
    parts = []
    for at, layer in enumerate(layers):
        parts += [nn.MaxPool2d(*layer)] if at in pools else [nn.Conv2d(1, 1, *layer), nn.ReLU(inplace=True)]
    return nn.Sequential(*parts)


class Bottlenecks(nn.Module):
    """ResNet-50 with one channel: its stride on the first 1×1 of a block, or on the 3×3."""

    def __init__(self, *, stride_first):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(1, 1, 7, 2, 3), nn.BatchNorm2d(1), nn.ReLU(), nn.MaxPool2d(3, 2, 1))
        self.blocks, self.shortcuts = nn.ModuleList(), nn.ModuleList()
        for stage, blocks in enumerate((3, 4, 6, 3)):
            for stride in [1 if stage == 0 else 2] + [1] * (blocks - 1):
                one, three = (stride, 1) if stride_first else (1, stride)
                convs = [nn.Conv2d(1, 1, 1, one), nn.Conv2d(1, 1, 3, three, 1), nn.Conv2d(1, 1, 1)]
                self.blocks.append(nn.Sequential(*convs))
                self.shortcuts.append(nn.Conv2d(1, 1, 1, stride))

    def forward(self, x):
        x = self.stem(x)
        for block, shortcut in zip(self.blocks, self.shortcuts, strict=True):
            x = F.relu(block(x) + shortcut(x))
        return x


def seen(field):
    """First and last row, and first and last column."""
    rows, columns = np.flatnonzero(field.any(axis=1)), np.flatnonzero(field.any(axis=0))
    return rows[0], rows[-1], columns[0], columns[-1]


@pytest.mark.parametrize("layers", DRAWN, ids=str)
def test_gradient_finds_the_interval_of_the_recurrence(layers):
    net = stack(layers)
    height, width = net(torch.zeros(1, 1, 40, 47)).shape[2:]
    field = rf_by_gradient(net, (1, 40, 47), cell=(height // 2, width // 2))
    assert seen(field) == (*rf_interval(layers, height // 2), *rf_interval(layers, width // 2))


@pytest.mark.parametrize(
    ("layers", "pools", "size"), [(LENET, (1, 3), 16), (ALEXNET, (1, 3, 7), 195), (VGG16, (2, 5, 9, 13, 17), 212)]
)
def test_known_networks_have_their_known_fields(layers, pools, size):
    first, last, left, right = seen(rf_by_gradient(stack(layers, pools=pools), (1, 448, 480)))
    assert last - first + 1 == right - left + 1 == size


@pytest.mark.parametrize(("stride_first", "size"), [(True, 483), (False, 427)])
def test_resnet_50_sees_483_or_427(stride_first, size):
    first, last, _, _ = seen(rf_by_gradient(Bottlenecks(stride_first=stride_first), (1, 736, 544)))
    assert last - first + 1 == size


def test_a_field_at_the_border_is_cut():
    field = rf_by_gradient(stack([(3, 1, 1), (3, 1, 1)]), (1, 6, 7), cell=(0, 6))
    assert seen(field) == (0, 2, 4, 6)


def test_fields_with_gaps_keep_their_gaps():
    field = rf_by_gradient(nn.Sequential(nn.Conv2d(1, 1, 3, dilation=2), nn.Conv2d(1, 1, 3, dilation=2)), (1, 9, 9))
    assert field.sum() == 25
    assert field[4].sum() == 5


@pytest.mark.parametrize("ceil_mode", [False, True])
def test_pools_with_dilation_padding_and_ceil_hide_nothing(ceil_mode):
    pool = nn.MaxPool2d(3, 2, 1, dilation=2, ceil_mode=ceil_mode)
    height, width = pool(torch.zeros(1, 1, 10, 12)).shape[2:]
    every = [rf_by_gradient(pool, (1, 10, 12), cell=(i, j)) for i in range(height) for j in range(width)]
    rows, columns = np.indices((10, 12))
    for at, field in enumerate(every):
        i, j = divmod(at, width)
        near = (np.abs(rows - 2 * i - 1) <= 2) & (np.abs(columns - 2 * j - 1) <= 2)
        np.testing.assert_array_equal(field, near & (rows % 2 == 1) & (columns % 2 == 1))


def test_shut_functions_and_cancelling_weights_hide_nothing():
    class Shut(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(2, 3, 3)
            self.conv.weight.data.zero_()
            self.conv.bias.data.fill_(-1e9)
            self.norm = nn.GroupNorm(1, 3)

        def forward(self, x):
            return F.max_pool2d(torch.sigmoid(F.relu(self.norm(self.conv(x)))), 2).relu()

    assert rf_by_gradient(Shut(), (2, 8, 8), cell=(1, 2)).sum() == 16


def test_the_network_itself_stays_as_it_is():
    net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Dropout(), nn.BatchNorm2d(2))
    before = [tensor.clone() for tensor in net.state_dict().values()]
    rf_by_gradient(net, (1, 5, 5))
    effective_rf(net, (1, 5, 5), samples=2)
    assert net.training
    assert all(torch.equal(one, other) for one, other in zip(before, net.state_dict().values(), strict=True))
    assert all(parameter.grad is None for parameter in net.parameters())


def test_equal_weights_count_paths():
    net = nn.Sequential(*[nn.Conv2d(1, 1, 3) for _ in range(3)])
    for parameter in net.parameters():
        parameter.data.fill_(0.1)
    once = np.array([1, 3, 6, 7, 6, 3, 1]) / 27
    np.testing.assert_allclose(effective_rf(net, (1, 7, 7), samples=1), np.outer(once, once))


def test_effective_field_is_inside_the_theoretical_one_and_repeats_itself():
    torch.manual_seed(0)
    net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 2, 3, padding=1))
    measured = effective_rf(net, (1, 16, 18), samples=40, seed=3)
    assert measured.shape == (16, 18)
    assert measured.sum() == pytest.approx(1)
    assert not measured[~rf_by_gradient(net, (1, 16, 18))].any()
    np.testing.assert_array_equal(measured, effective_rf(net, (1, 16, 18), samples=40, seed=3))
    assert np.abs(measured - effective_rf(net, (1, 16, 18), samples=40, seed=4)).max() > 0


@pytest.mark.parametrize("ask", [rf_by_gradient, effective_rf])
def test_a_network_without_a_map_is_told(ask):
    with pytest.raises(ValueError, match=r"gives shape \(1, 4\); it needs a map"):
        ask(nn.Flatten(), (1, 2, 2), **({"samples": 1} if ask is effective_rf else {}))


def test_a_cell_outside_the_map_is_told():
    with pytest.raises(ValueError, match=r"cell \(0, 3\) is not in a map of 2×3; count both from 0"):
        rf_by_gradient(nn.Conv2d(1, 1, 3), (1, 4, 5), cell=(0, 3))


def test_a_dead_network_is_told():
    dead = nn.Conv2d(1, 1, 3)
    dead.weight.data.zero_()
    with pytest.raises(ValueError, match="no input of shape"):
        effective_rf(dead, (1, 3, 3))
    with pytest.raises(ValueError, match="samples"):
        effective_rf(dead, (1, 3, 3), samples=0)
