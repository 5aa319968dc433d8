"""Small networks as if they had been trained, to be frozen, read and tuned. Torch is imported inside."""

from collections import OrderedDict
from functools import cache
from typing import Any

from autograder.tensors import seeded


def small_net() -> Any:
    """Build four named parts for images of one channel, in training mode; a norm lies deep inside the second.

    Returns
    -------
    torch.nn.Sequential
        Its parts are called stem, body, body2 and head; the head is a mean, two dense layers and a norm.
    """
    with seeded(1):
        return _trained(_parts())


def used_net() -> Any:
    """Build the parts of small_net, with other weights: in evaluation mode, and with parts that do not learn.

    Returns
    -------
    torch.nn.Sequential
        Nothing of body and body2 requires a gradient.
    """
    with seeded(2):
        net = _trained(_parts()).eval()
        net.body.requires_grad_(False)
        net.body2.requires_grad_(False)
        return net


def numbered_net() -> Any:
    """Build five parts without names of their own, for rows of four numbers, in training mode.

    Returns
    -------
    torch.nn.Sequential
        Its parts are called 0 to 4: a dense layer, a norm, a ReLU, a norm and a dense layer.
    """
    from torch import nn

    with seeded(3):
        return _trained(
            nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.BatchNorm1d(5), nn.Linear(5, 3))
        )


def partly_frozen_net() -> Any:
    """Build the parts of small_net, in training mode, but the stem is frozen and its norm in evaluation mode.

    Returns
    -------
    torch.nn.Sequential
        ``net.train(True)`` would put the stem's norm into training mode again.
    """
    with seeded(4):
        net = _trained(_parts())
        net.stem.requires_grad_(False)
        net.stem.eval()
        return net


def net_with_dropout() -> Any:
    """Build three named parts for images of one channel, in training mode, with dropout before the head.

    Returns
    -------
    torch.nn.Sequential
        Its parts are called stem, drop and head. In training mode the dropout drops everything, so that it shows.
    """
    from torch import nn

    with seeded(5):
        parts = OrderedDict(stem=_convolution(1, 4), drop=nn.Dropout(1.0), head=_head(nn.Linear(4, 3)))
        return _trained(nn.Sequential(parts))


def net_that_needs_room() -> Any:
    """Build three named parts, in evaluation mode, of which the first refuses what would not fit into its memory.

    Returns
    -------
    torch.nn.Sequential
        It takes at most 3 examples at once, and none while gradients are recorded. Its parts are called stem, room
        and head.
    """
    from torch import nn

    with seeded(6):
        parts = OrderedDict(stem=nn.Sequential(_room()(), _convolution(1, 3)), top=_convolution(3, 5))
        return _trained(nn.Sequential(parts | {"head": _head(nn.Linear(5, 2, bias=False))})).eval()


def net_without_biases() -> Any:
    """Build three named parts for rows of four numbers; the dense layers of the head have no bias.

    Returns
    -------
    torch.nn.Sequential
        Its parts are called front, middle and classifier. The middle does not learn.
    """
    from torch import nn

    with seeded(7):
        parts = OrderedDict(
            front=nn.Linear(4, 5), middle=nn.Sequential(nn.BatchNorm1d(5), nn.Linear(5, 4)), classifier=_pair(4)
        )
        parts["middle"].requires_grad_(False)
        return _trained(nn.Sequential(parts))


def net_with_frozen_pieces() -> Any:
    """Build the parts of net_without_biases, with other weights; of each part something learns and something does not.

    Returns
    -------
    torch.nn.Sequential
        Frozen are the bias of front, the first parameter of middle, and the last of classifier.
    """
    from torch import nn

    with seeded(11):
        front, middle = nn.Linear(4, 5), nn.Sequential(nn.BatchNorm1d(5), nn.Linear(5, 4))
        net = _trained(nn.Sequential(OrderedDict(front=front, middle=middle, classifier=_pair(4))))
        for piece in (front.bias, middle[0].weight, net.classifier[2].weight):
            piece.requires_grad_(False)
        return net


def frozen_body_net() -> Any:
    """Build the parts of small_net, of which only the head learns.

    Returns
    -------
    torch.nn.Sequential
        In training mode.
    """
    with seeded(8):
        net = _trained(_parts()).requires_grad_(False)
        net.head.requires_grad_(True)
        return net


def frozen_head_net() -> Any:
    """Build the parts of numbered_net, of which the last does not learn.

    Returns
    -------
    torch.nn.Sequential
        In training mode.
    """
    net = numbered_net()
    net[-1].requires_grad_(False)
    return net


def _parts() -> Any:
    from torch import nn

    parts = OrderedDict(
        stem=_convolution(1, 3),
        body=nn.Sequential(nn.Sequential(_convolution(3, 4, stride=2), nn.Conv2d(4, 4, 1)), nn.ReLU()),
        body2=_convolution(4, 5),
        head=_head(nn.Linear(5, 4), nn.BatchNorm1d(4), nn.Linear(4, 3)),
    )
    return nn.Sequential(parts)


def _convolution(in_channels: int, out_channels: int, *, stride: int = 1) -> Any:
    from torch import nn

    return nn.Sequential(nn.Conv2d(in_channels, out_channels, 3, stride, 1), nn.BatchNorm2d(out_channels), nn.ReLU())


def _head(*layers: Any) -> Any:
    from torch import nn

    return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), *layers)


def _pair(features: int) -> Any:
    from torch import nn

    return nn.Sequential(nn.Linear(features, 3, bias=False), nn.ReLU(), nn.Linear(3, 2, bias=False))


@cache
def _room() -> type:
    """Define a part that passes on what it gets, and refuses what takes too much memory."""
    import torch
    from torch import nn

    class Room(nn.Module):
        def forward(self, x: Any) -> Any:
            if torch.is_grad_enabled():
                raise RuntimeError(
                    "out of memory (this network only pretends): all maps are kept for gradients that nobody asks "
                    "for. Compute inside `with torch.no_grad():`."
                )
            if len(x) > 3:
                raise RuntimeError(
                    f"out of memory (this network only pretends): it takes 3 examples at once, and got {len(x)}. "
                    "Split x into batches of batch_size."
                )
            return x

    return Room


def _trained(net: Any) -> Any:
    """Give each norm numbers as after a training, in place."""
    import torch

    with torch.no_grad():
        for norm in net.modules():
            if hasattr(norm, "running_var"):
                norm.weight.uniform_(0.5, 1.5)
                norm.bias.normal_(0, 0.5)
                norm.running_mean.normal_(0, 0.5)
                norm.running_var.uniform_(0.5, 1.5)
    return net
