"""Right answers to rf_by_gradient, each in a style of its own."""

from copy import deepcopy

import torch
from torch import nn


def with_backward(net, shape, *, cell=None):
    net = deepcopy(net)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.abs_()
    x = torch.ones(1, *shape, requires_grad=True)
    y = net(x)
    row, column = cell if cell is not None else (y.shape[2] // 2, y.shape[3] // 2)
    y[0, :, row, column].sum().backward()
    return (x.grad[0] != 0).any(dim=0)


def every_parameter_is_one_tenth(net, shape, *, cell=None):
    net = deepcopy(net)
    for parameter in net.parameters():
        nn.init.constant_(parameter, 0.1)
    x = torch.full((1, *shape), 3.0).requires_grad_(True)
    y = net(x).sum(dim=1)[0]
    r, c = (y.shape[0] // 2, y.shape[1] // 2) if cell is None else cell
    return torch.autograd.grad(y[r, c], x)[0].sum(dim=(0, 1)) > 0


def by_nudging_each_pixel_in_loops(net, shape, *, cell=None):
    net = deepcopy(net).double()
    for parameter in net.parameters():
        parameter.data.abs_()
    x = torch.ones(1, *shape).double()
    channels, height, width = shape
    seen = torch.zeros(height, width, dtype=torch.bool)
    with torch.no_grad():
        y = net(x)
        row, column = cell or (y.shape[2] // 2, y.shape[3] // 2)
        for i in range(height):
            for j in range(width):
                for k in range(channels):
                    nudged = x.clone()
                    nudged[0, k, i, j] += 1
                    if (net(nudged) - y)[0, :, row, column].abs().max() > 1e-9:
                        seen[i, j] = True
    return seen


def with_a_mask_over_the_output(net, shape, *, cell=None):
    other = deepcopy(net)
    other.load_state_dict({name: value.abs() for name, value in net.state_dict().items()})
    x = torch.ones(1, *shape, requires_grad=True)
    y = other(x)
    picked = torch.zeros_like(y)
    row, column = cell if cell else (y.size(2) // 2, y.size(3) // 2)
    picked[:, :, row, column] = 1
    y.backward(picked)
    return x.grad.squeeze(0).abs().amax(dim=0).bool()


def with_functional_call(net, shape, *, cell=None):
    positive = {name: parameter.detach().abs() for name, parameter in net.named_parameters()}

    def answer(x):
        y = torch.func.functional_call(net, positive, (x[None],))[0]
        row, column = (y.shape[1] // 2, y.shape[2] // 2) if cell is None else cell
        return y[:, row, column].sum()

    return (torch.func.grad(answer)(torch.ones(shape)) != 0).any(0)


def as_numpy(net, shape, *, cell=None):
    return with_backward(net, shape, cell=cell).numpy()
