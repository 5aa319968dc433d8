"""Features read with slips: in which mode, from which parts, in which batches, and what is left behind."""

from collections.abc import Sequence
from typing import Any


def slipped(net: Any, x: Any, *, batch_size: int = 32, slips: frozenset[str] = frozenset()) -> Any:
    """Run all parts but the last, making the mistakes asked for."""
    import torch

    modes = {module: module.training for module in net.modules()}
    if not slips & {"training-mode", "training-mode-at-once"}:
        net.eval()
    parts = _parts(list(net.children()), slips)
    with torch.no_grad():
        batches = [_pooled(_run(parts, batch), slips) for batch in _batches(x, batch_size, slips)]
    _leave(net, modes, slips)
    return torch.cat(batches)


def _parts(parts: Sequence[Any], slips: frozenset[str]) -> Sequence[Any]:
    head = list(parts[-1].children()) or [parts[-1]]
    ways = {
        "head-included": parts,
        "last-layer-left-out": [*parts[:-1], *head[:-1]],
        "two-parts-left-out": parts[:-2],
        "first-part-only": parts[:1],
    }
    return next((ways[slip] for slip in ways if slip in slips), parts[:-1])


def _run(parts: Sequence[Any], x: Any) -> Any:
    for part in parts:
        x = part(x)
    return x


def _batches(x: Any, size: int, slips: frozenset[str]) -> Sequence[Any]:
    batches = x.split(size)
    if "training-mode-at-once" in slips:
        return [x]
    if "last-batch-lost" in slips:
        return batches[: len(x) // size]
    if "first-batch-only" in slips:
        return batches[:1]
    return batches[-1:] if "last-batch-only" in slips else batches


def _pooled(y: Any, slips: frozenset[str]) -> Any:
    if y.ndim != 4 or "maps-returned" in slips:
        return y
    ways = {
        "flattened": lambda: y.flatten(1),
        "maximum-for-mean": lambda: y.amax(dim=(2, 3)),
        "sum-for-mean": lambda: y.sum(dim=(2, 3)),
        "rows-only": lambda: y.mean(dim=2),
        "columns-only": lambda: y.mean(dim=3),
        "over-the-channels": lambda: y.mean(dim=1),
        "corner-taken": lambda: y[:, :, 0, 0],
    }
    return next((ways[slip] for slip in ways if slip in slips), lambda: y.mean(dim=(2, 3)))()


def _leave(net: Any, modes: dict[Any, bool], slips: frozenset[str]) -> None:
    """Put the modes back, or not; and leave other traces."""
    from torch import nn

    if "head-thrown-away" in slips:
        net[-1] = nn.Identity()
    if "network-frozen" in slips:
        net.requires_grad_(False)
    if "train-afterwards" in slips or "one-mode-for-all" in slips:
        net.train("train-afterwards" in slips or modes[net])
    elif "mode-not-put-back" not in slips:
        run = list(net.children())[:-1] if "parts-left-in-evaluation" in slips else []
        left = {module for part in run for module in part.modules()}
        for module, mode in modes.items():
            module.training = mode and module not in left
