"""Wrong measurements of the gradients of blocks, most of them made on a copy of the network."""

import copy

import torch
from torch import nn
from torch.nn import functional as F

from tests.autograder.mistakes.makes import makes


def blocks_of(net):
    return [part for part in net.modules() if hasattr(part, "conv1") and hasattr(part, "conv2")]


def after_backward(net, x, y):
    """Return a copy of the network that holds the right gradients."""
    net = copy.deepcopy(net).train()
    F.cross_entropy(net(x), y).backward()
    return net


def after_loss(net, loss):
    net = copy.deepcopy(net).train()
    loss(net).backward()
    return [block.conv1.weight.grad.norm().item() for block in blocks_of(net)]


@makes("grad_norms", "evaluation-mode")
def with_eval(net, x, y):
    net = copy.deepcopy(net)
    net.eval()
    F.cross_entropy(net(x), y).backward()
    return [block.conv1.weight.grad.norm().item() for block in blocks_of(net)]


@makes("grad_norms", "mode-as-it-is")
def without_train(net, x, y):
    net = copy.deepcopy(net)
    F.cross_entropy(net(x), y).backward()
    return [block.conv1.weight.grad.norm().item() for block in blocks_of(net)]


@makes("grad_norms", "gradients-added")
def without_zero_grad(net, x, y):
    held = [None if p.grad is None else p.grad.clone() for p in net.parameters()]
    state, mode = copy.deepcopy(net.state_dict()), net.training
    net.train()
    F.cross_entropy(net(x), y).backward()
    norms = [block.conv1.weight.grad.norm().item() for block in blocks_of(net)]
    net.load_state_dict(state)
    net.train(mode)
    for parameter, gradient in zip(net.parameters(), held, strict=True):
        parameter.grad = gradient
    return norms


@makes("grad_norms", "nothing-put-back")
def as_in_a_training(net, x, y):
    net.train()
    net.zero_grad()
    loss = F.cross_entropy(net(x), y)
    loss.backward()
    return [block.conv1.weight.grad.norm().item() for block in blocks_of(net)]


@makes("grad_norms", "gradients-added", "nothing-put-back")
def nothing_cleared_and_nothing_put_back(net, x, y):
    net.train()
    F.cross_entropy(net(x), y).backward()
    return [float(block.conv1.weight.grad.norm()) for block in blocks_of(net)]


@makes("grad_norms", "gradients-left")
def gradients_stay(net, x, y):
    mode, state = net.training, copy.deepcopy(net.state_dict())
    net.train()
    net.zero_grad()
    F.cross_entropy(net(x), y).backward()
    net.load_state_dict(state)
    net.train(mode)
    return [float(block.conv1.weight.grad.norm()) for block in blocks_of(net)]


@makes("grad_norms", "gradients-cleared")
def cleared_twice(net, x, y):
    mode, state = net.training, copy.deepcopy(net.state_dict())
    net.train()
    net.zero_grad()
    F.cross_entropy(net(x), y).backward()
    norms = [float(block.conv1.weight.grad.norm()) for block in blocks_of(net)]
    net.load_state_dict(state)
    net.train(mode)
    net.zero_grad()
    return norms


@makes("grad_norms", "statistics-left")
def by_autograd(net, x, y):
    mode = net.training
    net.train()
    weights = [block.conv1.weight for block in blocks_of(net)]
    gradients = torch.autograd.grad(F.cross_entropy(net(x), y), weights)
    net.train(mode)
    return [float(gradient.norm()) for gradient in gradients]


@makes("grad_norms", "mode-left")
def stays_in_training(net, x, y):
    state = copy.deepcopy(net.state_dict())
    net.train()
    weights = [block.conv1.weight for block in blocks_of(net)]
    gradients = torch.autograd.grad(F.cross_entropy(net(x), y), weights)
    net.load_state_dict(state)
    return [float(gradient.norm()) for gradient in gradients]


@makes("grad_norms", "statistics-left", "mode-left")
def autograd_and_no_more(net, x, y):
    net.train()
    weights = [block.conv1.weight for block in blocks_of(net)]
    return [float(g.norm()) for g in torch.autograd.grad(F.cross_entropy(net(x), y), weights)]


@makes("grad_norms", "evaluation-mode-left")
def evaluates_next(net, x, y):
    norms = stays_in_training(net, x, y)
    net.eval()
    return norms


@makes("grad_norms", "logits-as-log-probabilities")
def nll(net, x, y):
    return after_loss(net, lambda net: F.nll_loss(net(x), y))


@makes("grad_norms")
def by_block(net, x, y):
    named = after_backward(net, x, y).named_modules()
    return {name: part.conv1.weight.grad.norm().item() for name, part in named if hasattr(part, "conv2")}


@makes("grad_norms", "squared")
def sum_of_squares(net, x, y):
    return [(block.conv1.weight.grad**2).sum().item() for block in blocks_of(after_backward(net, x, y))]


@makes("grad_norms", "mean-of-sizes")
def mean(net, x, y):
    return [block.conv1.weight.grad.abs().mean().item() for block in blocks_of(after_backward(net, x, y))]


@makes("grad_norms", "sum-of-sizes")
def one_norm(net, x, y):
    return [block.conv1.weight.grad.norm(p=1).item() for block in blocks_of(after_backward(net, x, y))]


@makes("grad_norms", "largest-size")
def largest(net, x, y):
    return [block.conv1.weight.grad.abs().max().item() for block in blocks_of(after_backward(net, x, y))]


@makes("grad_norms", "root-mean-square")
def root_mean_square(net, x, y):
    return [block.conv1.weight.grad.pow(2).mean().sqrt().item() for block in blocks_of(after_backward(net, x, y))]


@makes("grad_norms", "weights-for-gradients")
def weights(net, x, y):
    return [block.conv1.weight.norm().item() for block in blocks_of(after_backward(net, x, y))]


@makes("grad_norms", "relative-to-the-weights")
def relative(net, x, y):
    chosen = [block.conv1.weight for block in blocks_of(after_backward(net, x, y))]
    return [(weight.grad.norm() / weight.norm()).item() for weight in chosen]


@makes("grad_norms", "conv2-for-conv1")
def second_convolutions(net, x, y):
    return [block.conv2.weight.grad.norm().item() for block in blocks_of(after_backward(net, x, y))]


@makes("grad_norms", "whole-blocks")
def blocks_as_a_whole(net, x, y):
    norms = []
    for block in blocks_of(after_backward(net, x, y)):
        squares = [p.grad.pow(2).sum().item() for p in block.parameters()]
        norms.append(sum(squares) ** 0.5)
    return norms


@makes("grad_norms", "stem-counted")
def by_name(net, x, y):
    net = after_backward(net, x, y)
    return [p.grad.norm().item() for name, p in net.named_parameters() if name.endswith("conv1.weight")]


@makes("grad_norms", "every-convolution")
def by_kind(net, x, y):
    net = after_backward(net, x, y)
    return [part.weight.grad.norm().item() for part in net.modules() if isinstance(part, nn.Conv2d)]


@makes("grad_norms", "last-block-first")
def backwards(net, x, y):
    norms = []
    for block in blocks_of(after_backward(net, x, y)):
        norms.insert(0, block.conv1.weight.grad.norm().item())
    return norms


@makes("grad_norms", "summed-loss")
def summed(net, x, y):
    return after_loss(net, lambda net: F.cross_entropy(net(x), y, reduction="sum"))


@makes("grad_norms", "softmax-first")
def softmax_twice(net, x, y):
    return after_loss(net, lambda net: nn.CrossEntropyLoss()(torch.softmax(net(x), dim=-1), y))


@makes("grad_norms", "squared-error")
def one_hot(net, x, y):
    return after_loss(net, lambda net: ((net(x) - torch.eye(3)[y]) ** 2).mean())


@makes("grad_norms", "output-for-loss")
def all_scores(net, x, y):  # noqa: ARG001
    return after_loss(net, lambda net: net(x).sum())


@makes("grad_norms", "images-one-by-one")
def one_image_at_a_time(net, x, y):
    losses = [lambda net, i=i: F.cross_entropy(net(x[i : i + 1]), y[i : i + 1]) for i in range(len(x))]
    return after_loss(net, lambda net: sum(loss(net) for loss in losses) / len(x))


@makes("grad_norms", "squared", "stem-counted")
def squares_by_name(net, x, y):
    net = after_backward(net, x, y)
    return [(p.grad**2).sum().item() for name, p in net.named_parameters() if "conv1" in name]


@makes("grad_norms", "evaluation-mode", "softmax-first")
def as_a_forecast(net, x, y):
    net = copy.deepcopy(net).eval()
    F.cross_entropy(net(x).softmax(1), y).backward()
    return [block.conv1.weight.grad.norm().item() for block in blocks_of(net)]


@makes("grad_norms")
def one_number(net, x, y):
    net = after_backward(net, x, y)
    return sum(block.conv1.weight.grad.norm().item() for block in blocks_of(net))


@makes("grad_norms")
def gradients_themselves(net, x, y):
    return [block.conv1.weight.grad for block in blocks_of(after_backward(net, x, y))]
