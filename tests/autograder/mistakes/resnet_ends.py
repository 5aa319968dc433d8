"""Wrong residual networks: the stem, the pooling, and the dense layer."""

import torch
from torch import nn
from torch.nn import functional as F

from tests.autograder.mistakes.makes import makes
from tests.autograder.mistakes.resnet_layers import Net, deal


def as_net(forward):
    """Make of a wrong forward a function that builds networks: their parts are all there."""

    def build(depth, *, classes=10, width=16, in_channels=1):
        class Written(Net):
            def layers(self, x):
                return self.layer3(self.layer2(self.layer1(x)))

        Written.forward = forward
        return Written(deal(depth), classes, width, in_channels)

    build.__name__ = forward.__name__
    return build


def with_stem(make):
    """Make of a wrong first convolution a function that builds networks that are right from there on."""

    def build(depth, *, classes=10, width=16, in_channels=1):
        net = Net(deal(depth), classes, width, in_channels)
        net.conv1 = make(in_channels, width)
        return net

    build.__name__ = make.__name__
    return build


@makes("resnet", "stem-relu-missing")
@as_net
def linear_stem(self, x):
    x = self.bn1(self.conv1(x))
    return self.fc(self.layers(x).mean((2, 3)))


@makes("resnet", "stem-pooled")
@as_net
def pooled_stem(self, x):
    x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), kernel_size=3, stride=2, padding=1)
    return self.fc(self.layers(x).mean((2, 3)))


@makes("resnet", "stem-norm-missing")
def stem_without_norm(depth, *, classes=10, width=16, in_channels=1):
    net = as_net(lambda self, x: self.fc(self.layers(self.conv1(x).relu()).mean((2, 3))))(
        depth, classes=classes, width=width, in_channels=in_channels
    )
    del net.bn1
    return net


@makes("resnet", "stem-7x7")
@with_stem
def for_photographs(in_channels, width):
    return nn.Conv2d(in_channels, width, kernel_size=7, stride=2, padding=3, bias=False)


@makes("resnet", "stem-strided")
@with_stem
def smaller_at_once(in_channels, width):
    return nn.Conv2d(in_channels, width, kernel_size=3, stride=2, padding=1, bias=False)


@makes("resnet", "stem-bias-left")
@with_stem
def biased_stem(in_channels, width):
    return nn.Conv2d(in_channels, width, 3, padding=1)


@makes("resnet", "maximum-for-mean")
@as_net
def global_max_pool(self, x):
    x = self.layers(self.bn1(self.conv1(x)).relu())
    return self.fc(torch.flatten(F.adaptive_max_pool2d(x, 1), 1))


@makes("resnet", "sum-for-mean")
@as_net
def summed(self, x):
    x = self.layers(self.bn1(self.conv1(x)).relu())
    return self.fc(x.flatten(2).sum(dim=-1))


@makes("resnet", "fc-without-bias")
def no_bias_anywhere(depth, *, classes=10, width=16, in_channels=1):
    net = Net(deal(depth), classes, width, in_channels)
    net.fc = nn.Linear(net.fc.in_features, classes, bias=False)
    return net


@makes("resnet", "fc-always-wide")
def four_widths(depth, *, classes=10, width=16, in_channels=1):
    net = Net(deal(depth), classes, width, in_channels)
    net.fc = nn.Linear(4 * width, classes)
    return net


@makes("resnet", "softmax-at-the-end")
@as_net
def probabilities(self, x):
    x = self.layers(self.bn1(self.conv1(x)).relu())
    return torch.softmax(self.fc(x.mean((2, 3))), dim=-1)


@makes("resnet", "log-softmax-at-the-end")
@as_net
def log_probabilities(self, x):
    x = self.layers(self.bn1(self.conv1(x)).relu())
    return F.log_softmax(self.fc(x.mean((2, 3))), dim=1)


@makes("resnet", "relu-on-scores")
@as_net
def rectified_scores(self, x):
    x = self.layers(self.bn1(self.conv1(x)).relu())
    return F.relu(self.fc(x.mean((2, 3))))


@makes("resnet", "stem-pooled", "softmax-at-the-end")
@as_net
def pooled_and_softmaxed(self, x):
    x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 3, 2, 1)
    return self.fc(self.layers(x).mean((2, 3))).softmax(1)


@makes("resnet", "stem-7x7", "stride-in-layer1")
def large_and_small(depth, *, classes=10, width=16, in_channels=1):
    net = Net(deal(depth), classes, width, in_channels, strides=(2, 2, 2))
    net.conv1 = nn.Conv2d(in_channels, width, 7, 2, 3, bias=False)
    return net


@makes("resnet", "maximum-for-mean", "stem-relu-missing")
@as_net
def linear_stem_and_maximum(self, x):
    return self.fc(self.layers(self.bn1(self.conv1(x))).amax((2, 3)))


@makes("resnet")
@as_net
def flattened(self, x):
    return self.fc(self.layers(self.bn1(self.conv1(x)).relu()).flatten(1))


@makes("resnet")
@as_net
def pooled_by_4(self, x):
    return self.fc(F.avg_pool2d(self.layers(self.bn1(self.conv1(x)).relu()), 4).flatten(1))
