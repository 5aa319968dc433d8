"""Freezing holds weights and statistics, features are read without a trace, and each part gets its learning rate."""

import copy
import pickle
from collections import OrderedDict

import numpy as np
import pytest
import torch
from torch import nn

from helpers.efficientnet import Lite0
from helpers.transfer import extract_features, freeze, param_groups, with_new_head

X = torch.from_numpy(np.random.default_rng(0).normal(2, 3, (9, 3, 6, 5))).float()
Y = torch.arange(9) % 4


def new_net():
    torch.manual_seed(0)
    one = nn.Sequential(nn.Conv2d(3, 5, 3, bias=False), nn.BatchNorm2d(5), nn.ReLU())
    two = nn.Sequential(nn.Conv2d(5, 6, 2, bias=False), nn.BatchNorm2d(6), nn.Dropout(0.5))
    pool = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
    return nn.Sequential(OrderedDict(one=one, two=two, pool=pool, head=nn.Linear(6, 4)))


def take_steps(net, *, groups=None):
    optimizer = torch.optim.SGD(groups or [p for p in net.parameters() if p.requires_grad], lr=0.1)
    net.train()
    for _ in range(3):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(X), Y).backward()
        optimizer.step()


def moved(net, before):
    return {name for name, value in net.state_dict().items() if not torch.equal(value, before[name])}


def test_training_moves_nothing_of_the_frozen_part_its_statistics_included():
    net = freeze(new_net(), upto="one")
    before = copy.deepcopy(net.state_dict())
    take_steps(net)
    names = moved(net, before)
    assert names == {name for name in before if name.startswith(("two", "head"))}


def test_without_evaluation_mode_the_statistics_of_a_frozen_norm_would_move():
    net = new_net()
    net.one.requires_grad_(False)
    before = copy.deepcopy(net.state_dict())
    take_steps(net)
    assert {"one.1.running_mean", "one.1.running_var"} <= moved(net, before)
    assert "one.0.weight" not in moved(net, before)


def test_freeze_returns_the_network_itself():
    net = new_net()
    assert freeze(net, upto="two") is net


def test_all_parts_up_to_the_named_one_are_frozen_and_the_others_learn():
    net = freeze(new_net(), upto="two").train()
    assert [name for name, p in net.named_parameters() if p.requires_grad] == ["head.weight", "head.bias"]
    assert [net.one[1].training, net.two[1].training, net.two[2].training] == [False, False, True]


def test_freezing_less_later_frees_the_rest():
    net = freeze(freeze(new_net(), upto="head").train(), upto="one")
    assert all(p.requires_grad for p in net.two.parameters())
    assert net.two[1].training
    net.eval()
    assert not net.two[1].training


def test_what_was_without_gradients_learns_again_behind_the_named_part():
    net = freeze(new_net().requires_grad_(False), upto="one")
    assert all(p.requires_grad for p in net.head.parameters())


def test_a_copy_of_a_frozen_network_is_frozen_and_holds_its_own_norms():
    net = freeze(new_net(), upto="one")
    for twin in (copy.deepcopy(net), pickle.loads(pickle.dumps(net))):
        assert twin.one[1].train() is twin.one[1]
        assert not twin.train().one[1].training


def test_an_unknown_part_raises_value_error_that_lists_the_parts():
    with pytest.raises(ValueError, match=r"no such part; use one of one, two, pool, head"):
        freeze(new_net(), upto="three")


def test_features_are_what_the_head_reads():
    net = new_net().eval()
    with torch.no_grad():
        torch.testing.assert_close(net.head(extract_features(net, X, batch_size=4)), net(X))


def test_of_maps_the_mean_is_returned():
    net = nn.Sequential(*list(new_net().children())[:2], nn.Linear(6, 4)).eval()
    maps = net[1](net[0](X))
    features = extract_features(net, X)
    torch.testing.assert_close(features, maps.mean(dim=(2, 3)).detach())
    assert not features.requires_grad


@pytest.mark.parametrize("training", [True, False])
def test_modes_and_statistics_are_as_before(training):
    net = freeze(new_net(), upto="one").train(training)
    before, modes = copy.deepcopy(net.state_dict()), [module.training for module in net.modules()]
    first = extract_features(net, X)
    assert [module.training for module in net.modules()] == modes
    assert moved(net, before) == set()
    assert torch.equal(first, extract_features(net, X))  # no dropout


def test_the_mode_is_put_back_when_the_network_fails():
    net = new_net().train()
    with pytest.raises(RuntimeError):
        extract_features(net, torch.zeros(2, 1, 6, 5))
    assert all(module.training for module in net.modules())


def test_batches_of_any_size_give_the_same_features():
    net = new_net()
    for size in (1, 4, 9, 100):
        torch.testing.assert_close(extract_features(net, X, batch_size=size), extract_features(net, X))


def test_no_examples_or_a_batch_of_none_raise_value_error():
    with pytest.raises(ValueError, match="at least one example"):
        extract_features(new_net(), X[:0])
    with pytest.raises(ValueError, match="batch_size"):
        extract_features(new_net(), X, batch_size=0)


def test_groups_hold_each_trainable_parameter_once_with_its_rate():
    net = freeze(new_net(), upto="one")
    body, head = param_groups(net, lr=1e-3, head_lr=1e-1)
    assert [id(p) for p in body["params"]] == [id(p) for p in net.two.parameters()]
    assert [id(p) for p in head["params"]] == [id(p) for p in net.head.parameters()]
    assert (body["lr"], head["lr"]) == (1e-3, 1e-1)


def test_an_optimizer_takes_the_groups_and_moves_the_head_further():
    net = new_net()
    before = copy.deepcopy(net.state_dict())
    optimizer = torch.optim.SGD(param_groups(net, lr=1e-6, head_lr=1.0))
    nn.functional.cross_entropy(net(X), Y).backward()
    optimizer.step()
    steps = {name: (net.state_dict()[name] - before[name]).abs().max().item() for name in ("two.0.weight", "head.bias")}
    gradients = net.two[0].weight.grad.abs().max().item(), net.head.bias.grad.abs().max().item()
    assert steps["two.0.weight"] == pytest.approx(1e-6 * gradients[0], abs=1e-7)
    assert steps["head.bias"] == pytest.approx(gradients[1], rel=1e-4)


def test_an_empty_group_is_left_out():
    (head,) = param_groups(freeze(new_net(), upto="pool"), lr=1e-3, head_lr=1e-1)
    assert head["lr"] == 1e-1
    assert param_groups(freeze(new_net(), upto="head"), lr=1e-3, head_lr=1e-1) == []


@pytest.mark.parametrize(
    "rates", [{"lr": 0, "head_lr": 1}, {"lr": 1, "head_lr": -1}, {"lr": float("nan"), "head_lr": 1}]
)
def test_a_rate_that_is_not_above_zero_raises_value_error(rates):
    with pytest.raises(ValueError, match="freeze it"):
        param_groups(new_net(), **rates)


def test_a_network_of_one_part_has_no_body():
    for call in (lambda net: extract_features(net, X), lambda net: param_groups(net, lr=1, head_lr=1)):
        with pytest.raises(ValueError, match="a body and a head"):
            call(nn.Sequential(nn.Flatten()))


def test_a_new_head_stands_where_the_old_one_stood():
    old = Lite0()
    net = with_new_head(old, 8)
    names = [name for name, _ in net.named_children()]
    assert names == ["stem", *(f"block{n}" for n in range(16)), "head", "pool", "classifier"]
    x = torch.rand(2, 3, 32, 32)
    assert net(x).shape == (2, 8)
    assert net.stem is old.stem
    assert not net.training
    with torch.no_grad():
        torch.testing.assert_close(old.classifier(extract_features(net, x)), old(x))
