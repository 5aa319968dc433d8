"""Residual blocks and networks: their names, what they compute, where they begin, and what their gradient is."""

import copy

import numpy as np
import pytest
import torch
from torch.nn.functional import batch_norm, conv2d, cross_entropy, linear, relu

from helpers.residual import bottleneck_block, grad_norms, preactivation_block, residual_block, resnet, zero_init

BLOCKS = {"basic": residual_block, "bottleneck": bottleneck_block, "preactivation": preactivation_block}
BASIC = ["conv1.weight", "bn1.weight", "bn1.bias", "conv2.weight", "bn2.weight", "bn2.bias"]
PROJECTION = ["downsample.0.weight", "downsample.1.weight", "downsample.1.bias"]


def batch(*shape, seed=0):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def shaken(net, seed=0):
    """Draw every weight and statistic anew, so that no norm is the identity."""
    draw = torch.Generator().manual_seed(seed)
    for value in net.state_dict().values():
        if value.is_floating_point():
            value.copy_(torch.rand(value.shape, generator=draw) + 0.1 - 0.6 * (value.ndim == 4))
    return net


def normed(part, conv, norm, x, **options):
    """Convolve and normalise as in evaluation, by torch's functions."""
    held = part.state_dict()
    names = "running_mean", "running_var", "weight", "bias"
    return batch_norm(conv2d(x, held[f"{conv}.weight"], **options), *(held[f"{norm}.{name}"] for name in names))


def parameters(net):
    return {name: tuple(value.shape) for name, value in net.named_parameters()}


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_residual_block_adds_a_projected_shortcut_before_its_last_relu(stride):
    block, x = shaken(residual_block(2, 3, stride=stride)).eval(), batch(2, 2, 7, 5)
    inner = relu(normed(block, "conv1", "bn1", x, stride=stride, padding=1))
    branch = normed(block, "conv2", "bn2", inner, padding=1)
    expected = relu(branch + normed(block, "downsample.0", "downsample.1", x, stride=stride))
    torch.testing.assert_close(block(x), expected)


def test_residual_block_of_equal_shapes_adds_the_input_itself():
    block, x = shaken(residual_block(3, 3)).eval(), batch(2, 3, 7, 5)
    branch = normed(block, "conv2", "bn2", relu(normed(block, "conv1", "bn1", x, padding=1)), padding=1)
    assert block.downsample is None
    torch.testing.assert_close(block(x), relu(branch + x))
    torch.testing.assert_close(block.branch(x), branch)


def test_bottleneck_is_narrow_in_the_middle_and_strides_there():
    block, x = shaken(bottleneck_block(3, 2, stride=2)).eval(), batch(2, 3, 7, 5)
    y = relu(normed(block, "conv1", "bn1", x))
    y = relu(normed(block, "conv2", "bn2", y, stride=2, padding=1))
    shortcut = normed(block, "downsample.0", "downsample.1", x, stride=2)
    torch.testing.assert_close(block(x), relu(normed(block, "conv3", "bn3", y) + shortcut))
    assert block(x).shape == (2, 8, 4, 3)


def test_preactivation_block_hands_on_a_sum_that_nothing_touches():
    block, x = shaken(preactivation_block(3, 3)).eval(), batch(2, 3, 7, 5)
    held = block.state_dict()
    y = x
    for conv, norm in [("conv1", "bn1"), ("conv2", "bn2")]:
        parts = (held[f"{norm}.{name}"] for name in ("running_mean", "running_var", "weight", "bias"))
        y = conv2d(relu(batch_norm(y, *parts)), held[f"{conv}.weight"], padding=1)
    torch.testing.assert_close(block(x), y + x)
    assert block(x).min() < 0


def test_parameters_are_called_as_in_published_weights_and_convolutions_have_no_bias():
    assert list(parameters(residual_block(2, 2))) == BASIC
    assert list(parameters(residual_block(2, 2, stride=2))) == BASIC + PROJECTION
    assert list(parameters(residual_block(2, 3))) == BASIC + PROJECTION
    assert set(parameters(preactivation_block(2, 3))) == set(BASIC + PROJECTION)
    third = ["conv3.weight", "bn3.weight", "bn3.bias"]
    assert list(parameters(bottleneck_block(8, 2))) == BASIC + third
    assert parameters(bottleneck_block(3, 2))["downsample.0.weight"] == (8, 3, 1, 1)


@pytest.mark.parametrize("build", BLOCKS.values(), ids=BLOCKS)
def test_shortcut_is_projected_only_where_shapes_differ(build):
    same = 8 if build is bottleneck_block else 2
    assert build(same, 2).downsample is None
    assert build(same, 2, stride=2).downsample[0].stride == (2, 2)
    assert build(3, 2).downsample[0].kernel_size == (1, 1)


@pytest.mark.parametrize(
    ("depth", "dealt", "read"),
    [(4, [1, 0, 0], 4), (6, [1, 1, 0], 8), (8, [1, 1, 1], 16), (10, [2, 1, 1], 16), (20, [3, 3, 3], 16)],
)
def test_blocks_are_dealt_evenly_and_the_first_layers_get_the_rest(depth, dealt, read):
    net = resnet(depth, width=4, classes=5, in_channels=3)
    assert [len(layer) for layer in (net.layer1, net.layer2, net.layer3)] == dealt
    assert net.fc.in_features == read
    assert net(batch(2, 3, 9, 7)).shape == (2, 5)


def test_later_layers_begin_with_stride_two_and_double_their_width():
    net = resnet(14, width=4)
    x = net.layer1(batch(1, 4, 9, 7))
    assert [tuple(y.shape) for y in (x, net.layer2(x), net.layer3(net.layer2(x)))] == [
        (1, 4, 9, 7),
        (1, 8, 5, 4),
        (1, 16, 3, 2),
    ]


@pytest.mark.parametrize("residual", [True, False])
def test_network_is_its_parts_one_after_the_other(residual):
    net, x = shaken(resnet(8, width=2, residual=residual)).eval(), batch(2, 1, 6, 5)
    y = relu(normed(net, "conv1", "bn1", x, padding=1))
    for layer in (net.layer1, net.layer2, net.layer3):
        y = layer(y)
    torch.testing.assert_close(net(x), linear(y.mean((2, 3)), net.fc.weight, net.fc.bias))


def test_plain_network_is_the_residual_one_without_additions_and_projections():
    residual, plain = resnet(8, width=2), resnet(8, width=2, residual=False)
    assert set(parameters(residual)) - set(parameters(plain)) == {
        f"layer{layer}.0.{name}" for layer in (2, 3) for name in PROJECTION
    }
    block, x = shaken(plain).eval().layer2[0], batch(2, 2, 6, 5)
    inner = relu(normed(block, "conv1", "bn1", x, stride=2, padding=1))
    torch.testing.assert_close(block(x), relu(normed(block, "conv2", "bn2", inner, padding=1)))


def test_first_weights_come_from_torchs_seed():
    nets = []
    for seed in (0, 0, 1):
        torch.manual_seed(seed)
        nets.append(resnet(6).state_dict()["layer2.0.conv1.weight"])
    assert torch.equal(nets[0], nets[1])
    assert not torch.equal(nets[0], nets[2])


@pytest.mark.parametrize("build", [residual_block, bottleneck_block])
@pytest.mark.parametrize("training", [True, False])
def test_zero_init_makes_a_block_the_relu_of_its_shortcut(build, training):
    for same in (True, False):
        block, x = build(8, 8 if build is residual_block else 2, stride=1 if same else 2), batch(3, 8, 6, 5)
        zero_init(block).train(training)
        expected = relu(x if same else block.downsample(x))
        torch.testing.assert_close(block(x), expected)


def test_zero_init_changes_the_last_norm_of_each_block_and_nothing_else():
    net = shaken(resnet(8, width=2))
    before = {name: value.clone() for name, value in net.state_dict().items()}
    assert zero_init(net) is net
    changed = {name for name, value in net.state_dict().items() if not torch.equal(value, before[name])}
    assert changed == {f"layer{layer}.0.bn2.weight" for layer in (1, 2, 3)}
    assert net.layer1[0].bn2.weight.requires_grad
    assert not any(net.layer3[0].bn2.weight.tolist())


@pytest.mark.parametrize("residual", [True, False])
def test_grad_norms_are_those_of_autograd_by_hand(residual):
    net, x, y = resnet(10, width=2, residual=residual).eval(), batch(5, 1, 6, 5), torch.tensor([0, 1, 2, 3, 9])
    by_hand = copy.deepcopy(net).train()
    cross_entropy(by_hand(x), y).backward()
    blocks = [*by_hand.layer1, *by_hand.layer2, *by_hand.layer3]
    expected = [float((block.conv1.weight.grad**2).sum() ** 0.5) for block in blocks]
    assert grad_norms(net, x.numpy(), y.tolist()) == pytest.approx(expected, rel=1e-5)


def test_grad_norms_leave_the_network_as_it_was():
    net, x, y = resnet(8, width=2).eval(), batch(5, 1, 6, 5), [0, 1, 2, 3, 9]
    net.layer1.train()
    net.layer1[0].conv1.weight.requires_grad_(False)
    cross_entropy(net(x), torch.tensor(y)).backward()
    state = {name: value.clone() for name, value in net.state_dict().items()}
    gradients = {name: copy.copy(value.grad) for name, value in net.named_parameters()}
    modes = [part.training for part in net.modules()]
    assert all(norm > 0 for norm in grad_norms(net, x, y))
    assert [part.training for part in net.modules()] == modes
    assert not net.layer1[0].conv1.weight.requires_grad
    for name, value in net.state_dict().items():
        assert torch.equal(value, state[name])
    for name, value in net.named_parameters():
        assert value.grad is None if gradients[name] is None else torch.equal(value.grad, gradients[name])


def test_grad_norms_of_a_vanished_gradient_are_small_and_not_zero():
    net = resnet(38, width=2, residual=False)
    for part in [net, *net.layer1, *net.layer2, *net.layer3]:
        part.bn1 = part.bn2 = torch.nn.Identity()
    assert 0 < grad_norms(net, batch(5, 1, 6, 5), [0, 1, 2, 3, 9])[0] < 1e-9


def test_grad_norms_of_a_block_alone_ask_that_block():
    net = torch.nn.Sequential(residual_block(1, 3), torch.nn.Flatten(), torch.nn.Linear(36, 2))
    assert len(grad_norms(net, np.ones((2, 1, 4, 3)), [0, 1])) == 1


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        (lambda: resnet(7), ValueError, r"resnet: depth is 7; it must be even, 2 and 2 for each block: try 8\."),
        (lambda: resnet(2), ValueError, r"resnet: depth is 2; it must be at least 4\."),
        (lambda: resnet(8.0), TypeError, r"resnet: depth is 8\.0; it must be a whole number, such as 4\."),
        (lambda: resnet(8, width=0), ValueError, r"resnet: width is 0; it must be at least 1\."),
        (lambda: residual_block(2, 3, stride=0), ValueError, r"residual_block: stride is 0; it must be at least 1\."),
        (lambda: bottleneck_block(0, 3), ValueError, r"bottleneck_block: in_channels is 0; it must be at least 1\."),
        (lambda: preactivation_block(2, 2.5), TypeError, r"preactivation_block: out_channels is 2\.5; it must be"),
        (lambda: zero_init(torch.nn.Linear(1, 1)), ValueError, r"zero_init: Linear has no block, a part with conv1"),
        (lambda: zero_init(resnet(4, residual=False)), ValueError, r"zero_init: a PlainBlock would never learn"),
        (lambda: zero_init(preactivation_block(2, 2)), ValueError, r"a PreactivationBlock would never learn"),
        (lambda: grad_norms(torch.nn.Flatten(), [[1.0]], [0]), ValueError, r"grad_norms: Flatten has no block"),
        (
            lambda: grad_norms(resnet(4), np.ones((3, 1, 4, 4)), [0, 1]),
            ValueError,
            r"grad_norms: x has shape \(3, 1, 4, 4\) and y \(2,\); give one label",
        ),
    ],
)
def test_wrong_arguments_are_told_with_what_is_needed(call, error, text):
    with pytest.raises(error, match=text):
        call()


def test_preactivation_block_with_its_last_norm_at_zero_gets_no_gradient_at_all():
    block = preactivation_block(2, 2)
    torch.nn.init.zeros_(block.bn2.weight)
    block(batch(3, 2, 4, 5)).sum().backward()
    assert not any(p.grad.any() for p in block.parameters())
