"""Right answers to effective_rf, each in a style of its own."""

from copy import deepcopy

import torch


def with_one_backward(net, x):
    net = deepcopy(net).eval()
    x = x.clone().requires_grad_()
    y = net(x)
    y[:, :, y.shape[2] // 2, y.shape[3] // 2].sum().backward()
    field = x.grad.abs().mean(dim=0).sum(dim=0)
    return field / field.sum()


def in_a_loop_over_inputs(net, x):
    was = net.training
    net.eval()
    total = torch.zeros(x.shape[2:])
    for one in x:
        one = one[None].clone().requires_grad_()
        y = net(one)
        (gradient,) = torch.autograd.grad(y[0, :, y.shape[2] // 2, y.shape[3] // 2].sum(), one)
        total += gradient[0].abs().sum(dim=0)
    net.train(was)
    return total / total.sum()


def in_plain_python_loops(net, x):
    net = deepcopy(net)
    net.eval()
    x = x.detach().clone()
    x.requires_grad = True
    y = net(x)
    row, column = y.shape[2] // 2, y.shape[3] // 2
    score = 0
    for sample in range(y.shape[0]):
        for channel in range(y.shape[1]):
            score = score + y[sample, channel, row, column]
    score.backward()
    height, width = x.shape[2], x.shape[3]
    field = [[0.0] * width for _ in range(height)]
    for sample in range(x.shape[0]):
        for channel in range(x.shape[1]):
            for i in range(height):
                for j in range(width):
                    field[i][j] += abs(float(x.grad[sample, channel, i, j]))
    total = sum(map(sum, field))
    return torch.tensor([[value / total for value in row] for row in field])


def in_double_precision(net, x):
    net = deepcopy(net).double().eval()
    x = x.double().requires_grad_()
    y = net(x).mean(dim=1)
    y[:, y.shape[1] // 2, y.shape[2] // 2].sum().backward()
    sizes = x.grad.abs().sum(dim=(0, 1))
    return sizes / sizes.sum()


def with_vmap(net, x):
    net = deepcopy(net).eval()

    def answer(one):
        y = net(one[None])[0]
        return y[:, y.shape[1] // 2, y.shape[2] // 2].sum()

    sizes = torch.func.vmap(torch.func.grad(answer))(x).abs().sum((0, 1))
    return torch.nn.functional.normalize(sizes.flatten(), p=1, dim=0).reshape(sizes.shape)


def clearing_the_gradient_each_time(net, x):
    net = deepcopy(net).eval()
    sizes = []
    leaf = x[:1].clone().requires_grad_()
    for i in range(len(x)):
        leaf.data = x[i : i + 1].clone()
        leaf.grad = None
        y = net(leaf)
        y[0, :, y.shape[-2] // 2, y.shape[-1] // 2].sum().backward()
        sizes.append(leaf.grad[0].abs().sum(0))
    mean = torch.stack(sizes).mean(0)
    return mean / mean.sum()
