"""Residual blocks for the networks that a check hands over: small ones, with the names that published networks use."""

from functools import cache
from typing import Any

# Each class is defined when it is first asked for: whoever asks for none needs no torch.


@cache
def _block_class() -> type:
    from torch import nn

    class Block(nn.Module):
        def __init__(self, in_channels: int, out_channels: int, stride: int) -> None:
            super().__init__()
            self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False)
            self.bn1 = nn.BatchNorm2d(out_channels)
            self.conv2 = nn.Conv2d(out_channels, out_channels, 3, 1, 1, bias=False)
            self.bn2 = nn.BatchNorm2d(out_channels)
            self.downsample = _projection(in_channels, out_channels, stride)

        def forward(self, x: Any) -> Any:
            y = self.bn2(self.conv2(self.bn1(self.conv1(x)).relu()))
            return (y + (x if self.downsample is None else self.downsample(x))).relu()

    return Block


@cache
def _bottleneck_class() -> type:
    from torch import nn

    class Bottleneck(nn.Module):
        def __init__(self, in_channels: int, channels: int, stride: int) -> None:
            super().__init__()
            self.conv1 = nn.Conv2d(in_channels, channels, 1, bias=False)
            self.bn1 = nn.BatchNorm2d(channels)
            self.conv2 = nn.Conv2d(channels, channels, 3, stride, 1, bias=False)
            self.bn2 = nn.BatchNorm2d(channels)
            self.conv3 = nn.Conv2d(channels, 4 * channels, 1, bias=False)
            self.bn3 = nn.BatchNorm2d(4 * channels)
            self.downsample = _projection(in_channels, 4 * channels, stride)

        def forward(self, x: Any) -> Any:
            y = self.bn2(self.conv2(self.bn1(self.conv1(x)).relu())).relu()
            y = self.bn3(self.conv3(y))
            return (y + (x if self.downsample is None else self.downsample(x))).relu()

    return Bottleneck


@cache
def _net_class() -> type:
    from torch import nn

    class Net(nn.Module):
        def __init__(self, channels: int, layers: list[list[Any]], features: int, classes: int) -> None:
            super().__init__()
            self.conv1 = nn.Conv2d(1, channels, 3, padding=1, bias=False)
            self.bn1 = nn.BatchNorm2d(channels)
            for number, blocks in enumerate(layers, start=1):
                setattr(self, f"layer{number}", nn.Sequential(*blocks))
            self.layers = len(layers)
            self.fc = nn.Linear(features, classes)

        def forward(self, x: Any) -> Any:
            x = self.bn1(self.conv1(x)).relu()
            for number in range(1, self.layers + 1):
                x = getattr(self, f"layer{number}")(x)
            return self.fc(x.mean(dim=(2, 3)))

    return Net


def _projection(in_channels: int, out_channels: int, stride: int) -> Any:
    from torch import nn

    if stride == 1 and in_channels == out_channels:
        return None
    return nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, stride, bias=False), nn.BatchNorm2d(out_channels))


def block(in_channels: int, out_channels: int, stride: int = 1) -> Any:
    """Build a residual block of two 3×3 convolutions.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that come in and go out.
    stride : int
        Of the first convolution, and of the shortcut.

    Returns
    -------
    torch.nn.Module
        Its parts are called conv1, bn1, conv2, bn2 and downsample.
    """
    return _block_class()(in_channels, out_channels, stride)


def bottleneck(in_channels: int, channels: int, stride: int = 1) -> Any:
    """Build a residual block of a 1×1, a 3×3 and a 1×1 convolution.

    Parameters
    ----------
    in_channels, channels : int
        Channels that come in, and channels in the middle; 4·channels go out.
    stride : int
        Of the 3×3 convolution, and of the shortcut.

    Returns
    -------
    torch.nn.Module
        Its parts are called conv1, bn1, conv2, bn2, conv3, bn3 and downsample.
    """
    return _bottleneck_class()(in_channels, channels, stride)


def net(channels: int, *layers: list[Any], features: int, classes: int = 3) -> Any:
    """Build a network: a 3×3 convolution from one channel, a norm, layers of blocks, a mean and a dense layer.

    Parameters
    ----------
    channels : int
        Of the first convolution.
    *layers : list of torch.nn.Module
        The blocks of each layer.
    features : int
        Channels of the last block.
    classes : int
        Scores that come out.

    Returns
    -------
    torch.nn.Module
        Its parts are called conv1, bn1, layer1 and so on, and fc.
    """
    return _net_class()(channels, list(layers), features, classes)


def stirred(module: Any) -> Any:
    """Give each norm weights, biases and statistics that are not all alike, as if it had been trained.

    Parameters
    ----------
    module : torch.nn.Module
        Changed in place.

    Returns
    -------
    torch.nn.Module
        The same.
    """
    import torch
    from torch import nn

    with torch.no_grad():
        for norm in module.modules():
            if isinstance(norm, nn.BatchNorm2d):
                norm.weight.uniform_(0.5, 1.5)
                norm.bias.normal_(0, 0.5)
                norm.running_mean.normal_(0, 0.5)
                norm.running_var.uniform_(0.5, 1.5)
    return module
