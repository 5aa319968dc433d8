"""Right residual networks in other styles."""

import torch
from torch import nn
from torch.nn import functional as F

from tests.autograder.right import residual_block as _blocks


def subclass(depth, *, classes=10, width=16, in_channels=1):
    return _ResNet(depth, classes, width, in_channels)


class _ResNet(nn.Module):
    def __init__(self, depth, classes, width, in_channels):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, width, kernel_size=3, stride=1, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.channels = width
        each, rest = divmod((depth - 2) // 2, 3)
        self.layer1 = self.make_layer(width, each + (rest > 0), 1)
        self.layer2 = self.make_layer(2 * width, each + (rest > 1), 2)
        self.layer3 = self.make_layer(4 * width, each, 2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(self.channels, classes)

    def make_layer(self, channels, blocks, stride):
        layers = []
        for number in range(blocks):
            layers.append(_blocks.subclass(self.channels, channels, stride=1 if number else stride))
            self.channels = channels
        return nn.Sequential(*layers)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.layer1(x)
        x = self.layer2(x)
        x = self.layer3(x)
        return self.fc(torch.flatten(self.avgpool(x), 1))


def sequential(depth, *, classes=10, width=16, in_channels=1):
    """All of it is one row of parts, and those without blocks are left out."""
    net = nn.Sequential()
    net.add_module("conv1", nn.Conv2d(in_channels, width, 3, padding="same", bias=False))
    net.add_module("bn1", nn.BatchNorm2d(width))
    net.add_module("relu", nn.ReLU())
    blocks, channels = [number % 3 for number in range((depth - 2) // 2)], width
    for number in range(3):
        if blocks.count(number):
            out = width << number
            row = [_blocks.subclass(channels, out, stride=2 if number else 1)]
            row += [_blocks.subclass(out, out) for _ in range(blocks.count(number) - 1)]
            net.add_module(f"layer{number + 1}", nn.Sequential(*row))
            channels = out
    net.add_module("pool", nn.AdaptiveAvgPool2d(1))
    net.add_module("flatten", nn.Flatten())
    net.add_module("fc", nn.Linear(channels, classes))
    return net


class _Dictionary(nn.ModuleDict):
    def forward(self, x):
        x = self["bn1"](self["conv1"](x)).clamp(min=0)
        for name in ("layer1", "layer2", "layer3"):
            for block in self[name]:
                x = block(x)
        return self["fc"](x.flatten(2).mean(-1))


def lists_in_a_dictionary(depth, *, classes=10, width=16, in_channels=1):
    counts = [len(range(start, (depth - 2) // 2, 3)) for start in range(3)]
    widths = [width, 2 * width, 4 * width]
    ends = [channels for channels, count in zip(widths, counts, strict=True) if count]
    parts = {
        "conv1": nn.Conv2d(in_channels, width, 3, 1, 1, bias=False),
        "bn1": nn.BatchNorm2d(width),
        "fc": nn.Linear(ends[-1], classes),
    }
    before = width
    for number, (channels, count) in enumerate(zip(widths, counts, strict=True), start=1):
        shapes = [(before, channels, 1 if number == 1 else 2)] + [(channels, channels, 1)] * (count - 1)
        made = [_blocks.written_inside(cin, cout, stride=stride) for cin, cout, stride in shapes[:count]]
        parts[f"layer{number}"] = nn.ModuleList(made)
        before = channels
    return _Dictionary(parts)


def recursion(depth, *, classes=10, width=16, in_channels=1):
    """A network that is two layers deeper has one block more."""
    if depth == 4:
        net = _Growing(width, classes, in_channels)
        net.layer1.append(_blocks.functional(width, width))
        return net
    net = recursion(depth - 2, classes=classes, width=width, in_channels=in_channels)
    number = ((depth - 4) // 2) % 3
    layer = (net.layer1, net.layer2, net.layer3)[number]
    out = width * 2**number
    before = out if len(layer) else out // 2 if number else width
    layer.append(_blocks.functional(before, out, stride=1 if len(layer) or not number else 2))
    net.fc = nn.Linear(width * 2 ** min(2, (depth - 4) // 2), classes)
    return net


class _Growing(nn.Module):
    def __init__(self, width, classes, in_channels):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(in_channels, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width)
        self.layer1, self.layer2, self.layer3 = nn.Sequential(), nn.Sequential(), nn.Sequential()
        self.fc = nn.Linear(width, classes)

    def forward(self, x):
        x = torch.relu(self.bn1(self.conv1(x)))
        for layer in (self.layer1, self.layer2, self.layer3):
            x = layer(x)
        return self.fc(F.adaptive_avg_pool2d(x, 1)[:, :, 0, 0])


def loops(depth, *, classes=10, width=16, in_channels=1):
    net = _ResNet(depth, classes, width, in_channels)

    def forward(x):
        x = net.bn1(net.conv1(x)).relu()
        for name, part in net.named_children():
            if name.startswith("layer"):
                x = part(x)
        rows = []
        for image in x:
            means = [sum(sum(row) for row in channel) / channel.numel() for channel in image]
            rows.append(
                torch.stack([sum(means * weight) for means in [torch.stack(means)] for weight in net.fc.weight])
            )
        return torch.stack(rows) + net.fc.bias

    net.forward = forward
    return net
