"""Residual blocks for the networks that a check hands over: small ones, with the names that published networks use."""

from functools import cache
from typing import Any


@cache
def _kinds() -> tuple[type, type, type]:
    """Define the modules when they are first asked for: whoever asks for none needs no torch."""
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

    return Block, Bottleneck, Net


def _projection(in_channels: int, out_channels: int, stride: int) -> Any:
    from torch import nn

    if stride == 1 and in_channels == out_channels:
        return None
    return nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, stride, bias=False), nn.BatchNorm2d(out_channels))


def block(in_channels: int, out_channels: int, stride: int = 1) -> Any:
    """Return a residual block of two 3×3 convolutions."""
    return _kinds()[0](in_channels, out_channels, stride)


def bottleneck(in_channels: int, channels: int, stride: int = 1) -> Any:
    """Return a residual block of a 1×1, a 3×3 and a 1×1 convolution, from which 4·channels come."""
    return _kinds()[1](in_channels, channels, stride)


def net(channels: int, *layers: list[Any], features: int, classes: int = 3) -> Any:
    """Return a network: a 3×3 convolution from 1 channel, a norm, the layers of blocks, a mean and a dense layer."""
    return _kinds()[2](channels, list(layers), features, classes)


def stirred(module: Any) -> Any:
    """Give each norm weights, biases and statistics that are not all alike, in place, as if it had been trained."""
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
