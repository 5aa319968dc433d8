"""The modules that residual networks are made of. ``helpers/residual.py`` builds them, and tells what each computes.

Parameters are called as in torchvision's networks, so that published weights load. The convolutions have no bias:
a batch norm follows each, or each sum of them, and has one.
"""

from torch import Tensor, nn
from torch.nn.functional import relu

EXPANSION = 4  # how many times wider a bottleneck is at its end than in its middle


class PlainBlock(nn.Module):
    """Two 3×3 convolutions, each with its norm and its ReLU: what a residual block is without its addition.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that come in and go out.
    stride : int
        Of the first convolution.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)

    def branch(self, x: Tensor) -> Tensor:
        """Return F(x): what the two convolutions make of the input, before the last ReLU."""
        return self.bn2(self.conv2(relu(self.bn1(self.conv1(x)))))

    def forward(self, x: Tensor) -> Tensor:
        """Return relu(F(x))."""
        return relu(self.branch(x))


class BasicBlock(PlainBlock):
    """Two 3×3 convolutions whose result is added to the input; see :func:`residual_block`.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that come in and go out.
    stride : int
        Of the first convolution, and of the shortcut.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int) -> None:
        super().__init__(in_channels, out_channels, stride)
        self.downsample = _projection(in_channels, out_channels, stride)

    def forward(self, x: Tensor) -> Tensor:
        """Return relu(F(x) + shortcut(x))."""
        return relu(self.branch(x) + _shortcut(self, x))


class Bottleneck(nn.Module):
    """A 1×1 convolution that narrows, a 3×3, and a 1×1 that widens; see :func:`bottleneck_block`.

    Parameters
    ----------
    in_channels, channels : int
        Channels that come in, and channels in the middle; 4·channels go out.
    stride : int
        Of the 3×3 convolution, and of the shortcut.
    """

    def __init__(self, in_channels: int, channels: int, stride: int) -> None:
        super().__init__()
        out_channels = EXPANSION * channels
        self.conv1 = nn.Conv2d(in_channels, channels, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.conv3 = nn.Conv2d(channels, out_channels, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(out_channels)
        self.downsample = _projection(in_channels, out_channels, stride)

    def forward(self, x: Tensor) -> Tensor:
        """Return relu(F(x) + shortcut(x))."""
        y = relu(self.bn1(self.conv1(x)))
        y = relu(self.bn2(self.conv2(y)))
        return relu(self.bn3(self.conv3(y)) + _shortcut(self, x))


class PreactivationBlock(nn.Module):
    """Two 3×3 convolutions, norm and ReLU before each, and nothing after the sum; see :func:`preactivation_block`.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that come in and go out.
    stride : int
        Of the first convolution, and of the shortcut.
    """

    def __init__(self, in_channels: int, out_channels: int, stride: int) -> None:
        super().__init__()
        self.bn1 = nn.BatchNorm2d(in_channels)
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False)
        self.downsample = _projection(in_channels, out_channels, stride)

    def forward(self, x: Tensor) -> Tensor:
        """Return F(x) + shortcut(x)."""
        y = self.conv1(relu(self.bn1(x)))
        return self.conv2(relu(self.bn2(y))) + _shortcut(self, x)


class ResNet(nn.Module):
    """A convolution, three layers of blocks, the mean of each map, and a dense layer; see :func:`resnet`.

    Parameters
    ----------
    dealt : list of three int
        Blocks in each layer.
    block : type
        :class:`BasicBlock` or :class:`PlainBlock`.
    classes, width, in_channels : int
        Scores that come out, channels of the first layer, channels of the images.
    """

    def __init__(self, dealt: list[int], block: type[PlainBlock], classes: int, width: int, in_channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, width, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        channels = width
        for layer, count in enumerate(dealt):
            blocks = []
            for number in range(count):
                wide, stride = width * 2**layer, 2 if layer and not number else 1
                blocks.append(block(channels, wide, stride))
                channels = wide
            setattr(self, f"layer{layer + 1}", nn.Sequential(*blocks))
        self.fc = nn.Linear(channels, classes)

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits."""
        x = relu(self.bn1(self.conv1(x)))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.fc(x.mean(dim=(2, 3)))


def _projection(in_channels: int, out_channels: int, stride: int) -> nn.Sequential | None:
    if stride == 1 and in_channels == out_channels:
        return None
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, 1, stride=stride, bias=False), nn.BatchNorm2d(out_channels)
    )


def _shortcut(block: nn.Module, x: Tensor) -> Tensor:
    return x if block.downsample is None else block.downsample(x)
