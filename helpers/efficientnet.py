"""EfficientNet-Lite0, built of its blocks: small enough to read. Its weights are loaded in ``helpers.lite0``.

Architecture: M. Tan and Q. V. Le, "EfficientNet" (2019), in the form without squeeze-and-excitation and with ReLU6.
"""

from collections import OrderedDict

from torch import Tensor, nn
from torch.nn.functional import pad

STAGES = (  # blocks, kernel, stride of the first of them, times as many channels inside, channels that come out
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)


class SameConv2d(nn.Conv2d):
    """Convolve with TensorFlow's "SAME" padding: ceil(size / stride) comes out, and an odd zero goes to the end.

    At stride 2 that is not torch's symmetric padding: a 3×3 kernel on an even size has no zero before and one after.

    Examples
    --------
    >>> import torch
    >>> SameConv2d(1, 1, 3, stride=2)(torch.zeros(1, 1, 8, 7)).shape
    torch.Size([1, 1, 4, 4])
    """

    def forward(self, x: Tensor) -> Tensor:
        """Pad, then convolve."""
        sides: list[int] = []
        for size, kernel, stride in zip(x.shape[2:], self.kernel_size, self.stride, strict=True):
            total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
            sides = [total // 2, total - total // 2, *sides]  # pad wants the last axis first
        return super().forward(pad(x, sides))


class Block(nn.Module):
    """Widen by a 1×1 convolution, look around in each channel apart, narrow again; add the input where shapes agree.

    Nothing bends what comes out: norm, no ReLU.

    Parameters
    ----------
    in_channels, out_channels, kernel, stride : int
        As of a convolution; kernel and stride are the depthwise one's.
    times : int
        How many times as many channels there are inside; with 1 the first convolution is left out.
    """

    def __init__(self, in_channels: int, out_channels: int, kernel: int, stride: int, times: int) -> None:
        super().__init__()
        inside = in_channels * times
        self.adds = stride == 1 and in_channels == out_channels
        self.expand = _conv(in_channels, inside, 1) if times > 1 else nn.Identity()
        self.depthwise = _conv(inside, inside, kernel, stride=stride, groups=inside)
        self.project = _conv(inside, out_channels, 1, bend=False)

    def forward(self, x: Tensor) -> Tensor:
        """Give maps of shape (batch, out_channels, ceil(height / stride), ceil(width / stride))."""
        y = self.project(self.depthwise(self.expand(x)))
        return x + y if self.adds else y


class Lite0(nn.Sequential):
    """Build EfficientNet-Lite0 with weights that are drawn anew, in evaluation mode.

    Its parts, in order: ``stem``, ``blocks`` (16 of them), ``head``, ``pool`` (the mean of each of 1280 maps) and
    ``classifier``. The dropout that stands before the classifier while ImageNet is learned is left out.

    Parameters
    ----------
    classes : int
        Scores that come out.

    Examples
    --------
    >>> import torch
    >>> net = Lite0(8)
    >>> net(torch.zeros(1, 3, 128, 128)).shape
    torch.Size([1, 8])
    >>> len(net.blocks), sum(p.numel() for p in Lite0().parameters())
    (16, 4652008)
    """

    def __init__(self, classes: int = 1000) -> None:
        parts = OrderedDict(trunk(16))
        parts["head"] = _conv(320, 1280, 1)
        parts["pool"] = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())
        parts["classifier"] = nn.Linear(1280, classes)
        super().__init__(parts)
        self.eval()


def _conv(in_channels: int, out_channels: int, kernel: int, *, stride=1, groups=1, bend=True) -> nn.Sequential:
    parts = OrderedDict(conv=SameConv2d(in_channels, out_channels, kernel, stride, groups=groups, bias=False))
    parts["norm"] = nn.BatchNorm2d(out_channels, eps=1e-3, momentum=0.01)  # TensorFlow's 0.99, told torch's way
    if bend:
        parts["bend"] = nn.ReLU6()
    return nn.Sequential(parts)


def trunk(count: int) -> dict[str, nn.Module]:
    """Build the stem and the first blocks, weights drawn anew.

    Parameters
    ----------
    count : int
        How many of the 16 blocks.

    Returns
    -------
    dict of str to torch.nn.Module
        ``stem`` and ``blocks``.

    Examples
    --------
    >>> [len(part) for part in trunk(11).values()]
    [3, 11]
    """
    stem, blocks, channels = _conv(3, 32, 3, stride=2), [], 32
    for repeats, kernel, stride, times, out in STAGES:
        for number in range(repeats):
            blocks.append(Block(channels, out, kernel, stride if number == 0 else 1, times))
            channels = out
    return {"stem": stem, "blocks": nn.Sequential(*blocks[:count])}
