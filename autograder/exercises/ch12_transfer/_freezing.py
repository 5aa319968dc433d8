"""Freezing with slips: which parts are held, by what, and what becomes of their norms."""

import copy
from collections.abc import Sequence
from functools import partial
from typing import Any

NOT_HELD = {"statistics-move", "eval-once", "net-in-eval-once", "batch-statistics-used"}


def slipped(net: Any, *, upto: str, slips: frozenset[str] = frozenset()) -> Any:
    """Freeze a network's first parts, making the mistakes asked for."""
    net = copy.deepcopy(net) if "on-a-copy" in slips else net
    names = [name for name, _ in net.named_children()]
    if upto not in names and "unknown-name-accepted" not in slips:
        raise ValueError(f"there is no {upto}")
    if "net-in-eval-once" in slips:
        net.eval()
    frozen = _frozen(names, upto, slips)
    for name, part in net.named_children():
        _hold(part, name in frozen, slips)
        if name in frozen or "all-norms-still" in slips:
            for norm in _norms(part, slips):
                _still(norm, slips)
    return net


def _frozen(names: Sequence[str], upto: str, slips: frozenset[str]) -> Sequence[str]:
    place = names.index(upto) if upto in names else len(names)
    ways = {
        "only-that-part": names[place : place + 1],
        "up-to-and-not-with": names[:place],
        "the-others": names[place + 1 :],
        "from-there-on": names[place:],
        "all-parts": names,
        "all-but-the-last": names[:-1],
        "in-order-of-letters": sorted(names)[: sorted(names).index(upto) + 1] if upto in names else names,
        "by-beginning": [name for name in names if name.startswith(upto)],
    }
    return next((ways[slip] for slip in ways if slip in slips), names[: place + 1])


def _hold(part: Any, frozen: bool, slips: frozenset[str]) -> None:
    if "parameters-untouched" in slips:
        part.requires_grad = not frozen
        return
    kept = {id(value) for module in part.modules() if hasattr(module, "running_var") for value in module.parameters()}
    for name, value in part.named_parameters():
        held = frozen
        if ("weights-only" in slips and not name.endswith("weight")) or ("norms-learn" in slips and id(value) in kept):
            held = False
        if held or "others-not-freed" not in slips:
            value.requires_grad_(not held)


def _norms(part: Any, slips: frozenset[str]) -> list[Any]:
    modules = part.children() if "one-level-deep" in slips else part.modules()
    norms = [module for module in modules if hasattr(module, "running_var")]
    return [norm for norm in norms if "BatchNorm2d" in type(norm).__name__ or "norms-of-maps-only" not in slips]


def _still(norm: Any, slips: frozenset[str]) -> None:
    if "batch-statistics-used" in slips:
        norm.momentum = 0.0
    if "only-from-the-next-train-on" not in slips and not slips & (NOT_HELD - {"eval-once"}):
        norm.eval()
    if not slips & NOT_HELD:
        norm.train = partial(_eval, norm)


def _eval(norm: Any, mode: bool = True) -> Any:
    del mode
    norm.training = False
    return norm
