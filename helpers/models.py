"""Small networks to train in a lesson. Their first weights come from torch's own seed: ``torch.manual_seed(0)``."""

import math
from collections import OrderedDict
from collections.abc import Sequence

from torch import nn

from helpers.shapes import whole


def mlp(in_shape: Sequence[int], hidden: int, classes: int) -> nn.Sequential:
    """Build a dense network with one hidden layer, which reads an image as one long row of numbers.

    Parameters
    ----------
    in_shape : sequence of int
        One input without its batch, such as (channels, height, width).
    hidden, classes : int
        Numbers in the hidden layer, and scores that come out.

    Returns
    -------
    torch.nn.Sequential
        From (batch, *in_shape) to logits, shape (batch, classes).

    Raises
    ------
    TypeError, ValueError
        If a size is no whole number of at least 1.

    Examples
    --------
    >>> import torch
    >>> mlp((1, 8, 8), 32, 10)(torch.zeros(5, 1, 8, 8)).shape
    torch.Size([5, 10])
    """
    _check_sizes("mlp", in_shape=in_shape, hidden=[hidden], classes=[classes])
    layers = nn.Linear(math.prod(in_shape), hidden), nn.ReLU(), nn.Linear(hidden, classes)
    return nn.Sequential(nn.Flatten(), *layers)


def cnn_flatten(in_shape: Sequence[int], classes: int, *, channels: Sequence[int] = (16, 32)) -> nn.Sequential:
    """Build a convolutional network whose last layer has a weight for each place of each map.

    Parameters
    ----------
    in_shape : sequence of three int
        One image: (channels, height, width), height and width at least 2.
    classes : int
        Scores that come out.
    channels : sequence of int, optional
        Maps of each convolution, from the first on.

    Returns
    -------
    torch.nn.Sequential
        From (batch, *in_shape) to logits, shape (batch, classes). Its part ``maps`` is the same as that of
        :func:`cnn_global_pool`: 3×3 convolutions padded by 1, each followed by a ReLU, then a 2×2 max pool.
        Its part ``head`` flattens the maps and reads them with one dense layer.

    Raises
    ------
    TypeError, ValueError
        If a size is no whole number of at least 1, or ``in_shape`` is not three of them.

    Examples
    --------
    >>> import torch
    >>> net = cnn_flatten((1, 16, 16), 10)
    >>> x = torch.zeros(5, 1, 16, 16)
    >>> net.maps(x).shape, net(x).shape
    (torch.Size([5, 32, 8, 8]), torch.Size([5, 10]))
    """
    _check_sizes("cnn_flatten", in_shape=in_shape, classes=[classes], channels=channels)
    if len(in_shape) != 3 or min(in_shape[1:]) < 2:
        raise ValueError(
            f"cnn_flatten: in_shape is {tuple(in_shape)}; give (channels, height, width), rows and columns at least 2."
        )
    in_channels, height, width = in_shape
    maps = _maps(in_channels, channels)  # before the head, so that both CNNs draw the same kernels from one seed
    numbers = channels[-1] * (height // 2) * (width // 2)
    head = nn.Sequential(nn.Flatten(), nn.Linear(numbers, classes))
    return nn.Sequential(OrderedDict(maps=maps, head=head))


def cnn_global_pool(classes: int, *, in_channels: int = 1, channels: Sequence[int] = (16, 32)) -> nn.Sequential:
    """Build a convolutional network that keeps of each map its largest number, and not where it stood.

    Parameters
    ----------
    classes : int
        Scores that come out.
    in_channels : int, optional
        Channels of the images.
    channels : sequence of int, optional
        Maps of each convolution, from the first on.

    Returns
    -------
    torch.nn.Sequential
        From (batch, in_channels, height, width), of any height and width from 2 on, to logits, shape
        (batch, classes). Its part ``maps`` is that of :func:`cnn_flatten`; its part ``head`` takes the maximum of
        each map and reads these with one dense layer.

    Raises
    ------
    TypeError, ValueError
        If a size is no whole number of at least 1.

    Examples
    --------
    >>> import torch
    >>> net = cnn_global_pool(10)
    >>> net(torch.zeros(5, 1, 16, 16)).shape, net(torch.zeros(5, 1, 40, 30)).shape
    (torch.Size([5, 10]), torch.Size([5, 10]))
    """
    _check_sizes("cnn_global_pool", classes=[classes], in_channels=[in_channels], channels=channels)
    maps = _maps(in_channels, channels)
    head = nn.Sequential(nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(channels[-1], classes))
    return nn.Sequential(OrderedDict(maps=maps, head=head))


def _maps(in_channels: int, channels: Sequence[int]) -> nn.Sequential:
    layers: list[nn.Module] = []
    for before, after in zip([in_channels, *channels[:-1]], channels, strict=True):
        layers += [nn.Conv2d(before, after, 3, padding=1), nn.ReLU()]
    return nn.Sequential(*layers, nn.MaxPool2d(2))


def _check_sizes(call: str, **sizes: Sequence[int]) -> None:
    for name, values in sizes.items():
        if not len(values):
            raise ValueError(f"{call}: {name} is empty; give at least one size.")
        for value in values:
            whole(call, name, value, at_least=1)
