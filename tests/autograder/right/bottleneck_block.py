"""Right bottleneck blocks in other styles."""

import torch
from torch import nn
from torch.nn import functional as F


class _Bottleneck(nn.Module):
    expansion = 4

    def __init__(self, in_channels, channels, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, channels, kernel_size=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.conv3 = nn.Conv2d(channels, channels * self.expansion, kernel_size=1, bias=False)
        self.bn3 = nn.BatchNorm2d(channels * self.expansion)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = None
        if stride != 1 or in_channels != channels * self.expansion:
            self.downsample = nn.Sequential(
                nn.Conv2d(in_channels, channels * self.expansion, kernel_size=1, stride=stride, bias=False),
                nn.BatchNorm2d(channels * self.expansion),
            )

    def forward(self, x):
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.relu(self.bn2(self.conv2(out)))
        out = self.bn3(self.conv3(out))
        out += x if self.downsample is None else self.downsample(x)
        return self.relu(out)


def subclass(in_channels, channels, *, stride=1):
    return _Bottleneck(in_channels, channels, stride)


class _ByNumber(nn.Module):
    def __init__(self, widths, kernels, strides):
        super().__init__()
        self.count = len(kernels)
        for i in range(self.count):
            conv = nn.Conv2d(widths[i], widths[i + 1], kernels[i], strides[i], kernels[i] // 2, bias=False)
            self.add_module(f"conv{i + 1}", conv)
            self.add_module(f"bn{i + 1}", nn.BatchNorm2d(widths[i + 1]))
        stride = max(strides)
        if stride > 1 or widths[0] != widths[-1]:
            conv = nn.Conv2d(widths[0], widths[-1], 1, stride, bias=False)
            self.downsample = nn.Sequential(conv, nn.BatchNorm2d(widths[-1]))
        else:
            self.downsample = nn.Identity()

    def forward(self, x):
        y = x
        for i in range(1, self.count + 1):
            y = self._modules[f"bn{i}"](self._modules[f"conv{i}"](y))
            y = y.clamp_min(0) if i < self.count else y
        return (y + self.downsample(x)).clamp_min(0)


def numbered(in_channels, channels, *, stride=1):
    return _ByNumber((in_channels, channels, channels, 4 * channels), (1, 3, 1), (1, stride, 1))


class _Dictionary(nn.ModuleDict):
    def forward(self, x):
        y = x
        for conv, norm in (("conv1", "bn1"), ("conv2", "bn2")):
            y = torch.relu(self[norm](self[conv](y)))
        y = self["bn3"](self["conv3"](y))
        return torch.relu(torch.add(y, self["downsample"](x)))


def module_dict(in_channels, channels, *, stride=1):
    out_channels, project = 4 * channels, nn.Sequential()
    if not (stride == 1 and in_channels == out_channels):
        project = nn.Sequential(
            nn.Conv2d(in_channels, out_channels, 1, stride, bias=False), nn.BatchNorm2d(out_channels)
        )
    return _Dictionary(
        {
            "conv1": nn.Conv2d(in_channels, channels, 1, bias=False),
            "conv2": nn.Conv2d(channels, channels, 3, stride, "same" if stride == 1 else 1, bias=False),
            "conv3": nn.Conv2d(channels, out_channels, 1, bias=False),
            "bn1": nn.BatchNorm2d(channels),
            "bn2": nn.BatchNorm2d(channels),
            "bn3": nn.BatchNorm2d(out_channels),
            "downsample": project,
        }
    )


class _Branch(nn.Sequential):
    def __init__(self, in_channels, channels, stride):
        super().__init__()
        self.conv1, self.bn1, self.relu1 = _pointwise(in_channels, channels), nn.BatchNorm2d(channels), nn.ReLU()
        self.conv2 = nn.Conv2d(channels, channels, 3, stride, 1, bias=False)
        self.bn2, self.relu2 = nn.BatchNorm2d(channels), nn.ReLU()
        self.conv3, self.bn3 = _pointwise(channels, 4 * channels), nn.BatchNorm2d(4 * channels)


class _AddInput(_Branch):
    def forward(self, x):
        return F.relu(super().forward(x) + x)


class _AddProjection(_Branch):
    def forward(self, x):
        y = x
        for part in list(self)[:-1]:
            y = part(y)
        return F.relu(y + self.downsample(x))


def _pointwise(before, after, stride=1):
    return nn.Conv2d(before, after, 1, stride, bias=False)


def two_classes(in_channels, channels, *, stride=1):
    if stride == 1 and in_channels == 4 * channels:
        return _AddInput(in_channels, channels, stride)
    net = _AddProjection(in_channels, channels, stride)
    net.downsample = nn.Sequential(_pointwise(in_channels, 4 * channels, stride), nn.BatchNorm2d(4 * channels))
    return net


def with_einsum(in_channels, channels, *, stride=1):
    """A 1×1 convolution is a matrix product over the channels."""
    net = _Bottleneck(in_channels, channels, stride)

    def mix(conv, x):
        return torch.einsum("oi,nihw->nohw", conv.weight[:, :, 0, 0], x)

    def forward(x):
        y = net.bn1(mix(net.conv1, x)).relu()
        y = net.bn2(F.conv2d(F.pad(y, (1,) * 4), net.conv2.weight, stride=stride)).relu()
        y = net.bn3(mix(net.conv3, y))
        if net.downsample is None:
            return (y + x).relu()
        return (y + net.downsample[1](mix(net.downsample[0], x[..., ::stride, ::stride]))).relu()

    net.forward = forward
    return net
