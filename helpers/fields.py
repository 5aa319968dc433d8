"""Measure what a cell of a deep map sees, by asking the gradient: the theoretical field, and the effective one."""

import copy
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

from helpers.shapes import whole

ACTIVATIONS = {
    *("relu", "relu6", "leaky_relu", "prelu", "elu", "selu", "celu", "gelu", "silu", "mish", "softplus"),
    *("tanh", "sigmoid", "logsigmoid", "hardtanh", "hardsigmoid", "hardswish", "dropout", "dropout2d"),
}
NORMS = {"batch_norm", "layer_norm", "group_norm", "instance_norm"}


def rf_by_gradient(net: nn.Module, shape: tuple[int, int, int], *, cell: tuple[int, int] | None = None) -> np.ndarray:
    """Find the input cells that one cell of a network's last map can see, without reading its layers.

    Parameters
    ----------
    net : torch.nn.Module
        Gives a map of shape (batch, channels, height, width). It is copied, and not changed.
    shape : tuple of int
        Channels, height and width of the input.
    cell : tuple of int, optional
        Row and column in the last map; the middle one, if it is left out.

    Returns
    -------
    numpy.ndarray, shape (height, width), bool
        True where the gradient of the cell with respect to the input is not 0.

    Raises
    ------
    ValueError
        If the network gives no map, or its map has no such cell.

    Notes
    -----
    A gradient can be 0 though a path leads there: behind a ReLU that is shut, beside the largest value of a max pool,
    or where two paths cancel. So the copy has positive weights (the mean over what a cell reads) and biases of 0,
    an activation hands on what it gets, a max pool sums its window, and a normalisation is left out. What remains
    counts paths, and no path can hide. This is the field of :func:`helpers.receptive_field.receptive_field`,
    without the padding and, in a field with gaps, without the gaps.

    Examples
    --------
    >>> net = nn.Sequential(nn.Conv2d(1, 1, 3, dilation=2), nn.ReLU())
    >>> rf_by_gradient(net, (1, 5, 7)).astype(int)
    array([[0, 1, 0, 1, 0, 1, 0],
           [0, 0, 0, 0, 0, 0, 0],
           [0, 1, 0, 1, 0, 1, 0],
           [0, 0, 0, 0, 0, 0, 0],
           [0, 1, 0, 1, 0, 1, 0]])
    """
    opened = _with_positive_weights(net)
    with _EveryPathOpen():
        gradient = _gradient(opened, torch.ones(1, *shape, dtype=torch.float64), cell, "rf_by_gradient")
    return (gradient[0] > 0).any(dim=0).numpy()


def effective_rf(net: nn.Module, shape: tuple[int, int, int], *, samples: int = 64, seed: int = 0) -> np.ndarray:
    """Measure how much each input cell counts for the middle cell of a network's last map.

    Parameters
    ----------
    net : torch.nn.Module
        As for :func:`rf_by_gradient`, here with its own weights, activations and poolings, in evaluation mode.
    shape : tuple of int
        Channels, height and width of the input.
    samples : int
        How many random inputs, each number drawn from a normal distribution, the gradient is averaged over.
    seed : int
        From which the inputs are drawn.

    Returns
    -------
    numpy.ndarray, shape (height, width), float64
        The mean absolute gradient of the cell's sum over channels, divided by its sum: what is here adds up to 1.

    Raises
    ------
    ValueError
        If the network gives no map, or no input changes the cell.

    Notes
    -----
    The effective receptive field of Luo, Li, Urtasun and Zemel (2016).

    Examples
    --------
    >>> net = nn.Conv2d(1, 1, (1, 3))
    >>> net.weight.data = torch.tensor([[[[1.0, 2.0, -1.0]]]])
    >>> effective_rf(net, (1, 1, 5), samples=1)
    array([[0.  , 0.25, 0.5 , 0.25, 0.  ]])
    """
    whole("effective_rf", "samples", samples, at_least=1)
    drawn = torch.randn(samples, *shape, dtype=torch.float64, generator=torch.Generator().manual_seed(seed))
    return effective_rf_on(net, drawn)


def effective_rf_on(net: nn.Module, x: Tensor) -> np.ndarray:
    """Measure as :func:`effective_rf` does, on inputs of one's own.

    Parameters
    ----------
    net : torch.nn.Module
        As for :func:`effective_rf`.
    x : torch.Tensor, shape (samples, channels, height, width)
        What the gradient is averaged over.

    Returns
    -------
    numpy.ndarray, shape (height, width), float64
        What is here adds up to 1.

    Raises
    ------
    ValueError
        If the network gives no map, or no input changes the cell.
    """
    asked = copy.deepcopy(net).to("cpu", torch.float64).eval()
    batches = x.detach().double().split(16)
    total = sum(_gradient(asked, some, None, "effective_rf").abs().sum(dim=(0, 1)) for some in batches)
    if not total.any():
        raise ValueError(
            f"effective_rf: no input of shape {tuple(x.shape[1:])} changes the middle cell, in {len(x)} samples; "
            "give a network that is alive, or more samples."
        )
    return (total / total.sum()).numpy()


def _gradient(net: nn.Module, x: Tensor, cell: tuple[int, int] | None, caller: str) -> Tensor:
    x.requires_grad_()
    y = net(x)
    if y.ndim != 4:
        raise ValueError(
            f"{caller}: the network gives shape {tuple(y.shape)}; it needs a map (batch, channels, height, width): "
            "give the layers before the flattening."
        )
    height, width = y.shape[2:]
    row, column = (height // 2, width // 2) if cell is None else cell
    if not (0 <= row < height and 0 <= column < width):
        raise ValueError(f"{caller}: cell {(row, column)} is not in a map of {height}×{width}; count both from 0.")
    return torch.autograd.grad(y[:, :, row, column].sum(), x)[0]


def _with_positive_weights(net: nn.Module) -> nn.Module:
    opened = copy.deepcopy(net).to("cpu", torch.float64).eval()
    for name, parameter in opened.named_parameters():
        read = parameter.numel() // len(parameter) if parameter.ndim > 1 else 1
        parameter.data.fill_(0 if name.endswith("bias") else 1 / read)
    return opened


class _EveryPathOpen(TorchFunctionMode):
    """Turn what can hide a path into what cannot, whether a module calls it or a forward method does."""

    def __torch_function__(
        self, func: Callable, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs, name = dict(kwargs or {}), getattr(func, "__name__", "").strip("_")
        if name in ACTIVATIONS or name in NORMS:
            return args[0]
        if name == "max_pool2d":
            kwargs.pop("return_indices", None)
            return _sum_pool2d(*args, **kwargs)
        if name == "adaptive_max_pool2d":
            return F.adaptive_avg_pool2d(*args[:2])
        return func(*args, **kwargs)


def _sum_pool2d(
    x: Tensor,
    kernel_size: Any,
    stride: Any = None,
    padding: Any = 0,
    dilation: Any = 1,
    ceil_mode: bool = False,
) -> Tensor:
    """Sum each window of a max pool: a convolution with ones, channel by channel."""
    kernel = (kernel_size,) * 2 if isinstance(kernel_size, int) else tuple(kernel_size)
    stride = stride or kernel
    height, width = F.max_pool2d(x, kernel, stride, padding, dilation, ceil_mode).shape[2:]
    ones = x.new_ones(x.shape[1], 1, *kernel)
    roomy = F.pad(x, (0, 2 * max(kernel), 0, 2 * max(kernel))) if ceil_mode else x
    return F.conv2d(roomy, ones, None, stride, padding, dilation, x.shape[1])[:, :, :height, :width]
