"""Wrong bottleneck blocks: the parts that they are built of."""

from torch import nn
from torch.nn import functional as F

from tests.autograder.mistakes.makes import makes


def conv1x1(cin, cout, stride=1):
    return nn.Conv2d(cin, cout, 1, stride=stride, bias=False)


def conv3x3(cin, cout, stride=1):
    return nn.Conv2d(cin, cout, 3, stride=stride, padding=1, bias=False)


class Bottleneck(nn.Module):
    """A right block, whose parts a wrong one replaces."""

    def __init__(self, cin, channels, stride):
        super().__init__()
        cout = 4 * channels
        self.conv1, self.bn1 = conv1x1(cin, channels), nn.BatchNorm2d(channels)
        self.conv2, self.bn2 = conv3x3(channels, channels, stride), nn.BatchNorm2d(channels)
        self.conv3, self.bn3 = conv1x1(channels, cout), nn.BatchNorm2d(cout)
        self.downsample = None
        if stride != 1 or cin != cout:
            self.downsample = nn.Sequential(conv1x1(cin, cout, stride), nn.BatchNorm2d(cout))

    def shortcut(self, x):
        return x if self.downsample is None else self.downsample(x)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        return F.relu(self.bn3(self.conv3(y)) + self.shortcut(x))


def with_widths(first, second, last):
    """Return a function that builds blocks of other widths, each told by in_channels and channels."""

    def build(in_channels, channels, *, stride=1):
        one, two, three = (width(in_channels, channels) for width in (first, second, last))
        block = Bottleneck(in_channels, channels, stride)
        block.conv1, block.bn1 = conv1x1(in_channels, one), nn.BatchNorm2d(one)
        block.conv2, block.bn2 = conv3x3(one, two, stride), nn.BatchNorm2d(two)
        block.conv3, block.bn3 = conv1x1(two, three), nn.BatchNorm2d(three)
        same = stride == 1 and in_channels == three
        block.downsample = None if same else nn.Sequential(conv1x1(in_channels, three, stride), nn.BatchNorm2d(three))
        return block

    return build


def narrow(_, channels):
    return channels


def wide(_, channels):
    return 4 * channels


WIDTHS = {
    "expansion-forgotten": (narrow, narrow, narrow),
    "expansion-of-2": (narrow, narrow, lambda _, channels: 2 * channels),
    "expansion-of-input": (narrow, narrow, lambda in_channels, _: 4 * in_channels),
    "channels-taken-as-output": (*2 * [lambda _, channels: channels // 4], narrow),
    "widened-by-3x3": (narrow, wide, wide),
    "wide-in-the-middle": (wide, wide, wide),
    "turned-inside-out": (wide, wide, narrow),
}
for slip, widths in WIDTHS.items():
    makes("bottleneck_block", slip)(with_widths(*widths))


@makes("bottleneck_block", "always-projected")
def without_an_if(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.downsample = nn.Sequential(conv1x1(in_channels, 4 * channels, stride), nn.BatchNorm2d(4 * channels))
    return block


@makes("bottleneck_block", "never-projected")
def always_x(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.downsample = None
    return block


@makes("bottleneck_block", "channels-not-looked-at")
def if_the_stride(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if stride == 1:
        block.downsample = None
    return block


@makes("bottleneck_block", "stride-not-looked-at")
def if_the_channels(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if in_channels == 4 * channels:
        block.downsample = None
    return block


@makes("bottleneck_block", "both-asked-for")
def and_for_or(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if stride == 1 or in_channels == 4 * channels:
        block.downsample = None
    return block


@makes("bottleneck_block", "projection-to-narrow")
def narrow_projection(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if block.downsample is not None:
        block.downsample = nn.Sequential(conv1x1(in_channels, channels, stride), nn.BatchNorm2d(channels))
    return block


@makes("bottleneck_block", "narrow-width-compared")
def as_in_the_other_block(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.downsample = None
    if stride != 1 or in_channels != channels:
        block.downsample = nn.Sequential(conv1x1(in_channels, 4 * channels, stride), nn.BatchNorm2d(4 * channels))
    return block


@makes("bottleneck_block", "projection-without-norm")
def projected_only(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if block.downsample is not None:
        block.downsample = nn.Sequential(conv1x1(in_channels, 4 * channels, stride))
    return block


@makes("bottleneck_block", "projection-bare")
def one_convolution(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if block.downsample is not None:
        block.downsample = conv1x1(in_channels, 4 * channels, stride)
    return block


@makes("bottleneck_block", "projection-with-relu")
def conv_norm_relu(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if block.downsample is not None:
        block.downsample = nn.Sequential(*block.downsample, nn.ReLU())
    return block


@makes("bottleneck_block", "projection-without-stride")
def only_the_channels(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if block.downsample is not None:
        block.downsample[0] = conv1x1(in_channels, 4 * channels)
    return block


@makes("bottleneck_block", "biases-left")
def as_torch_makes_them(in_channels, channels, *, stride=1):
    block = two_and_one_bias(in_channels, channels, stride=stride)
    if block.downsample is not None:
        block.downsample[0] = nn.Conv2d(in_channels, 4 * channels, 1, stride)
    return block


@makes("bottleneck_block", "biases-left-in-branch")
def two_and_one_bias(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.conv1 = nn.Conv2d(in_channels, channels, 1)
    block.conv2 = nn.Conv2d(channels, channels, 3, stride, padding=1)
    block.conv3 = nn.Conv2d(channels, 4 * channels, 1)
    return block


@makes("bottleneck_block", "projection-bias-left")
def one_bias(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    if block.downsample is not None:
        block.downsample[0] = nn.Conv2d(in_channels, 4 * channels, 1, stride)
    return block


@makes("bottleneck_block", "unpadded")
def no_padding(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.conv2 = nn.Conv2d(channels, channels, 3, stride, bias=False)
    return block


@makes("bottleneck_block", "padded-1x1")
def padded_everywhere(in_channels, channels, *, stride=1):
    def conv(cin, cout, kernel, step=1):
        return nn.Conv2d(cin, cout, kernel, step, 1, bias=False)

    block = Bottleneck(in_channels, channels, stride)
    block.conv1, block.conv3 = conv(in_channels, channels, 1), conv(channels, 4 * channels, 1)
    return block


@makes("bottleneck_block", "all-3x3")
def three_threes(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.conv1, block.conv3 = conv3x3(in_channels, channels), conv3x3(channels, 4 * channels)
    return block


@makes("bottleneck_block", "stride-forgotten")
def stride_in_the_shortcut(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.conv2.stride = (1, 1)
    return block


@makes("bottleneck_block", "stride-on-first-1x1")
def as_in_the_paper(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.conv1, block.conv2 = conv1x1(in_channels, channels, stride), conv3x3(channels, channels)
    return block


@makes("bottleneck_block", "stride-on-last-1x1")
def strides_at_the_end(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.conv2, block.conv3 = conv3x3(channels, channels), conv1x1(channels, 4 * channels, stride)
    return block


@makes("bottleneck_block", "stride-on-two")
def strides_twice(in_channels, channels, *, stride=1):
    block = Bottleneck(in_channels, channels, stride)
    block.conv1 = conv1x1(in_channels, channels, stride)
    return block
