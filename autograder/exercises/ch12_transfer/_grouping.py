"""Groups of parameters with slips: whose they are, which of them, and at which rate."""

from collections.abc import Sequence
from typing import Any


def slipped(net: Any, *, lr: float, head_lr: float, slips: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Deal out a network's parameters, making the mistakes asked for."""
    if "all-made-to-learn" in slips:
        net.requires_grad_(True)
    body, head = (_chosen(net, values, slips) for values in _dealt(net, slips))
    lr, head_lr = _rates(lr, head_lr, slips)
    if "copies-for-parameters" in slips:
        body, head = [value.detach() for value in body], [value.detach() for value in head]
    groups = [{"params": body, "lr": lr}, {"params": head, "lr": head_lr}]
    groups = groups[1:] if "body-left-out" in slips else groups
    groups = groups[:1] if "head-left-out" in slips else groups
    return [group for group in groups if group["params"] or "empty-group-kept" in slips]


def _rates(lr: float, head_lr: float, slips: frozenset[str]) -> tuple[float, float]:
    ways = {
        "rates-swapped": (head_lr, lr),
        "one-rate-for-all": (lr, lr),
        "head-rate-for-all": (head_lr, head_lr),
        "head-rate-as-a-factor": (lr, lr * head_lr),
    }
    return next((ways[slip] for slip in ways if slip in slips), (lr, head_lr))


def _dealt(net: Any, slips: frozenset[str]) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return the parameters of the body and those of the head."""
    everything, parts = list(net.parameters()), dict(net.named_children())
    last = list(parts)[-1]
    head = list(parts[last].parameters())
    if "first-part-as-head" in slips:
        head = list(parts[next(iter(parts))].parameters())
    if "head-by-name" in slips:
        head = list(parts["head"].parameters()) if "head" in parts else []
    if "last-layer-as-head" in slips:
        head = list(list(net.modules())[-1].parameters())
    if "last-two-parameters" in slips:
        head = everything[-2:]
    if "head-in-both" in slips:
        return everything, head
    known = {id(value) for value in head}
    return [value for value in everything if id(value) not in known], head


def _chosen(net: Any, values: Sequence[Any], slips: frozenset[str]) -> list[Any]:
    by_part = "first-parameter-decides" in slips
    names = {id(value): name for name, value in net.named_parameters()}
    first = {id(v): next(part.parameters()).requires_grad for part in net.children() for v in part.parameters()}
    norms = {id(v) for module in net.modules() if hasattr(module, "running_var") for v in module.parameters()}
    return [
        value
        for value in values
        if ("frozen-included" in slips or (first[id(value)] if by_part else value.requires_grad))
        and (names[id(value)].endswith("weight") or "weights-only" not in slips)
        and (id(value) not in norms or "norms-left-out" not in slips)
    ]
