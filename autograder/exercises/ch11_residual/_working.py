"""How a number of a block or a network comes about, as text."""

from typing import Any

import numpy as np

from autograder.exercise import Case
from autograder.show import number
from autograder.tensors import as_tensor
from autograder.trials import Gradient, Output, Statistics, drawn


def with_drawn_weights(net: Any, seed: int) -> Any:
    """Load into a network what a trial loads.

    Parameters
    ----------
    net : torch.nn.Module
        Changed in place.
    seed : int
        The trial's.

    Returns
    -------
    torch.nn.Module
        The same.
    """
    now = {name: value for name, value in net.state_dict().items() if value.is_floating_point()}
    values = {name: as_tensor(drawn(name, tuple(value.shape), seed)) for name, value in now.items()}
    net.load_state_dict(values, strict=False)
    return net


def told_block(net: Any, last_norm: Any, case: Case, cell: tuple[int, ...]) -> str:
    """Tell the sum that a cell of a right block's output is, or which number of it is looked at.

    Parameters
    ----------
    net : torch.nn.Module
        A right block.
    last_norm : torch.nn.Module
        Its part whose output is added to the shortcut.
    case : Case
        Its trial tells what was done.
    cell : tuple of int
        Which number.

    Returns
    -------
    str
        One sentence or two.
    """
    trial = case.trial
    if isinstance(trial, Statistics):
        return told_buffer(net, cell[0])
    if isinstance(trial, Gradient):
        return "The gradient reaches x on two ways, through the convolutions and along the shortcut; the two are added."
    if not isinstance(trial, Output):
        return ""
    import torch

    seen: list[Any] = []
    last_norm.register_forward_hook(lambda *told: seen.append(told[2].detach().clone()))
    with torch.no_grad():
        x = as_tensor(trial.x)
        with_drawn_weights(net, trial.weights).train(trial.training)(x)
        beside = x if net.downsample is None else net.downsample(x)
    branch, shortcut = seen[0][cell].item(), beside[cell].item()
    name = "x" if net.downsample is None else "the projection of x"
    total = f"{number(round(branch, 4))} + {number(round(shortcut, 4))} = {number(round(branch + shortcut, 4))}"
    return (
        f"There the branch gives {number(round(branch, 4))} and {name} is {number(round(shortcut, 4))}; "
        f"{total.replace('+ −', '− ')}, and ReLU makes {number(round(max(branch + shortcut, 0.0), 4))} of it."
    )


def told_buffer(net: Any, place: int) -> str:
    """Tell which number stands at a place in the row of all running statistics.

    Parameters
    ----------
    net : torch.nn.Module
        A right network.
    place : int
        In the row, the buffers sorted by name.

    Returns
    -------
    str
        A sentence.
    """
    buffers = sorted((name, value.numel()) for name, value in net.named_buffers() if "running_" in name)
    ends = np.cumsum([count for _, count in buffers])
    which = int(np.searchsorted(ends, place, side="right"))
    name, count = buffers[which]
    channel = place - int(ends[which]) + count
    return (
        f"That is {name}[{channel}], which after a run in training mode is 0.9 times what it was and 0.1 times what "
        "that batch has there."
    )
