"""Right starts as the identity in other styles."""

import torch
from torch import nn


def hasattr_and_init(net):
    for part in net.modules():
        if hasattr(part, "bn3"):
            nn.init.zeros_(part.bn3.weight)
        elif hasattr(part, "bn2"):
            nn.init.zeros_(part.bn2.weight)
    return net


def by_name(net):
    names = dict(net.named_parameters())
    for name, parameter in names.items():
        third = name.replace("bn2.weight", "bn3.weight")
        if name.endswith("bn3.weight") or (name.endswith("bn2.weight") and third not in names):
            parameter.data.fill_(0)
    return net


def recursion(net):
    norms = [getattr(net, name) for name in ("bn2", "bn3") if hasattr(net, name)]
    if norms:
        with torch.no_grad():
            norms[-1].weight *= 0
    for child in net.children():
        recursion(child)
    return net


def new_parameters(net):
    for part in net.modules():
        norm = getattr(part, "bn3", getattr(part, "bn2", None))
        if norm is not None:
            norm.weight = nn.Parameter(torch.zeros(norm.num_features))
    return net


def applied(net):
    def silence(part):
        children = dict(part.named_children())
        last = children.get("bn3") or children.get("bn2")
        if last is not None:
            last.weight.data = torch.zeros_like(last.weight)

    return net.apply(silence)


def through_the_state(net):
    state = net.state_dict()
    for name in state:
        owner, _, end = name.rpartition("bn2.weight")
        if name.endswith("bn2.weight") and not end:
            last = owner + ("bn3.weight" if owner + "bn3.weight" in state else "bn2.weight")
            state[last] = torch.zeros(len(state[last]))
    net.load_state_dict(state)
    return net


def loops(net):
    waiting = [net]
    while waiting:
        part = waiting.pop()
        waiting.extend(part.children())
        names = [name for name, _ in part.named_children()]
        for name in ("bn3", "bn2"):
            if name in names:
                for i in range(len(getattr(part, name).weight)):
                    getattr(part, name).weight.data[i] = 0.0
                break
    return net
