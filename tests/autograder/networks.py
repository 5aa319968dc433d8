"""Networks and tensors as wrong answers: all zeros, or damaged in a drawn way. Torch is there if they are."""

import sys
from typing import Any

import numpy as np


def is_network(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.nn.Module)


def is_tensor(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def zeroed(net: Any) -> Any:
    """Make a network, in place, that holds zeros only, learns nothing and gives zeros."""
    for value in net.state_dict(keep_vars=True).values():
        value.requires_grad_(False).zero_()
    return _answering(net, lambda y: 0 * y)


def damaged(net: Any, rng: np.random.Generator) -> Any:
    """Damage a network in place: what it gives, one of its numbers, or what it learns."""
    parameters = list(net.parameters())
    chosen = parameters[rng.integers(len(parameters))]
    kind = rng.integers(len(ANSWERS) + 2)
    if kind == len(ANSWERS):
        chosen.data = chosen.data + 0.3  # where weights are loaded later, this is no damage
    elif kind == len(ANSWERS) + 1:
        chosen.requires_grad_(not chosen.requires_grad)
    else:
        return _answering(net, ANSWERS[kind])
    return net


ANSWERS = [
    lambda y: 2 * y,
    lambda y: -y,
    lambda y: y + 1,
    lambda y: y.flip(-1),
    lambda y: y.roll(1, -1),
    lambda y: y.roll(1, 1),
    lambda y: y[..., 1:],
    lambda y: y.relu() + 0.1 * y,
    lambda y: y - y.mean(),
]


def _answering(net: Any, change: Any) -> Any:
    written = type(net)

    def forward(self: Any, x: Any) -> Any:
        return change(written.forward(self, x))

    net.__class__ = type(written.__name__, (written,), {"forward": forward})
    return net
