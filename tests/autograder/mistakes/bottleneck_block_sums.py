"""Wrong bottleneck blocks: what they compute with their parts."""

import torch
from torch import relu

from tests.autograder.mistakes.bottleneck_block_parts import Bottleneck, conv1x1, conv3x3
from tests.autograder.mistakes.makes import makes


def as_block(forward):
    """Make of a wrong forward a function that builds blocks: their parts are all there."""

    def build(in_channels, channels, *, stride=1):
        class Written(Bottleneck):
            pass

        Written.forward = forward
        return Written(in_channels, channels, stride)

    build.__name__ = forward.__name__
    return build


@makes("bottleneck_block", "projection-unused")
@as_block
def adds_x(self, x):
    y = relu(self.bn1(self.conv1(x)))
    y = relu(self.bn2(self.conv2(y)))
    return relu(self.bn3(self.conv3(y)) + x)


@makes("bottleneck_block", "input-overwritten")
@as_block
def x_is_x(self, x):
    for conv, norm, last in ((self.conv1, self.bn1, 0), (self.conv2, self.bn2, 0), (self.conv3, self.bn3, 1)):
        x = norm(conv(x))
        x = x if last else relu(x)
    return relu(self.shortcut(x) + x)


@makes("bottleneck_block", "concatenated")
@as_block
def side_by_side(self, x):
    y = relu(self.bn2(self.conv2(relu(self.bn1(self.conv1(x))))))
    return relu(torch.cat([self.bn3(self.conv3(y)), self.shortcut(x)], 1))


@makes("bottleneck_block", "multiplied")
@as_block
def product(self, x):
    y = relu(self.bn2(self.conv2(relu(self.bn1(self.conv1(x))))))
    return relu(self.bn3(self.conv3(y)) * self.shortcut(x))


@makes("bottleneck_block", "not-added")
@as_block
def a_plain_block(self, x):
    y = relu(self.bn2(self.conv2(relu(self.bn1(self.conv1(x))))))
    return relu(self.bn3(self.conv3(y)))


@makes("bottleneck_block", "no-relu-after-sum")
@as_block
def ends_with_the_sum(self, x):
    y = relu(self.bn2(self.conv2(relu(self.bn1(self.conv1(x))))))
    return self.bn3(self.conv3(y)) + self.shortcut(x)


@makes("bottleneck_block", "relu-before-sum")
@as_block
def rectified_branch(self, x):
    y = x
    for conv, norm in zip((self.conv1, self.conv2, self.conv3), (self.bn1, self.bn2, self.bn3), strict=True):
        y = relu(norm(conv(y)))
    return y + self.shortcut(x)


@makes("bottleneck_block", "relu-before-and-after")
@as_block
def four_relus(self, x):
    y = x
    for i in (1, 2, 3):
        y = relu(getattr(self, f"bn{i}")(getattr(self, f"conv{i}")(y)))
    return relu(y + self.shortcut(x))


@makes("bottleneck_block", "first-relu-missing")
@as_block
def bends_once(self, x):
    y = self.bn1(self.conv1(x))
    y = relu(self.bn2(self.conv2(y)))
    return relu(self.bn3(self.conv3(y)) + self.shortcut(x))


@makes("bottleneck_block", "second-relu-missing")
@as_block
def bends_early(self, x):
    y = relu(self.bn1(self.conv1(x)))
    y = self.bn2(self.conv2(y))
    y = self.bn3(self.conv3(y))
    return relu(y + self.shortcut(x))


@makes("bottleneck_block", "relus-between-missing")
@as_block
def one_relu(self, x):
    y = self.bn3(self.conv3(self.bn2(self.conv2(self.bn1(self.conv1(x))))))
    return relu(y + self.shortcut(x))


@makes("bottleneck_block", "norms-after-relus")
@as_block
def relu_then_norm(self, x):
    y = self.bn1(relu(self.conv1(x)))
    y = self.bn2(relu(self.conv2(y)))
    return relu(self.bn3(self.conv3(y)) + self.shortcut(x))


@makes("bottleneck_block", "bn3-unused")
@as_block
def two_norms(self, x):
    y = relu(self.bn1(self.conv1(x)))
    y = relu(self.bn2(self.conv2(y)))
    return relu(self.conv3(y) + self.shortcut(x))


@makes("bottleneck_block", "norm-after-sum")
@as_block
def normed_sum(self, x):
    y = relu(self.bn1(self.conv1(x)))
    y = relu(self.bn2(self.conv2(y)))
    return relu(self.bn3(self.conv3(y) + self.shortcut(x)))


@makes("bottleneck_block", "bn3-missing")
def without_the_third(in_channels, channels, *, stride=1):
    block = two_norms(in_channels, channels, stride=stride)
    del block.bn3
    return block


@makes("bottleneck_block", "stride-on-first-1x1", "relu-before-and-after")
def old_and_rectified(in_channels, channels, *, stride=1):
    block = four_relus(in_channels, channels, stride=stride)
    block.conv1, block.conv2 = conv1x1(in_channels, channels, stride), conv3x3(channels, channels)
    return block


@makes("bottleneck_block", "always-projected", "no-relu-after-sum")
def projected_and_linear(in_channels, channels, *, stride=1):
    block = ends_with_the_sum(in_channels, channels, stride=stride)
    block.downsample = torch.nn.Sequential(
        conv1x1(in_channels, 4 * channels, stride), torch.nn.BatchNorm2d(4 * channels)
    )
    return block


@makes("bottleneck_block", "stride-on-first-1x1", "second-relu-missing")
def old_and_bent_early(in_channels, channels, *, stride=1):
    block = bends_early(in_channels, channels, stride=stride)
    block.conv1, block.conv2 = conv1x1(in_channels, channels, stride), conv3x3(channels, channels)
    return block
