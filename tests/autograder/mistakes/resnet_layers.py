"""Wrong residual networks: how their blocks are dealt, and how wide and how large their maps are."""

import math

import torch
from torch import nn
from torch.nn import functional as F

from tests.autograder.mistakes.makes import makes
from tests.autograder.mistakes.residual_block_parts import Block, make_parts


def make_layer(cin, cout, blocks, stride):
    """Make a layer as asked for: the first block changes the channels and has the stride."""
    return nn.Sequential(*[Block(cout if i else cin, cout, 1 if i else stride) for i in range(blocks)])


def deal(depth):
    blocks = (depth - 2) // 2
    return [(blocks + 2) // 3, (blocks + 1) // 3, blocks // 3]


class Net(nn.Module):
    """A right network, of which a wrong one replaces something."""

    def __init__(self, counts, classes, width, in_channels, *, strides=(1, 2, 2), widths=(1, 2, 4), layer=make_layer):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, width, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        cin = width
        for number, (blocks, stride, times) in enumerate(zip(counts, strides, widths, strict=True), 1):
            setattr(self, f"layer{number}", layer(cin, times * width, blocks, stride))
            cin = times * width if blocks else cin
        self.fc = nn.Linear(cin, classes)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.layer3(self.layer2(self.layer1(x)))
        return self.fc(x.mean((2, 3)))


def dealt_by(rule):
    """Return a function that builds networks whose blocks are dealt by a wrong rule."""

    def build(depth, *, classes=10, width=16, in_channels=1):
        return Net(rule(depth), classes, width, in_channels)

    build.__name__ = rule.__name__
    return build


@makes("resnet", "ends-not-counted")
@dealt_by
def half_the_depth(depth):
    return deal(depth + 2)


@makes("resnet", "one-convolution-a-block")
@dealt_by
def depth_less_two(depth):
    blocks = depth - 2
    return [blocks // 3 + (i < blocks % 3) for i in range(3)]


@makes("resnet", "all-in-each")
@dealt_by
def all_of_them_each_time(depth):
    return 3 * [(depth - 2) // 2]


@makes("resnet", "rest-dropped")
@dealt_by
def six_n_and_two(depth):
    n = (depth - 2) // 6
    return [n, n, n]


@makes("resnet", "rest-to-the-last")
@dealt_by
def last_gets_the_rest(depth):
    return deal(depth)[::-1]


@makes("resnet", "rest-to-the-first")
@dealt_by
def first_gets_the_rest(depth):
    blocks = (depth - 2) // 2
    return [blocks - 2 * (blocks // 3), blocks // 3, blocks // 3]


@makes("resnet", "rounded-up")
@dealt_by
def ceiling(depth):
    return 3 * [math.ceil((depth - 2) / 2 / 3)]


@makes("resnet", "dealt-in-chunks")
@dealt_by
def one_after_the_other(depth):
    blocks = (depth - 2) // 2
    most = math.ceil(blocks / 3)
    return [min(most, max(0, blocks - i * most)) for i in range(3)]


@makes("resnet", "rest-dropped", "fc-always-wide")
def for_small_images(depth, *, classes=10, width=16, in_channels=1):
    net = Net(3 * [(depth - 2) // 6], classes, width, in_channels)
    net.fc = nn.Linear(4 * width, classes)
    return net


@makes("resnet", "same-block-repeated")
def times_a_list(depth, *, classes=10, width=16, in_channels=1):
    def layer(cin, cout, blocks, stride):
        if cin == cout and stride == 1:
            return nn.Sequential(*[Block(cin, cout, 1)] * blocks)
        return nn.Sequential(*[Block(cin, cout, stride)][:blocks], *[Block(cout, cout, 1)] * (blocks - 1))

    return Net(deal(depth), classes, width, in_channels, layer=layer)


@makes("resnet", "plain-blocks")
def no_shortcuts(depth, *, classes=10, width=16, in_channels=1):
    class Plain(nn.Module):
        def __init__(self, cin, cout, stride):
            super().__init__()
            make_parts(self, cin, cout, stride)
            self.downsample = None

        def forward(self, x):
            return self.bn2(self.conv2(self.bn1(self.conv1(x)).relu())).relu()

    def layer(cin, cout, blocks, stride):
        return nn.Sequential(*[Plain(cout if i else cin, cout, 1 if i else stride) for i in range(blocks)])

    return Net(deal(depth), classes, width, in_channels, layer=layer)


@makes("resnet", "stride-in-layer1")
def one_loop(depth, *, classes=10, width=16, in_channels=1):
    return Net(deal(depth), classes, width, in_channels, strides=(2, 2, 2))


@makes("resnet", "no-strides")
def no_stride(depth, *, classes=10, width=16, in_channels=1):
    return Net(deal(depth), classes, width, in_channels, strides=(1, 1, 1))


@makes("resnet", "every-block-strided")
def strided_layers(depth, *, classes=10, width=16, in_channels=1):
    def layer(cin, cout, blocks, stride):
        return nn.Sequential(*[Block(cout if i else cin, cout, stride) for i in range(blocks)])

    return Net(deal(depth), classes, width, in_channels, layer=layer)


@makes("resnet", "stride-on-last-block")
def strides_last(depth, *, classes=10, width=16, in_channels=1):
    def layer(cin, cout, blocks, stride):
        made, channels = [], cin
        for i in range(blocks):
            made.append(Block(channels, cout, stride if i == blocks - 1 else 1))
            channels = cout
        return nn.Sequential(*made)

    return Net(deal(depth), classes, width, in_channels, layer=layer)


@makes("resnet", "widths-not-doubled")
def one_width(depth, *, classes=10, width=16, in_channels=1):
    return Net(deal(depth), classes, width, in_channels, widths=(1, 1, 1))


@makes("resnet", "widths-added")
def one_two_three(depth, *, classes=10, width=16, in_channels=1):
    return Net(deal(depth), classes, width, in_channels, widths=(1, 2, 3))


@makes("resnet", "doubled-from-the-start")
def doubled_width(depth, *, classes=10, width=16, in_channels=1):
    return Net(deal(depth), classes, 2 * width, in_channels)


@makes("resnet", "width-ignored")
def sixteen(depth, *, classes=10, width=16, in_channels=1):  # noqa: ARG001
    return Net(deal(depth), classes, 16, in_channels)


@makes("resnet", "classes-ignored")
def ten(depth, *, classes=10, width=16, in_channels=1):  # noqa: ARG001
    return Net(deal(depth), 10, width, in_channels)


@makes("resnet", "in-channels-ignored")
def grey(depth, *, classes=10, width=16, in_channels=1):  # noqa: ARG001
    return Net(deal(depth), classes, width, 1)


@makes("resnet", "stride-in-layer1", "widths-not-doubled")
def three_alike(depth, *, classes=10, width=16, in_channels=1):
    return Net(deal(depth), classes, width, in_channels, strides=(2, 2, 2), widths=(1, 1, 1))


@makes("resnet")
def blocks_in_one_row(depth, *, classes=10, width=16, in_channels=1):
    net = Net(deal(depth), classes, width, in_channels)
    net.blocks = nn.Sequential(*net.layer1, *net.layer2, *net.layer3)
    del net.layer1, net.layer2, net.layer3
    net.forward = lambda x: net.fc(net.blocks(torch.relu(net.bn1(net.conv1(x)))).mean((2, 3)))
    return net
