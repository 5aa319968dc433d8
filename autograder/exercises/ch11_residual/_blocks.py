"""What both kinds of residual block have in common, right or with the mistakes asked for."""

from typing import Any

from autograder.exercises.ch11_residual._building import built


def is_projected(differ: bool, stride: int, slips: frozenset[str]) -> bool:
    """Tell whether a block gets a projection.

    Parameters
    ----------
    differ : bool
        Whether it gives other channels than it gets.
    stride : int
        Its stride.
    slips : frozenset of str
        The mistakes asked for.

    Returns
    -------
    bool
        With no mistakes, whether the shapes differ.
    """
    if "always-projected" in slips or "never-projected" in slips:
        return "always-projected" in slips
    if "stride-not-looked-at" in slips:
        return differ
    if "both-asked-for" in slips:
        return differ and stride != 1
    return stride != 1 or (differ and "channels-not-looked-at" not in slips)


def projection(in_channels: int, out_channels: int, stride: int, slips: frozenset[str]) -> Any:
    """Return the projection of a block, a 1×1 convolution and a norm.

    Parameters
    ----------
    in_channels, out_channels, stride : int
        Of the block.
    slips : frozenset of str
        The mistakes asked for.

    Returns
    -------
    torch.nn.Module
        What stands on the shortcut.
    """
    from torch import nn

    stride = 1 if slips & {"projection-without-stride", "pooled-before-projection"} else stride
    kernel = 3 if "projection-3x3" in slips else 1
    biased = bool(slips & {"biases-left", "projection-bias-left"})
    padding = 1 if "projection-padded" in slips else kernel // 2
    conv = nn.Conv2d(in_channels, out_channels, kernel, stride, padding, bias=biased)
    if "projection-bare" in slips:
        return conv
    after = [] if "projection-without-norm" in slips else [nn.BatchNorm2d(out_channels)]
    return nn.Sequential(conv, *after, *([nn.ReLU()] if "projection-with-relu" in slips else []))


def shortcut(net: Any, x: Any, stride: int, slips: frozenset[str]) -> Any:
    """Return what is added to what the convolutions of a block compute.

    Parameters
    ----------
    net : torch.nn.Module
        The block.
    x : torch.Tensor
        What is handed on.
    stride : int
        Of the block.
    slips : frozenset of str
        The mistakes asked for.

    Returns
    -------
    torch.Tensor
        With no mistakes, x or its projection.
    """
    from torch.nn import functional as F

    if net.downsample is None or slips & {"projection-unused", "not-added"}:
        return x
    if "pooled-before-projection" in slips and stride > 1:
        x = F.avg_pool2d(x, stride)
    return net.downsample(x)


def joined(computed: Any, beside: Any, slips: frozenset[str]) -> Any:
    """Join what was computed and the shortcut.

    Parameters
    ----------
    computed, beside : torch.Tensor
        What the convolutions give, and what the shortcut gives.
    slips : frozenset of str
        The mistakes asked for.

    Returns
    -------
    torch.Tensor
        With no mistakes, computed + beside.
    """
    import torch

    if slips & {"relu-before-sum", "relu-before-and-after"}:
        computed = computed.relu()
    if "not-added" in slips:
        return computed
    if "concatenated" in slips:
        return torch.cat([computed, beside], dim=1)
    return computed * beside if "multiplied" in slips else computed + beside


def rectified(y: Any, slips: frozenset[str]) -> Any:
    """Rectify the sum.

    Parameters
    ----------
    y : torch.Tensor
        The sum.
    slips : frozenset of str
        The mistakes asked for.

    Returns
    -------
    torch.Tensor
        With no mistakes, relu(y).
    """
    return y if slips & {"no-relu-after-sum", "relu-before-sum"} else y.relu()


def conv(in_channels: int, out_channels: int, kernel: int, stride: int, slips: frozenset[str]) -> Any:
    """Return a convolution of a block, padded so that stride 1 keeps the size, without a bias.

    Parameters
    ----------
    in_channels, out_channels, kernel, stride : int
        As torch takes them.
    slips : frozenset of str
        The mistakes asked for.

    Returns
    -------
    torch.nn.Conv2d
        The convolution.
    """
    from torch import nn

    padding = 0 if "unpadded" in slips else kernel // 2
    padding = 1 if "padded-1x1" in slips else padding
    biased = bool(slips & {"biases-left", "biases-left-in-branch"})
    return nn.Conv2d(in_channels, out_channels, kernel, stride, padding, bias=biased)


__all__ = ["built", "conv", "is_projected", "joined", "projection", "rectified", "shortcut"]
