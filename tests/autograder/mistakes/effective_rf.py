"""Wrong effective_rf functions, as learners write them."""

from copy import deepcopy

import torch

from tests.autograder.mistakes.makes import makes


def _middle_of(y):
    return y[:, :, y.shape[2] // 2, y.shape[3] // 2]


def _gradient(net, x, cell=_middle_of):
    x = x.clone().requires_grad_()
    cell(net(x)).sum().backward()
    return x.grad


def _shares(field):
    return field / field.sum()


def _calm(net):
    return deepcopy(net).eval()


@makes("effective_rf", "sign-kept")
def mean_gradient(net, x):
    return _shares(_gradient(_calm(net), x).mean(0).sum(0))


@makes("effective_rf", "samples-cancel")
def size_of_the_mean(net, x):
    return _shares(_gradient(_calm(net), x).mean(0).abs().sum(0))


@makes("effective_rf", "channels-cancel")
def size_of_the_sum_over_channels(net, x):
    return _shares(_gradient(_calm(net), x).sum(1).abs().mean(0))


@makes("effective_rf", "largest-channel")
def as_a_saliency_map(net, x):
    return _shares(_gradient(_calm(net), x).abs().amax(1).mean(0))


@makes("effective_rf", "first-channel-only")
def channel_zero(net, x):
    return _shares(_gradient(_calm(net), x)[:, 0].abs().mean(0))


@makes("effective_rf", "squared")
def energy(net, x):
    return _shares(_gradient(_calm(net), x).square().sum(1).mean(0))


@makes("effective_rf", "first-sample-only")
def only_one_image(net, x):
    return _shares(_gradient(_calm(net), x[:1])[0].abs().sum(0))


@makes("effective_rf", "samples-alike")
def each_image_by_itself(net, x):
    fields = [_shares(one.abs().sum(0)) for one in _gradient(_calm(net), x)]
    return torch.stack(fields).mean(0)


@makes("effective_rf", "gradients-pile-up")
def never_cleared(net, x):
    net, total = _calm(net), 0
    leaf = x[:1].clone().requires_grad_()
    for one in x:
        leaf.data = one[None].clone()
        _middle_of(net(leaf)).sum().backward()
        total = total + leaf.grad[0].abs().sum(0)
    return _shares(total)


@makes("effective_rf", "times-input")
def gradient_times_input(net, x):
    return _shares((_gradient(_calm(net), x) * x).abs().sum((0, 1)))


@makes("effective_rf", "not-divided")
def mean_size(net, x):
    return _gradient(_calm(net), x).abs().sum(1).mean(0)


@makes("effective_rf", "peak-is-one")
def scaled_for_a_picture(net, x):
    field = _gradient(_calm(net), x).abs().sum((0, 1))
    return field / field.max()


@makes("effective_rf", "softmax")
def made_to_add_up_to_one(net, x):
    field = _gradient(_calm(net), x).abs().sum(1).mean(0)
    return torch.softmax(field.flatten(), 0).view_as(field)


@makes("effective_rf", "whole-map")
def sum_of_everything(net, x):
    return _shares(_gradient(_calm(net), x, lambda y: y).abs().sum((0, 1)))


@makes("effective_rf", "first-map-only")
def map_zero(net, x):
    return _shares(_gradient(_calm(net), x, lambda y: _middle_of(y)[:, 0]).abs().sum((0, 1)))


@makes("effective_rf", "corner-for-middle")
def cell_zero(net, x):
    return _shares(_gradient(_calm(net), x, lambda y: y[:, :, 0, 0]).abs().sum((0, 1)))


@makes("effective_rf", "middle-rounded-down")
def half_of_the_last_index(net, x):
    def cell(y):
        return y[:, :, (y.shape[2] - 1) // 2, (y.shape[3] - 1) // 2]

    return _shares(_gradient(_calm(net), x, cell).abs().sum((0, 1)))


@makes("effective_rf", "training-mode")
def the_mode_it_came_in(net, x):
    return _shares(_gradient(deepcopy(net), x).abs().sum((0, 1)))


@makes("effective_rf", "left-in-evaluation")
def no_copy(net, x):
    net.eval()
    return _shares(_gradient(net, x).abs().sum((0, 1)))


@makes("effective_rf", "left-in-evaluation", "not-divided")
def no_copy_and_no_shares(net, x):
    net.eval()
    return _gradient(net, x).abs().sum(1).mean(0)


@makes("effective_rf", "squared", "peak-is-one")
def energy_for_a_picture(net, x):
    field = _gradient(_calm(net), x).square().sum((0, 1))
    return field / field.max()


@makes("effective_rf", "channels-cancel", "first-map-only")
def channels_summed_of_map_zero(net, x):
    gradient = _gradient(_calm(net), x, lambda y: _middle_of(y)[:, :1])
    return _shares(gradient.sum(1).abs().mean(0))


@makes("effective_rf", "left-in-training")
def on_with_the_training(net, x):
    net.eval()
    field = _shares(_gradient(net, x).abs().sum(1).mean(0))
    net.train()
    return field


@makes("effective_rf", "weights-made-positive")
def of_a_positive_copy(net, x):
    net = _calm(net)
    for parameter in net.parameters():
        parameter.data = parameter.data.abs()
    return _shares(_gradient(net, x).abs().sum(1).mean(0))
