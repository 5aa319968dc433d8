"""What a layer costs: how many numbers it learns, and how many multiplications it takes."""

from collections.abc import Sequence
from fractions import Fraction

from helpers.shapes import pair, whole

Size = int | tuple[int, int]


def fc_params(in_shape: int | Sequence[int], out_features: int, *, bias: bool = True) -> int:
    """Count the numbers that a dense (fully connected) layer learns.

    Parameters
    ----------
    in_shape : int or sequence of int
        Shape of one input, without the batch; each value of it is an input of the layer.
    out_features : int
        How many numbers the layer returns.
    bias : bool
        Whether it adds a learned number to each of them.

    Returns
    -------
    int
        ``prod(in_shape)·out_features``, and ``out_features`` more with a bias, as in ``torch.nn.Linear``.

    Raises
    ------
    TypeError, ValueError
        If a size is not a whole number of at least 1.

    Examples
    --------
    >>> fc_params(4, 3)
    15
    >>> fc_params((224, 224, 3), 1000, bias=False)
    150528000
    """
    sizes = tuple(in_shape) if isinstance(in_shape, (tuple, list)) else (in_shape,)
    if not sizes:
        raise ValueError("fc_params: in_shape is (); it must name at least one size, such as (28, 28).")
    weights = whole("fc_params", "out_features", out_features, at_least=1)
    for size in sizes:
        weights *= whole("fc_params", "in_shape", size, at_least=1)
    return weights + (int(out_features) if bias else 0)


def conv_params(in_channels: int, out_channels: int, kernel: Size, *, groups: int = 1, bias: bool = True) -> int:
    """Count the numbers that a convolution layer learns.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that the layer reads, and that it writes.
    kernel : int or tuple of two int
        Height and width of the window.
    groups : int
        Into how many independent groups the channels are split; divides both channel counts.
    bias : bool
        Whether there is one learned number more for each output channel.

    Returns
    -------
    int
        ``out_channels·(in_channels / groups)·kernel_height·kernel_width``, and ``out_channels`` more with a bias.
        The size of the image is no part of it.

    Raises
    ------
    TypeError, ValueError
        If an argument is not what is said here.

    Notes
    -----
    The shapes of ``weight`` and ``bias`` in ``torch.nn.Conv2d``.

    Examples
    --------
    >>> conv_params(3, 1, 3, bias=False)
    27
    >>> conv_params(64, 128, 3, bias=False), conv_params(64, 128, 3)
    (73728, 73856)
    >>> conv_params(64, 64, (3, 5), groups=64, bias=False)
    960
    """
    height, width = pair("conv_params", "kernel", kernel, at_least=1)
    weights = _channel_pairs("conv_params", in_channels, out_channels, groups) * height * width
    return weights + (int(out_channels) if bias else 0)


def conv_macs(in_channels: int, out_channels: int, kernel: Size, out_size: Size, *, groups: int = 1) -> int:
    """Count the multiplications of a convolution layer, each with the addition that takes it into a sum.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that the layer reads, and that it writes.
    kernel, out_size : int or tuple of two int
        Height and width of the window, and of one *output* map.
    groups : int
        Into how many independent groups the channels are split; divides both channel counts.

    Returns
    -------
    int
        ``out_height·out_width`` times the layer's weights, for one image. The biases, one addition for each output
        cell, are left out; products with the zeros of a padding are counted.

    Raises
    ------
    TypeError, ValueError
        If an argument is not what is said here.

    Notes
    -----
    One multiply-add (MAC) is often counted as two floating-point operations (FLOP).

    Examples
    --------
    >>> conv_macs(1, 1, 2, (2, 3))
    24
    >>> conv_macs(64, 128, 3, 56)
    231211008
    """
    height, width = pair("conv_macs", "kernel", kernel, at_least=1)
    out_height, out_width = pair("conv_macs", "out_size", out_size, at_least=1)
    weights = _channel_pairs("conv_macs", in_channels, out_channels, groups) * height * width
    return weights * out_height * out_width


def separable_ratio(in_channels: int, out_channels: int, kernel: Size) -> Fraction:
    """Compare a depthwise convolution and a 1×1 convolution after it with the full convolution they stand for.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that the pair reads, and that it writes.
    kernel : int or tuple of two int
        Height and width of the window of the depthwise layer, and of the full one.

    Returns
    -------
    fractions.Fraction
        Multiplications of the two layers, divided by those of the one: ``1/out_channels + 1/(height·width)``. It is
        the ratio of their weights, too, without biases.

    Raises
    ------
    TypeError, ValueError
        If an argument is not a whole number of at least 1.

    Notes
    -----
    Howard et al., *MobileNets* (2017), section 3.1. The depthwise layer has one kernel for each input channel, and
    both layers and the full one write maps of one size.

    Examples
    --------
    >>> separable_ratio(16, 16, 3)
    Fraction(25, 144)
    >>> round(float(1 / separable_ratio(64, 128, 3)), 2)
    8.41
    """
    height, width = pair("separable_ratio", "kernel", kernel, at_least=1)
    full = _channel_pairs("separable_ratio", in_channels, out_channels, 1) * height * width
    depthwise = int(in_channels) * height * width
    pointwise = int(in_channels) * int(out_channels)
    return Fraction(depthwise + pointwise, full)


def _channel_pairs(call: str, in_channels: int, out_channels: int, groups: int) -> int:
    """Count the pairs of an input and an output channel that have a kernel between them."""
    in_channels = whole(call, "in_channels", in_channels, at_least=1)
    out_channels = whole(call, "out_channels", out_channels, at_least=1)
    groups = whole(call, "groups", groups, at_least=1)
    if in_channels % groups or out_channels % groups:
        raise ValueError(
            f"{call}: groups={groups} does not divide {in_channels} input and {out_channels} output channels; "
            "use a number that divides both."
        )
    return in_channels // groups * out_channels
