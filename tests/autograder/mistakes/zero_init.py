"""Wrong starts as the identity."""

import copy

import torch
from torch import nn

from tests.autograder.mistakes.makes import makes


def blocks_of(net):
    return [part for part in net.modules() if hasattr(part, "conv2") and hasattr(part, "bn2")]


def last_norm(block):
    return block.bn3 if hasattr(block, "bn3") else block.bn2


@makes("zero_init", "every-norm")
def all_norms(net):
    for part in net.modules():
        if isinstance(part, nn.BatchNorm2d):
            nn.init.zeros_(part.weight)
    return net


@makes("zero_init", "every-norm-of-blocks")
def norms_of_the_branch(net):
    for block in blocks_of(net):
        for name in ("bn1", "bn2", "bn3"):
            if hasattr(block, name):
                nn.init.constant_(getattr(block, name).weight, 0)
    return net


@makes("zero_init", "first-norm")
def bn1(net):
    for block in blocks_of(net):
        block.bn1.weight.data.zero_()
    return net


@makes("zero_init", "last-registered")
def the_last_in_the_list(net):
    for block in blocks_of(net):
        norms = [part for part in block.modules() if isinstance(part, nn.BatchNorm2d)]
        nn.init.zeros_(norms[-1].weight)
    return net


@makes("zero_init", "projection-too")
def both_in_front_of_the_sum(net):
    for block in blocks_of(net):
        nn.init.zeros_(last_norm(block).weight)
        if block.downsample is not None:
            nn.init.zeros_(block.downsample[1].weight)
    return net


@makes("zero_init", "stem-too")
def whatever_has_a_norm(net):
    for part in net.modules():
        if hasattr(part, "bn3"):
            part.bn3.weight.data[:] = 0
        elif hasattr(part, "bn2"):
            part.bn2.weight.data[:] = 0
        elif hasattr(part, "bn1"):
            part.bn1.weight.data[:] = 0
    return net


@makes("zero_init", "bn2-always")
def always_the_second(net):
    for name, parameter in net.named_parameters():
        if name.endswith("bn2.weight"):
            nn.init.zeros_(parameter)
    return net


@makes("zero_init", "bn2-and-bn3")
def by_their_names(net):
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            if name.endswith(("bn2.weight", "bn3.weight")):
                parameter.zero_()
    return net


@makes("zero_init", "bottlenecks-left-out")
def basic_blocks_only(net):
    for block in blocks_of(net):
        if not hasattr(block, "bn3"):
            nn.init.zeros_(block.bn2.weight)
    return net


@makes("zero_init", "bottlenecks-only")
def the_third_norm(net):
    for part in net.modules():
        if hasattr(part, "bn3"):
            nn.init.zeros_(part.bn3.weight)
    return net


@makes("zero_init", "first-block-only")
def returned_too_early(net):
    for block in blocks_of(net):
        nn.init.zeros_(last_norm(block).weight)
        return net
    return net


@makes("zero_init", "last-block-only")
def dedented(net):
    for part in net.modules():
        if hasattr(part, "bn2"):
            block = part
    nn.init.zeros_(last_norm(block).weight)
    return net


@makes("zero_init", "direct-children-only")
def children(net):
    for part in net.children():
        if hasattr(part, "bn2"):
            nn.init.zeros_(last_norm(part).weight)
    return net


class OwnBlock(nn.Module):
    """A learner's own kind of block."""


@makes("zero_init", "nothing-changed")
def blocks_of_one_class(net):
    for part in net.modules():
        if isinstance(part, OwnBlock):
            nn.init.zeros_(part.bn2.weight)
    return net


@makes("zero_init", "nothing-changed")
def written_into_the_air(net):
    for block in blocks_of(net):
        weight = last_norm(block).weight
        weight = torch.zeros_like(weight)
    return net


@makes("zero_init", "bias-too")
def weight_and_bias(net):
    for block in blocks_of(net):
        for parameter in last_norm(block).parameters():
            nn.init.zeros_(parameter)
    return net


@makes("zero_init", "bias-instead")
def bias(net):
    for block in blocks_of(net):
        nn.init.zeros_(last_norm(block).bias)
    return net


@makes("zero_init", "convolution-instead")
def last_convolution(net):
    for block in blocks_of(net):
        nn.init.zeros_(block.conv3.weight if hasattr(block, "conv3") else block.conv2.weight)
    return net


@makes("zero_init", "ones-for-zeros")
def ones(net):
    for block in blocks_of(net):
        nn.init.ones_(last_norm(block).weight)
    return net


@makes("zero_init", "norm-made-anew")
def a_new_norm(net):
    for block in blocks_of(net):
        name = "bn3" if hasattr(block, "bn3") else "bn2"
        norm = nn.BatchNorm2d(getattr(block, name).num_features)
        norm.weight.data.zero_()
        setattr(block, name, norm)
    return net


@makes("zero_init", "frozen")
def a_constant(net):
    for block in blocks_of(net):
        norm = last_norm(block)
        norm.weight = nn.Parameter(torch.zeros_like(norm.weight), requires_grad=False)
    return net


@makes("zero_init", "on-a-copy")
def a_copy(net):
    net = copy.deepcopy(net)
    for block in blocks_of(net):
        nn.init.zeros_(last_norm(block).weight)
    return net


@makes("zero_init", "bn2-always", "bias-too")
def second_norm_whole(net):
    for block in blocks_of(net):
        nn.init.zeros_(block.bn2.weight)
        nn.init.zeros_(block.bn2.bias)
    return net


@makes("zero_init", "direct-children-only", "first-norm")
def shallow_and_first(net):
    for part in net.children():
        if hasattr(part, "bn2"):
            nn.init.zeros_(part.bn1.weight)
    return net


@makes("zero_init", "on-a-copy", "every-norm")
def a_copy_of_zeros(net):
    return all_norms(copy.deepcopy(net))


@makes("zero_init", "frozen", "projection-too")
def silent_for_ever(net):
    both_in_front_of_the_sum(net)
    for block in blocks_of(net):
        last_norm(block).weight.requires_grad_(False)
        if block.downsample is not None:
            block.downsample[1].weight.requires_grad_(False)
    return net


@makes("zero_init")
def forgets_to_return(net):
    for block in blocks_of(net):
        nn.init.zeros_(last_norm(block).weight)


@makes("zero_init")
def nearly_zero(net):
    for block in blocks_of(net):
        nn.init.constant_(last_norm(block).weight, 0.1)
    return net


@makes("zero_init", "put-into-eval")
def looked_at_and_left(net):
    net.eval()
    for block in blocks_of(net):
        nn.init.zeros_(last_norm(block).weight)
    return net


@makes("zero_init")
def trains_in_the_end(net):
    for block in blocks_of(net):
        nn.init.zeros_(last_norm(block).weight)
    return net.train()
