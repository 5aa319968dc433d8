"""Blocks that begin as the identity: the weight of each last norm at 0."""

import copy
from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Given, Part
from autograder.exercises.ch11_residual._inputs import drawn_image, image
from autograder.exercises.ch11_residual._zero_slips import ZERO_SLIPS
from autograder.given import resolve
from autograder.trials import Modes, Output, Trainable, Values


def reference(net: Any) -> Any:
    """Change the network, and return it."""
    from helpers.residual import zero_init

    return zero_init(net)


def slipped(net: Any, *, slips: frozenset[str] = frozenset()) -> Any:
    """Silence the branches of a network's blocks, making the mistakes asked for."""
    net = copy.deepcopy(net) if "on-a-copy" in slips else net
    parts = list(net.children()) if "direct-children-only" in slips else list(net.modules())
    blocks = [part for part in parts if hasattr(part, "bn2")]
    if "stem-too" in slips:
        blocks = [part for part in parts if hasattr(part, "bn1")]
    if "bottlenecks-left-out" in slips or "bottlenecks-only" in slips:
        blocks = [part for part in blocks if hasattr(part, "bn3") == ("bottlenecks-only" in slips)]
    blocks = blocks[:1] if "first-block-only" in slips else blocks
    blocks = [] if "nothing-changed" in slips else blocks
    for block in blocks[-1:] if "last-block-only" in slips else blocks:
        for owner, name in _norms(block, slips):
            _change(block, owner, name, slips)
    if "every-norm" in slips and "nothing-changed" not in slips:
        for owner, name in [found for part in net.modules() for found in _norms_within(part)]:
            _change(owner, owner, name, slips)
    return net.eval() if "put-into-eval" in slips else net


def _last(block: Any) -> str:
    return next(name for name in ("bn3", "bn2", "bn1") if hasattr(block, name))


def _norms(block: Any, slips: frozenset[str]) -> list[tuple[Any, str]]:
    """Return the norms that are to be changed, each by the module that holds it and the name that it has there."""
    projected = getattr(block, "downsample", None) is not None
    if "first-norm" in slips:
        return [(block, "bn1")]
    if "last-registered" in slips and projected:
        return [(block.downsample, "1")]
    if "bn2-always" in slips:
        return [(block, "bn2")]
    names = ["bn1", "bn2", "bn3"] if "every-norm-of-blocks" in slips else [_last(block)]
    names = ["bn2", "bn3"] if "bn2-and-bn3" in slips else names
    also = [(block.downsample, "1")] if "projection-too" in slips and projected else []
    return [(block, name) for name in names if hasattr(block, name)] + also


def _norms_within(part: Any) -> list[tuple[Any, str]]:
    return [(part, name) for name, child in part.named_children() if hasattr(child, "running_mean")]


def _change(block: Any, owner: Any, name: str, slips: frozenset[str]) -> None:
    import torch
    from torch import nn

    norm = owner._modules[name]
    if "norm-made-anew" in slips:
        norm = nn.BatchNorm2d(norm.num_features)
        owner._modules[name] = norm
    convolution = getattr(block, name.replace("bn", "conv"), norm)
    with torch.no_grad():
        if "convolution-instead" in slips:
            convolution.weight.zero_()
        elif "bias-instead" not in slips:
            norm.weight.fill_(1 if "ones-for-zeros" in slips else 0)
        if slips & {"bias-too", "bias-instead"}:
            norm.bias.zero_()
    if "frozen" in slips:
        norm.weight.requires_grad_(False)


def _working(case: Case, cell: tuple[int, ...]) -> str:
    if isinstance(case.trial, Output):
        return "With its last norm's weight at 0, the branch of a block is that norm's bias, whatever comes in."
    values = resolve(case.args[0]).state_dict()
    ends = np.cumsum([values[name].numel() for name in sorted(values)])
    name = sorted(values)[int(np.searchsorted(ends, cell[0], side="right"))]
    last = name in _zeroed(resolve(case.args[0]))
    what = "the weight of the last norm of its block" if last else "which is to stay as it was"
    return f"That is a number of {name}, {what}."


def _zeroed(net: Any) -> set[str]:
    blocks = {name: part for name, part in net.named_modules() if hasattr(part, "bn2")}
    return {f"{name}.{_last(block)}.weight".removeprefix(".") for name, block in blocks.items()}


def _drawn(rng: np.random.Generator, *nets: str) -> tuple[Case, ...]:
    return tuple(
        Case((Given(net),), trial=Output(drawn_image(rng, 1), weights=None, training=bool(rng.integers(2))))
        for net in nets
    )


EXERCISE = Exercise(
    name="zero_init",
    chapter=11,
    goal="Set the weight of the last norm of each residual block to 0, in place, and return the network.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "blocks of two convolutions",
            points=2,
            probe=(
                Case((Given("residual_pair"),), trial=Values(argument=0)),
                Case((Given("lone_block"),), trial=Values(argument=0)),
                Case((Given("residual_net"),), trial=Values(argument=0)),
                Case((Given("residual_net"),), trial=Values()),
                Case((Given("residual_net"),), trial=Trainable()),
                Case((Given("residual_net"),), trial=Modes(argument=0)),
                Case((Given("net_in_use"),), trial=Modes(argument=0)),
                Case((Given("residual_pair"),), trial=Output(image(2, 2, 3, 4), weights=None)),
            ),
            cases=lambda rng: _drawn(rng, "residual_net", "net_in_use"),
        ),
        Part(
            "bottlenecks",
            points=2,
            probe=(
                Case((Given("bottleneck_net"),), trial=Values(argument=0)),
                Case((Given("bottleneck_pair"),), trial=Values(argument=0)),
                Case((Given("bottleneck_net"),), trial=Values()),
                Case((Given("bottleneck_net"),), trial=Trainable(argument=0)),
            ),
            cases=lambda rng: _drawn(rng, "bottleneck_net", "bottleneck_net"),
        ),
    ),
    slips=ZERO_SLIPS,
)
