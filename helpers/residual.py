"""Residual blocks, networks of them, and how much gradient reaches each block.

Their parameters are called as in torchvision's networks. First weights come from torch's own seed:
``torch.manual_seed(0)``.
"""

import copy

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import nn
from torch.nn.functional import cross_entropy

from helpers.blocks import BasicBlock, Bottleneck, PlainBlock, PreactivationBlock, ResNet
from helpers.shapes import whole

LAYERS = 3


def residual_block(in_channels: int, out_channels: int, *, stride: int = 1) -> BasicBlock:
    """Build a block that adds what two 3×3 convolutions compute to what came in.

    Parameters
    ----------
    in_channels, out_channels : int
        Channels that come in and go out.
    stride : int, optional
        Of the first convolution, and of the shortcut.

    Returns
    -------
    BasicBlock
        From (batch, in_channels, height, width) to relu(bn2(conv2(relu(bn1(conv1(x))))) + shortcut(x)), of shape
        (batch, out_channels, ⌈height/stride⌉, ⌈width/stride⌉). The shortcut is x itself where the shapes agree
        (``downsample`` is None), else a 1×1 convolution (``downsample.0``) and a batch norm (``downsample.1``).

    Raises
    ------
    TypeError, ValueError
        If an argument is no whole number of at least 1.

    Notes
    -----
    He, Zhang, Ren and Sun, *Deep residual learning for image recognition* (2016), section 3.3, shortcuts of kind B.

    Examples
    --------
    >>> block = residual_block(3, 5, stride=2)
    >>> block(torch.zeros(1, 3, 6, 8)).shape
    torch.Size([1, 5, 3, 4])
    >>> residual_block(3, 3).downsample is None
    True
    """
    _check_sizes("residual_block", in_channels=in_channels, out_channels=out_channels, stride=stride)
    return BasicBlock(in_channels, out_channels, stride)


def bottleneck_block(in_channels: int, channels: int, *, stride: int = 1) -> Bottleneck:
    """Build a residual block that is narrow in the middle, where its 3×3 convolution is.

    Parameters
    ----------
    in_channels, channels : int
        Channels that come in, and channels in the middle; 4·channels go out.
    stride : int, optional
        Of the 3×3 convolution, and of the shortcut.

    Returns
    -------
    Bottleneck
        From (batch, in_channels, height, width) to (batch, 4·channels, ⌈height/stride⌉, ⌈width/stride⌉).

    Raises
    ------
    TypeError, ValueError
        If an argument is no whole number of at least 1.

    Notes
    -----
    He et al. (2016), figure 5, put the stride on the first 1×1; on the 3×3, as torchvision has it, no cell goes unread.

    Examples
    --------
    >>> bottleneck_block(16, 4)(torch.zeros(1, 16, 6, 8)).shape
    torch.Size([1, 16, 6, 8])
    """
    _check_sizes("bottleneck_block", in_channels=in_channels, channels=channels, stride=stride)
    return Bottleneck(in_channels, channels, stride)


def preactivation_block(in_channels: int, out_channels: int, *, stride: int = 1) -> PreactivationBlock:
    """Build a residual block whose norms and ReLUs stand before its convolutions, so that the sum goes on untouched.

    Parameters
    ----------
    in_channels, out_channels, stride : int
        As for :func:`residual_block`.

    Returns
    -------
    PreactivationBlock
        From x to conv2(relu(bn2(conv1(relu(bn1(x)))))) + shortcut(x), of the shape of :func:`residual_block`.

    Raises
    ------
    TypeError, ValueError
        If an argument is no whole number of at least 1.

    Notes
    -----
    He, Zhang, Ren and Sun, *Identity mappings in deep residual networks* (2016), figure 1(b).

    Examples
    --------
    >>> preactivation_block(3, 5)(torch.zeros(1, 3, 6, 8)).shape
    torch.Size([1, 5, 6, 8])
    """
    _check_sizes("preactivation_block", in_channels=in_channels, out_channels=out_channels, stride=stride)
    return PreactivationBlock(in_channels, out_channels, stride)


def zero_init(net: nn.Module) -> nn.Module:
    """Make each residual block begin as relu(shortcut(x)): set the weight of its last norm to 0, and nothing else.

    Parameters
    ----------
    net : torch.nn.Module
        A block, or a network with blocks. It is changed in place.

    Returns
    -------
    torch.nn.Module
        The same object.

    Raises
    ------
    ValueError
        If there is no block, or one that could not learn from there: a plain one, whose output would be 0, or a
        pre-activation one, whose last norm stands before a ReLU, at whose corner torch's gradient is 0.

    Examples
    --------
    >>> zero_init(residual_block(2, 2)).bn2.weight.tolist()
    [0.0, 0.0]
    """
    for block in _blocks("zero_init", net):
        if type(block) is PlainBlock or isinstance(block, PreactivationBlock):
            raise ValueError(
                f"zero_init: a {type(block).__name__} would never learn with its last norm at 0; "
                "give blocks whose last norm stands right before an addition, such as residual_block."
            )
        nn.init.zeros_((block.bn3 if hasattr(block, "bn3") else block.bn2).weight)
    return net


def resnet(depth: int, *, classes: int = 10, width: int = 16, in_channels: int = 1, residual: bool = True) -> ResNet:
    """Build a residual network for small images, or the same network without its additions.

    Parameters
    ----------
    depth : int
        Layers with weights on the way from image to logits, even, at least 4: 2, and 2 for each block.
    classes : int, optional
        Scores that come out.
    width : int, optional
        Channels of ``layer1``; ``layer2`` and ``layer3`` have twice and four times as many.
    in_channels : int, optional
        Channels of the images.
    residual : bool, optional
        False leaves out the additions, and with them the projections.

    Returns
    -------
    ResNet
        From (batch, in_channels, height, width) to logits, shape (batch, classes). ``layer2`` and ``layer3`` begin
        with stride 2. The blocks are dealt to the three as evenly as can be, the first ones getting the rest.

    Raises
    ------
    TypeError, ValueError
        If a size is no whole number of at least 1, or the depth is odd or below 4.

    Notes
    -----
    He et al. (2016), section 4.2, where depth is 6n + 2; their shortcuts there have no weights.

    Examples
    --------
    >>> net = resnet(10)
    >>> [len(layer) for layer in (net.layer1, net.layer2, net.layer3)]
    [2, 1, 1]
    """
    _check_sizes("resnet", classes=classes, width=width, in_channels=in_channels)
    blocks, odd = divmod(whole("resnet", "depth", depth, at_least=4) - 2, 2)
    if odd:
        raise ValueError(f"resnet: depth is {depth}; it must be even, 2 and 2 for each block: try {depth + 1}.")
    dealt = [blocks // LAYERS + (layer < blocks % LAYERS) for layer in range(LAYERS)]
    return ResNet(dealt, BasicBlock if residual else PlainBlock, classes, width, in_channels)


def grad_norms(net: nn.Module, x: ArrayLike, y: ArrayLike) -> list[float]:
    """Measure how large the gradient is that reaches each block, from the first block to the last.

    Parameters
    ----------
    net : torch.nn.Module
        A classifier with blocks. A copy of it is put into training mode and asked: ``net`` stays as it is, with its
        gradients, its running statistics and its mode.
    x : array_like, shape (batch, channels, height, width)
        One batch of images; turned into float32.
    y : array_like of int, shape (batch,)
        Their classes.

    Returns
    -------
    list of float
        For each block the Euclidean norm of the gradient of the cross-entropy with respect to ``conv1.weight``.

    Raises
    ------
    ValueError
        If the network has no block, or there are not as many labels as images.

    Examples
    --------
    >>> len(grad_norms(resnet(8), torch.zeros(4, 1, 8, 8), [0, 1, 2, 3]))
    3
    """
    images = torch.as_tensor(np.asarray(x), dtype=torch.float32)
    labels = torch.as_tensor(np.asarray(y), dtype=torch.int64)
    if labels.ndim != 1 or len(images) != len(labels):
        raise ValueError(
            f"grad_norms: x has shape {tuple(images.shape)} and y {tuple(labels.shape)}; "
            "give one label, a class number, for each image."
        )
    asked = copy.deepcopy(net).train().requires_grad_(True)
    weights = [block.conv1.weight for block in _blocks("grad_norms", asked)]
    gradients = torch.autograd.grad(cross_entropy(asked(images), labels), weights)
    # In float32 the squares of a vanished gradient would underflow, and its norm be 0.
    return [float(gradient.double().norm()) for gradient in gradients]


def _blocks(call: str, net: nn.Module) -> list[nn.Module]:
    # Known by its parts, so that a block of the reader's own counts too; a network has a conv1, but no conv2.
    blocks = [part for part in net.modules() if hasattr(part, "conv1") and hasattr(part, "conv2")]
    if not blocks:
        raise ValueError(f"{call}: {type(net).__name__} has no block, a part with conv1 and conv2; see residual_block.")
    return blocks


def _check_sizes(call: str, **sizes: int) -> None:
    for name, value in sizes.items():
        whole(call, name, value, at_least=1)
