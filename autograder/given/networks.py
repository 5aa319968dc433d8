"""Small networks that a check hands to a learner's function by name: each function builds one, its weights seeded.

Torch is imported inside, so that whoever asks for none needs none.
"""

from collections import OrderedDict
from typing import Any

from autograder.given.blocks import block, bottleneck, net, stirred
from autograder.tensors import seeded


def two_convolutions() -> Any:
    """Build conv1 (3×3, padded), norm, ReLU and conv2 (3×3, stride 2), from 2 channels to 3.

    Returns
    -------
    torch.nn.Sequential
        Its parts are called conv1, bn1, relu and conv2.
    """
    from torch import nn

    with seeded(1):
        layers = OrderedDict(
            conv1=nn.Conv2d(2, 4, 3, padding=1),
            bn1=nn.BatchNorm2d(4),
            relu=nn.ReLU(),
            conv2=nn.Conv2d(4, 3, 3, stride=2),
        )
        return nn.Sequential(layers)


def residual_pair() -> Any:
    """Build two residual blocks in a row, from 2 channels to 2 and on to 3.

    Returns
    -------
    torch.nn.Sequential
        Its blocks are called 0 and 1; the second has a projection.
    """
    from torch import nn

    with seeded(2):
        return stirred(nn.Sequential(block(2, 2), block(2, 3, 2)))


def bottleneck_pair() -> Any:
    """Build a bottleneck block and a residual block in a row, from 3 channels to 4 and on to 2.

    Returns
    -------
    torch.nn.Sequential
        Its blocks are called 0 and 1.
    """
    from torch import nn

    with seeded(7):
        return stirred(nn.Sequential(bottleneck(3, 1), block(4, 2)))


def lone_block() -> Any:
    """Build a residual block, from 2 channels to 2.

    Returns
    -------
    torch.nn.Module
        The block itself, in no network.
    """
    with seeded(3):
        return stirred(block(2, 2))


def one_block_net() -> Any:
    """Build a classifier of one residual block with 2 channels, for images of one channel.

    Returns
    -------
    torch.nn.Module
        Its parts are called conv1, bn1, layer1 (of one block) and fc, which gives 3 scores.
    """
    with seeded(8):
        return stirred(net(2, [block(2, 2)], features=2))


def residual_net() -> Any:
    """Build a classifier of three residual blocks, with 2, 2 and 4 channels, for images of one channel.

    Returns
    -------
    torch.nn.Module
        Its parts are called conv1, bn1, layer1 (of two blocks), layer2 (of one) and fc, which gives 3 scores.
    """
    with seeded(4):
        return stirred(net(2, [block(2, 2), block(2, 2)], [block(2, 4, 2)], features=4))


def bottleneck_net() -> Any:
    """Build a classifier of two bottleneck blocks and a residual block, for images of one channel.

    Returns
    -------
    torch.nn.Module
        Its parts are called conv1, bn1, layer1 (of two bottlenecks), layer2 (of one block) and fc, which gives 3
        scores.
    """
    with seeded(5):
        return stirred(net(3, [bottleneck(3, 2), bottleneck(8, 2)], [block(8, 2, 2)], features=2))


def net_in_use() -> Any:
    """Build a residual_net that has been used: it is in evaluation mode, and holds the gradients of another batch.

    Returns
    -------
    torch.nn.Module
        As residual_net, with other weights.
    """
    import torch

    with seeded(6):
        used = stirred(net(2, [block(2, 2), block(2, 2)], [block(2, 3, 2)], features=3)).eval()
        used(torch.randn(5, 1, 4, 5)).square().sum().backward()
        return used
