"""Right residual blocks in other styles."""

import torch
from torch import nn
from torch.nn import functional as F


class _Block(nn.Module):
    def __init__(self, in_channels, out_channels, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, kernel_size=3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(out_channels, out_channels, kernel_size=3, stride=1, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.downsample = None
        if stride != 1 or in_channels != out_channels:
            self.downsample = nn.Sequential(
                nn.Conv2d(in_channels, out_channels, kernel_size=1, stride=stride, bias=False),
                nn.BatchNorm2d(out_channels),
            )

    def forward(self, x):
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        if self.downsample is not None:
            identity = self.downsample(x)
        out += identity
        return self.relu(out)


def subclass(in_channels, out_channels, *, stride=1):
    return _Block(in_channels, out_channels, stride)


def written_inside(in_channels, out_channels, *, stride=1):
    class Inner(nn.Module):
        def __init__(self):
            super().__init__()
            self.downsample = nn.Sequential()  # nothing in it, where nothing is asked for
            if (in_channels, 1) != (out_channels, stride):
                self.downsample.append(nn.Conv2d(in_channels, out_channels, 1, stride, bias=False))
                self.downsample.append(nn.BatchNorm2d(out_channels))
            self.bn2, self.bn1 = nn.BatchNorm2d(out_channels), nn.BatchNorm2d(out_channels)
            self.conv2 = nn.Conv2d(out_channels, out_channels, (3, 3), padding=(1, 1), bias=False)
            self.conv1 = nn.Conv2d(in_channels, out_channels, (3, 3), stride, padding="valid", bias=False)

        def forward(self, x):
            y = self.bn1(self.conv1(F.pad(x, (1, 1, 1, 1)))).clamp(min=0)
            return (self.downsample(x) + self.bn2(self.conv2(y))).clamp(min=0)

    return Inner()


class _Named(nn.Sequential):
    def forward(self, x):
        y = x
        for name, part in self.named_children():
            if name != "downsample":
                y = part(y)
        return torch.relu(y + self.downsample(x))


def sequential_with_names(in_channels, out_channels, *, stride=1):
    net = _Named()
    net.add_module("conv1", nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False))
    net.add_module("bn1", nn.BatchNorm2d(out_channels))
    net.add_module("relu", nn.ReLU())
    net.add_module("conv2", nn.Conv2d(out_channels, out_channels, 3, 1, 1, bias=False))
    net.add_module("bn2", nn.BatchNorm2d(out_channels))
    same = stride == 1 and in_channels == out_channels
    project = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False), nn.BatchNorm2d(out_channels)
    net.add_module("downsample", nn.Identity() if same else nn.Sequential(*project))
    return net


class _Dictionary(nn.ModuleDict):
    def forward(self, x):
        y = self["bn1"](self["conv1"](x))
        y = self["bn2"](self["conv2"](torch.where(y > 0, y, 0)))
        y = y + (self["downsample"](x) if "downsample" in self else x)
        return torch.where(y > 0, y, 0)


def module_dict(in_channels, out_channels, *, stride=1):
    parts = {
        "conv1": nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False),
        "bn1": nn.BatchNorm2d(out_channels),
        "conv2": nn.Conv2d(out_channels, out_channels, 3, 1, 1, bias=False),
        "bn2": nn.BatchNorm2d(out_channels),
    }
    if stride > 1 or in_channels != out_channels:
        projection = nn.Conv2d(in_channels, out_channels, 1, stride, bias=False), nn.BatchNorm2d(out_channels)
        parts["downsample"] = nn.ModuleList(projection)
        parts["downsample"].forward = lambda x: projection[1](projection[0](x))
    return _Dictionary(parts)


class _Functional(nn.Module):
    """Weights of its own, and torch's functions."""

    def __init__(self, in_channels, out_channels, stride):
        super().__init__()
        self.stride = stride
        self.conv1, self.conv2 = nn.Module(), nn.Module()
        self.conv1.weight = nn.Parameter(torch.randn(out_channels, in_channels, 3, 3) / 10)
        self.conv2.weight = nn.Parameter(torch.randn(out_channels, out_channels, 3, 3) / 10)
        self.bn1, self.bn2 = nn.BatchNorm2d(out_channels), nn.BatchNorm2d(out_channels)
        if stride != 1 or in_channels != out_channels:
            projection = nn.Conv2d(in_channels, out_channels, 1, bias=False)
            self.downsample = nn.Sequential(projection, nn.BatchNorm2d(out_channels))

    def forward(self, x):
        y = F.conv2d(x, self.conv1.weight, stride=self.stride, padding=1)
        y = F.conv2d(F.relu(self.bn1(y)), self.conv2.weight, padding=1)
        shortcut = x
        if hasattr(self, "downsample"):
            shortcut = self.downsample(x[:, :, :: self.stride, :: self.stride])
        return F.relu(torch.stack([self.bn2(y), shortcut]).sum(dim=0))


def functional(in_channels, out_channels, *, stride=1):
    return _Functional(in_channels, out_channels, stride)


def loops(in_channels, out_channels, *, stride=1):
    block = _Block(in_channels, out_channels, stride)

    def slow(conv, x, step):
        x = F.pad(x, (1, 1, 1, 1))
        rows = []
        for i in range(0, x.shape[2] - 2, step):
            windows = [x[:, :, i : i + 3, j : j + 3] for j in range(0, x.shape[3] - 2, step)]
            cells = [(window[:, None] * conv.weight).sum(dim=(2, 3, 4)) for window in windows]
            rows.append(torch.stack(cells, dim=-1))
        return torch.stack(rows, dim=-2)

    def forward(x):
        y = block.bn1(slow(block.conv1, x, stride)).relu()
        y = block.bn2(slow(block.conv2, y, 1))
        return (y + (x if block.downsample is None else block.downsample(x))).relu()

    block.forward = forward
    return block
