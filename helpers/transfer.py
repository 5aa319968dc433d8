"""Use a trained network for something else: freeze its first parts, read its features, tune the rest gently."""

from collections import OrderedDict
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from helpers.shapes import whole


def freeze(net: nn.Sequential, *, upto: str) -> nn.Sequential:
    """Hold the first parts of a network as they are, in place, and let the others learn.

    Parameters
    ----------
    net : torch.nn.Sequential
        Its named parts are called one after the other.
    upto : str
        The last part that is frozen; so are all before it.

    Returns
    -------
    torch.nn.Sequential
        The same network. The parameters of the frozen parts require no gradient, all others do. A batch norm in a
        frozen part stays in evaluation mode even after ``net.train()``: otherwise its running mean and variance
        would move with each batch, although no optimizer touches them. What an earlier call froze further on is
        freed, and put into the network's own mode.

    Raises
    ------
    ValueError
        If no part has that name.

    Examples
    --------
    >>> net = nn.Sequential(OrderedDict(body=nn.BatchNorm1d(2), head=nn.Linear(2, 3)))
    >>> net = freeze(net, upto="body").train()
    >>> [name for name, parameter in net.named_parameters() if parameter.requires_grad]
    ['head.weight', 'head.bias']
    >>> net.body.training, net.head.training
    (False, True)
    """
    names = [name for name, _ in net.named_children()]
    if upto not in names:
        raise ValueError(f"freeze(upto={upto!r}): the network has no such part; use one of {', '.join(names)}.")
    frozen = set(names[: names.index(upto) + 1])
    for name, part in net.named_children():
        part.requires_grad_(name not in frozen)
        for norm in (module for module in part.modules() if isinstance(module, _BatchNorm)):
            # A partial with this norm, not a closure: a deep copy of the network then holds its own norms.
            if name in frozen:
                norm.eval()
                norm.train = partial(_stay, norm)
            elif "train" in vars(norm):
                del norm.train
                norm.train(net.training)
    return net


def extract_features(net: nn.Sequential, x: Tensor, *, batch_size: int = 32) -> Tensor:
    """Return what the last part of a network would read of each example: the output of all parts before it.

    Parameters
    ----------
    net : torch.nn.Sequential
        At least two parts; the last is the head, which is not called. Each module's mode is as before afterwards.
    x : torch.Tensor, shape (examples, …)
        What the network reads.
    batch_size : int, optional
        How many examples are computed at once, at least 1: it changes the memory that is needed, not the answer.

    Returns
    -------
    torch.Tensor, shape (examples, features)
        Computed in evaluation mode and without gradients. Of maps, shape (examples, channels, height, width), the
        mean over rows and columns.

    Raises
    ------
    TypeError, ValueError
        If the network has fewer than two parts, there are no examples, or batch_size is no whole number from 1 on.

    Examples
    --------
    >>> net = nn.Sequential(nn.Conv2d(3, 7, 3), nn.ReLU(), nn.Linear(7, 2))
    >>> extract_features(net, torch.zeros(5, 3, 8, 8)).shape
    torch.Size([5, 7])
    """
    whole("extract_features", "batch_size", batch_size, at_least=1)
    body, _ = _body_and_head("extract_features", net)
    if not len(x):
        raise ValueError(f"extract_features: x has shape {tuple(x.shape)}; give at least one example.")
    modes = {module: module.training for module in net.modules()}
    net.eval()
    try:
        with torch.no_grad():
            batches = [nn.Sequential(*body)(batch) for batch in x.split(batch_size)]
    finally:
        for module, training in modes.items():  # not net.train(): some may be frozen in another mode
            module.training = training
    out = torch.cat(batches)
    return out.mean(dim=(2, 3)) if out.ndim == 4 else out


def param_groups(net: nn.Sequential, *, lr: float, head_lr: float) -> list[dict[str, object]]:
    """Deal the trainable parameters into two groups for an optimizer: the body's, and those of the new head.

    Parameters
    ----------
    net : torch.nn.Sequential
        At least two parts; the last is the head.
    lr, head_lr : float
        Learning rates of the body and of the head, above 0. Trained weights are moved gently, so the first is
        usually the smaller.

    Returns
    -------
    list of dict
        ``{"params": [...], "lr": ...}``, the body's before the head's. Frozen parameters are in none, and a group
        that would be empty is left out.

    Raises
    ------
    ValueError
        If the network has fewer than two parts, or a learning rate is not above 0.

    Examples
    --------
    >>> net = nn.Sequential(OrderedDict(stem=nn.Linear(2, 4), body=nn.Linear(4, 4), head=nn.Linear(4, 3)))
    >>> groups = param_groups(freeze(net, upto="stem"), lr=1e-4, head_lr=1e-2)
    >>> [(len(group["params"]), group["lr"]) for group in groups]
    [(2, 0.0001), (2, 0.01)]
    >>> optimizer = torch.optim.Adam(groups)
    """
    body, head = _body_and_head("param_groups", net)
    for name, rate in (("lr", lr), ("head_lr", head_lr)):
        if not rate > 0:
            raise ValueError(f"param_groups: {name} is {rate}; it must be above 0. To hold a part still, freeze it.")
    groups = []
    for parts, rate in ((body, lr), ([head], head_lr)):
        params = [parameter for part in parts for parameter in part.parameters() if parameter.requires_grad]
        groups += [{"params": params, "lr": rate}] if params else []
    return groups


def with_new_head(net: nn.Sequential, classes: int) -> nn.Sequential:
    """Give a network that was trained on one question a new last layer for another.

    Parameters
    ----------
    net : torch.nn.Sequential
        A :class:`helpers.lite0.Lite0` or the trunk of one. Its parts are shared, not copied.
    classes : int
        Scores that come out, at least 1.

    Returns
    -------
    torch.nn.Sequential
        Its parts are the network's own, each block by itself: ``stem``, ``block0``, ``block1`` and on, then
        ``pool``, the mean of each map, and ``classifier``, a dense layer drawn anew by torch's seed. In the mode of
        ``net``.

    Examples
    --------
    >>> from helpers.lite0 import load_trunk
    >>> net = with_new_head(load_trunk(), 8)
    >>> net(torch.zeros(1, 3, 64, 64)).shape, [name for name, _ in net.named_children()][-3:]
    (torch.Size([1, 8]), ['block10', 'pool', 'classifier'])
    """
    whole("with_new_head", "classes", classes, at_least=1)
    parts: OrderedDict[str, nn.Module] = OrderedDict()
    for name, part in net.named_children():
        inside = part.named_children() if name == "blocks" else ()
        parts |= {f"block{number}": block for number, block in inside} or {name: part}
    parts |= {"pool": nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()), "classifier": nn.Identity()}
    whole_net = nn.Sequential(parts)
    numbers = extract_features(whole_net, torch.zeros(1, 3, 32, 32)).shape[1]
    whole_net.classifier = nn.Linear(numbers, classes)
    return whole_net.train(net.training)


def _stay(norm: nn.Module, mode: bool = True) -> nn.Module:
    """Stand in for ``train`` of a frozen norm: whatever is asked for, it stays in evaluation mode."""
    del mode
    return norm


def _body_and_head(call: str, net: nn.Sequential) -> tuple[list[nn.Module], nn.Module]:
    parts = list(net.children())
    if len(parts) < 2:
        raise ValueError(f"{call}: the network has {len(parts)} parts; it needs at least two, a body and a head.")
    return parts[:-1], parts[-1]
