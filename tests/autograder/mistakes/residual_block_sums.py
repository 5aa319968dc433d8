"""Wrong residual blocks: what they compute with their parts."""

import torch
from torch import nn
from torch.nn import functional as F

from tests.autograder.mistakes.makes import makes
from tests.autograder.mistakes.residual_block_parts import make_parts


def as_block(forward):
    """Make of a wrong forward a function that builds blocks: their parts are all there."""

    def build(in_channels, out_channels, *, stride=1):
        class Written(nn.Module):
            def __init__(self):
                super().__init__()
                make_parts(self, in_channels, out_channels, stride)
                self.stride = stride

            def shortcut(self, x):
                return x if self.downsample is None else self.downsample(x)

        Written.forward = forward
        return Written()

    build.__name__ = forward.__name__
    return build


@makes("residual_block", "projection-unused")
@as_block
def adds_x(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    y = self.bn2(self.conv2(y))
    return F.relu(y + x)


@makes("residual_block", "input-overwritten")
@as_block
def x_is_x(self, x):
    x = F.relu(self.bn1(self.conv1(x)))
    x = self.bn2(self.conv2(x))
    return F.relu(x + self.shortcut(x))


@makes("residual_block", "shortcut-after-relu")
@as_block
def kept_too_late(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    identity = self.shortcut(y)
    y = self.bn2(self.conv2(y))
    return F.relu(y + identity)


@makes("residual_block", "concatenated")
@as_block
def side_by_side(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    y = self.bn2(self.conv2(y))
    return F.relu(torch.cat((y, self.shortcut(x)), 1))


@makes("residual_block", "multiplied")
@as_block
def product(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    y = self.bn2(self.conv2(y))
    y *= self.shortcut(x)
    return y.relu()


@makes("residual_block", "not-added")
@as_block
def a_plain_block(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    return F.relu(self.bn2(self.conv2(y)))


@makes("residual_block", "no-relu-after-sum")
@as_block
def ends_with_the_sum(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    y = self.bn2(self.conv2(y))
    y += self.shortcut(x)
    return y


@makes("residual_block", "relu-before-sum")
@as_block
def rectified_branch(self, x):
    y = self.bn1(self.conv1(x)).relu()
    y = self.bn2(self.conv2(y)).relu()
    return self.shortcut(x) + y


@makes("residual_block", "relu-before-and-after")
@as_block
def three_relus(self, x):
    y = torch.relu(self.bn1(self.conv1(x)))
    y = torch.relu(self.bn2(self.conv2(y)))
    return torch.relu(y + self.shortcut(x))


@makes("residual_block", "relu-between-missing")
@as_block
def one_relu(self, x):
    y = self.bn2(self.conv2(self.bn1(self.conv1(x))))
    return torch.relu(y + self.shortcut(x))


@makes("residual_block", "norm-after-relu")
@as_block
def relu_then_norm(self, x):
    y = self.bn1(F.relu(self.conv1(x)))
    y = self.bn2(self.conv2(y))
    return F.relu(y + self.shortcut(x))


@makes("residual_block", "norm-after-sum")
@as_block
def normed_sum(self, x):
    y = self.conv2(F.relu(self.bn1(self.conv1(x))))
    return F.relu(self.bn2(self.shortcut(x) + y))


@makes("residual_block", "bn2-unused")
@as_block
def one_norm(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    return F.relu(self.conv2(y) + self.shortcut(x))


@makes("residual_block", "bn1-used-twice")
@as_block
def copied_norm(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    y = self.bn1(self.conv2(y))
    return F.relu(y + self.shortcut(x))


@makes("residual_block", "conv1-used-twice")
@as_block
def copied_convolution(self, x):
    y = F.relu(self.bn1(self.conv1(x)))
    y = self.bn2(self.conv1(y))
    return F.relu(y + self.shortcut(x))


@makes("residual_block", "norm-shared")
def norm_for_both(in_channels, out_channels, *, stride=1):
    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        return F.relu(self.bn1(self.conv2(y)) + self.shortcut(x))

    block = as_block(forward)(in_channels, out_channels, stride=stride)
    del block.bn2
    return block


@makes("residual_block", "preactivated")
def second_version(in_channels, out_channels, *, stride=1):
    def forward(self, x):
        y = self.conv1(F.relu(self.bn1(x)))
        return self.conv2(F.relu(self.bn2(y))) + self.shortcut(x)

    block = as_block(forward)(in_channels, out_channels, stride=stride)
    block.bn1 = nn.BatchNorm2d(in_channels)
    return block


@makes("residual_block", "pooled-before-projection")
def pooled_shortcut(in_channels, out_channels, *, stride=1):
    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        shortcut = x if self.downsample is None else self.downsample(F.avg_pool2d(x, stride, stride))
        return F.relu(self.bn2(self.conv2(y)) + shortcut)

    block = as_block(forward)(in_channels, out_channels, stride=stride)
    if block.downsample is not None:
        block.downsample[0] = nn.Conv2d(in_channels, out_channels, 1, bias=False)
    return block


@makes("residual_block", "concatenated", "no-relu-after-sum")
@as_block
def dense_connection(self, x):
    y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
    return torch.cat([y, self.shortcut(x)], dim=1)


@makes("residual_block", "relu-between-missing", "relu-before-sum")
@as_block
def relu_at_the_end_of_the_branch(self, x):
    y = self.bn2(self.conv2(self.bn1(self.conv1(x))))
    return F.relu(y) + self.shortcut(x)


@makes("residual_block", "projection-unused", "no-relu-after-sum")
@as_block
def f_of_x_plus_x(self, x):
    return self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x))))) + x


@makes("residual_block")
@as_block
def writes_into_x(self, x):
    shortcut = self.shortcut(x)
    shortcut += self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
    return F.relu(shortcut)


@makes("residual_block")
@as_block
def halved(self, x):
    y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
    return F.relu((y + self.shortcut(x)) / 2)
