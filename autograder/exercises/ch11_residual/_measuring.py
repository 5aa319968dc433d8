"""The gradient norms of a network's blocks, with the mistakes asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def slipped(net: Any, x: Any, y: Any, *, slips: frozenset[str] = frozenset()) -> tuple[float, ...]:
    """Measure the network itself, put back what it was, and make the mistakes asked for."""
    with _put_back(net, slips):
        if "mode-as-it-is" not in slips:
            net.train("evaluation-mode" not in slips)
        if "gradients-added" not in slips:
            net.zero_grad()
        _backward(net, x, y, slips)
        norms = [_size(parameters, slips) for parameters in _chosen(net, slips)]
    return tuple(norms[::-1] if "last-block-first" in slips else norms)


@contextmanager
def _put_back(net: Any, slips: frozenset[str]) -> Iterator[None]:
    gradients = {name: value.grad for name, value in net.named_parameters()}
    gradients = {name: None if value is None else value.clone() for name, value in gradients.items()}
    buffers = {name: value.clone() for name, value in net.named_buffers()}
    mode = net.training
    yield
    if "nothing-put-back" in slips:
        return
    if "gradients-cleared" in slips:
        net.zero_grad()
    elif "gradients-left" not in slips:
        for name, value in net.named_parameters():
            value.grad = gradients[name]
    if "statistics-left" not in slips:
        for name, value in net.named_buffers():
            value.copy_(buffers[name])
    if "mode-left" not in slips:
        net.train(mode and "evaluation-mode-left" not in slips)


def _backward(net: Any, x: Any, y: Any, slips: frozenset[str]) -> None:
    from torch.nn import functional as F

    if "images-one-by-one" in slips:
        for image, label in zip(x.split(1), y.split(1), strict=True):
            (_loss(net(image), label, slips) / len(x)).backward()
    elif "squared-error" in slips:
        scores = net(x)
        F.mse_loss(scores, F.one_hot(y, scores.shape[1]).to(scores.dtype)).backward()
    else:
        _loss(net(x), y, slips).backward()


def _loss(scores: Any, y: Any, slips: frozenset[str]) -> Any:
    from torch.nn import functional as F

    if "output-for-loss" in slips:
        return scores.sum()
    if "logits-as-log-probabilities" in slips:
        return F.nll_loss(scores, y)
    scores = scores.softmax(dim=1) if "softmax-first" in slips else scores
    return F.cross_entropy(scores, y, reduction="sum" if "summed-loss" in slips else "mean")


def _chosen(net: Any, slips: frozenset[str]) -> list[list[Any]]:
    blocks = [part for part in net.modules() if hasattr(part, "conv1") and hasattr(part, "conv2")]
    if "whole-blocks" in slips:
        return [list(block.parameters()) for block in blocks]
    if "every-convolution" in slips:
        return [[value] for value in net.parameters() if value.ndim == 4]
    if "stem-counted" in slips:
        blocks = [part for part in net.modules() if hasattr(part, "conv1")]
    return [[(block.conv2 if "conv2-for-conv1" in slips else block.conv1).weight] for block in blocks]


def _size(parameters: list[Any], slips: frozenset[str]) -> float:
    import torch

    weights = torch.cat([value.detach().flatten() for value in parameters])
    gradient = torch.cat([value.grad.flatten() for value in parameters])
    gradient = weights if "weights-for-gradients" in slips else gradient
    sizes = gradient.abs()
    if "mean-of-sizes" in slips:
        return float(sizes.mean())
    if "sum-of-sizes" in slips:
        return float(sizes.sum())
    if "largest-size" in slips:
        return float(sizes.max())
    norm = float(sizes.square().sum()) ** (1 if "squared" in slips else 0.5)
    if "root-mean-square" in slips:
        return norm / len(gradient) ** 0.5
    return norm / float(weights.norm()) if "relative-to-the-weights" in slips else norm
