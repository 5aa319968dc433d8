"""Wrong residual blocks: the parts that they are built of."""

import torch
from torch import nn
from torch.nn import functional as F

from tests.autograder.mistakes.makes import makes


def make_parts(net, cin, cout, stride=1, *, bias=False):
    """Give a module what a learner's __init__ gives it: all that is right."""
    net.conv1 = nn.Conv2d(cin, cout, 3, stride=stride, padding=1, bias=bias)
    net.bn1 = nn.BatchNorm2d(cout)
    net.conv2 = nn.Conv2d(cout, cout, 3, padding=1, bias=bias)
    net.bn2 = nn.BatchNorm2d(cout)
    net.downsample = make_projection(cin, cout, stride) if stride != 1 or cin != cout else None


def make_projection(cin, cout, stride):
    return nn.Sequential(nn.Conv2d(cin, cout, 1, stride=stride, bias=False), nn.BatchNorm2d(cout))


class Block(nn.Module):
    """A right block, whose parts a wrong one replaces."""

    def __init__(self, cin, cout, stride):
        super().__init__()
        make_parts(self, cin, cout, stride)

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn2(self.conv2(y)) + shortcut)


@makes("residual_block", "always-projected")
def without_an_if(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.downsample = make_projection(in_channels, out_channels, stride)
    return block


@makes("residual_block", "never-projected")
def always_x(in_channels, out_channels, *, stride=1):
    class Always(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False)
            self.bn1 = nn.BatchNorm2d(out_channels)
            self.conv2 = nn.Conv2d(out_channels, out_channels, 3, 1, 1, bias=False)
            self.bn2 = nn.BatchNorm2d(out_channels)

        def forward(self, x):
            y = self.bn1(self.conv1(x)).relu()
            return (self.bn2(self.conv2(y)) + x).relu()

    return Always()


@makes("residual_block", "channels-not-looked-at")
def if_the_stride(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if stride == 1:
        block.downsample = None
    return block


@makes("residual_block", "stride-not-looked-at")
def if_the_channels(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if in_channels == out_channels:
        block.downsample = None
    return block


@makes("residual_block", "both-asked-for")
def and_for_or(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if not (stride != 1 and in_channels != out_channels):
        block.downsample = None
    return block


@makes("residual_block", "projection-padded")
def padded_projection(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if block.downsample is not None:
        block.downsample[0] = nn.Conv2d(in_channels, out_channels, 1, stride, padding=1, bias=False)
    return block


@makes("residual_block", "projection-3x3")
def copied_conv1(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if block.downsample is not None:
        block.downsample[0] = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1, bias=False)
    return block


@makes("residual_block", "projection-without-norm")
def projected_only(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if block.downsample is not None:
        block.downsample = nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, stride, bias=False))
    return block


@makes("residual_block", "projection-bare")
def one_convolution(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if in_channels != out_channels or stride > 1:
        block.downsample = nn.Conv2d(in_channels, out_channels, kernel_size=1, stride=stride, bias=False)
    return block


@makes("residual_block", "projection-with-relu")
def conv_norm_relu(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if block.downsample is not None:
        block.downsample.append(nn.ReLU(inplace=True))
    return block


@makes("residual_block", "projection-without-stride")
def only_the_channels(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if block.downsample is not None:
        block.downsample = make_projection(in_channels, out_channels, 1)
    return block


@makes("residual_block", "biases-left")
def as_torch_makes_them(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    make_parts(block, in_channels, out_channels, stride, bias=True)
    if block.downsample is not None:
        block.downsample[0] = nn.Conv2d(in_channels, out_channels, 1, stride)
    return block


@makes("residual_block", "biases-left-in-branch")
def two_biases(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    make_parts(block, in_channels, out_channels, stride, bias=True)
    return block


@makes("residual_block", "projection-bias-left")
def one_bias(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    if block.downsample is not None:
        block.downsample[0] = nn.Conv2d(in_channels, out_channels, 1, stride)
    return block


@makes("residual_block", "unpadded")
def no_padding(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, bias=False)
    block.conv2 = nn.Conv2d(out_channels, out_channels, 3, bias=False)
    return block


@makes("residual_block", "stride-forgotten")
def stride_in_the_shortcut(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False)
    return block


@makes("residual_block", "stride-on-both")
def the_same_helper(in_channels, out_channels, *, stride=1):
    def conv3x3(cin):
        return nn.Conv2d(cin, out_channels, 3, stride, padding=1, bias=False)

    block = Block(in_channels, out_channels, stride)
    block.conv1, block.conv2 = conv3x3(in_channels), conv3x3(out_channels)
    return block


@makes("residual_block", "stride-on-conv2")
def the_second_strides(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False)
    block.conv2 = nn.Conv2d(out_channels, out_channels, 3, stride, padding=1, bias=False)
    return block


@makes("residual_block", "widened-by-conv2")
def widens_late(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.conv1 = nn.Conv2d(in_channels, in_channels, 3, stride, 1, bias=False)
    block.bn1 = nn.BatchNorm2d(in_channels)
    block.conv2 = nn.Conv2d(in_channels, out_channels, 3, 1, 1, bias=False)
    return block


@makes("residual_block", "always-projected", "projection-without-norm")
def one_by_one_everywhere(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.downsample = nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, stride, bias=False))
    return block


@makes("residual_block", "stride-on-both", "biases-left-in-branch")
def strided_and_biased(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, padding=1)
    block.conv2 = nn.Conv2d(out_channels, out_channels, 3, stride, padding=1)
    return block


@makes("residual_block")
def other_names(in_channels, out_channels, *, stride=1):
    block = Block(in_channels, out_channels, stride)
    block.shortcut, block.downsample = block.downsample, None
    block.forward = lambda x: torch.relu(
        block.bn2(block.conv2(torch.relu(block.bn1(block.conv1(x))))) + (block.shortcut or nn.Identity())(x)
    )
    return block
