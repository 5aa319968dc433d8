"""Right measurements of the gradients of blocks in other styles."""

import copy

import torch
from torch import nn
from torch.nn import functional as F


def on_a_copy(net, x, y):
    net = copy.deepcopy(net)
    net.train()
    net.zero_grad()
    F.cross_entropy(net(x), y).backward()
    return [part.conv1.weight.grad.norm().item() for part in net.modules() if hasattr(part, "conv2")]


def by_autograd(net, x, y):
    net = copy.deepcopy(net).train()
    names = {name for name, _ in net.named_parameters()}
    weights = [
        p
        for name, p in net.named_parameters()
        if name.endswith("conv1.weight") and name.replace("conv1", "conv2") in names
    ]
    gradients = torch.autograd.grad(nn.CrossEntropyLoss()(net(x), y), weights)
    return torch.stack([torch.linalg.vector_norm(gradient) for gradient in gradients])


def put_back(net, x, y):
    was_training = net.training
    state = {name: value.clone() for name, value in net.state_dict().items()}
    held = {name: p.grad for name, p in net.named_parameters()}
    for p in net.parameters():
        p.grad = None
    net.train()
    F.nll_loss(F.log_softmax(net(x), dim=1), y).backward()
    norms = []
    for part in net.modules():
        children = dict(part.named_children())
        if "conv1" in children and "conv2" in children:
            norms.append(float(children["conv1"].weight.grad.square().sum().sqrt()))
    net.load_state_dict(state)
    for name, p in net.named_parameters():
        p.grad = held[name]
    net.train(was_training)
    return tuple(norms)


def functional_call(net, x, y):
    parameters = {name: p.detach().clone().requires_grad_() for name, p in net.named_parameters()}
    buffers = {name: b.clone() for name, b in net.named_buffers()}
    was, _ = net.training, net.train()
    scores = torch.func.functional_call(net, (parameters, buffers), (x,))
    net.train(was)
    (scores.logsumexp(1) - scores[torch.arange(len(y)), y]).mean().backward()
    blocks = [name for name, part in net.named_modules() if hasattr(part, "conv2")]
    return torch.tensor([parameters[f"{name}.conv1.weight"].grad.norm() for name in blocks])


def loops(net, x, y):
    net = copy.deepcopy(net).train()
    loss = 0
    for scores, label in zip(net(x), y, strict=True):
        loss = loss - torch.log(torch.exp(scores[label]) / torch.exp(scores).sum())
    (loss / len(y)).backward()
    norms = []
    for part in net.modules():
        if hasattr(part, "conv1") and hasattr(part, "conv2"):
            total = 0.0
            for value in part.conv1.weight.grad.flatten().tolist():
                total += value * value
            norms.append(total**0.5)
    return norms


def with_hooks(net, x, y):
    net, norms = copy.deepcopy(net).train(), {}
    for name, part in net.named_modules():
        if hasattr(part, "conv2"):
            norms[name] = 0.0
            part.conv1.weight.register_hook(lambda g, name=name: norms.__setitem__(name, g.norm()))
    F.cross_entropy(net(x), y).backward()
    return list(norms.values())
