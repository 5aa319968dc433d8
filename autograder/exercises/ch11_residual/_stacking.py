"""A whole residual network, with the mistakes asked for."""

from typing import Any

from autograder.exercises.ch11_residual._building import built
from autograder.exercises.ch11_residual._residual import slipped as block

LAYERS = 3


def slipped(
    depth: int, *, classes: int = 10, width: int = 16, in_channels: int = 1, slips: frozenset[str] = frozenset()
) -> Any:
    """Build a network, making the mistakes asked for."""
    from torch import nn

    classes = 10 if "classes-ignored" in slips else classes
    width = 16 if "width-ignored" in slips else width
    in_channels = 1 if "in-channels-ignored" in slips else in_channels
    widths = _widths(width, slips)
    channels = 2 * width if "doubled-from-the-start" in slips else width
    parts = _stem(in_channels, channels, slips)
    for number, blocks in enumerate(dealt(depth, slips)):
        strides = _strides(number, blocks, slips)
        kept: list[Any] = []
        for stride in strides:
            made = block(channels, widths[number], stride=stride, slips=_of_blocks(slips))
            again = "same-block-repeated" in slips and len(kept) >= (2 if number else 1)
            kept.append(kept[-1] if again else made)
            channels = widths[number]
        parts[f"layer{number + 1}"] = nn.Sequential(*kept)
    features = widths[-1] if "fc-always-wide" in slips else channels
    parts["fc"] = nn.Linear(features, classes, bias="fc-without-bias" not in slips)
    return built(lambda net, x: _answer(net, x, slips), **parts)


def dealt(depth: int, slips: frozenset[str]) -> list[int]:
    """Return how many blocks each layer gets.

    Parameters
    ----------
    depth : int
        Of the network.
    slips : frozenset of str
        The mistakes asked for.

    Returns
    -------
    list of int
        Three counts.
    """
    blocks = (depth - 2) // 2
    if "ends-not-counted" in slips:
        blocks = depth // 2
    if "one-convolution-a-block" in slips:
        blocks = depth - 2
    each, rest = divmod(blocks, LAYERS)
    if "all-in-each" in slips:
        each, rest = blocks, 0
    if "rest-dropped" in slips:
        rest = 0
    if "rounded-up" in slips:
        each, rest = each + (rest > 0), 0
    counts = [each + (number < rest) for number in range(LAYERS)]
    if "dealt-in-chunks" in slips:
        most = -(-blocks // LAYERS)
        counts = [max(0, min(most, blocks - number * most)) for number in range(LAYERS)]
    if "rest-to-the-last" in slips:
        counts.reverse()
    return [each + rest, each, each] if "rest-to-the-first" in slips else counts


def _widths(width: int, slips: frozenset[str]) -> list[int]:
    if "widths-not-doubled" in slips:
        return [width] * LAYERS
    if "widths-added" in slips:
        return [width, 2 * width, 3 * width]
    return [(2 if "doubled-from-the-start" in slips else 1) * width * 2**number for number in range(LAYERS)]


def _strides(number: int, blocks: int, slips: frozenset[str]) -> list[int]:
    step = 1 if "no-strides" in slips or (number == 0 and "stride-in-layer1" not in slips) else 2
    if "every-block-strided" in slips:
        return [step] * blocks
    strides = [step, *[1] * (blocks - 1)][:blocks]
    return strides[::-1] if "stride-on-last-block" in slips else strides


def _of_blocks(slips: frozenset[str]) -> frozenset[str]:
    return frozenset({"not-added", "never-projected"} if "plain-blocks" in slips else {})


def _stem(in_channels: int, channels: int, slips: frozenset[str]) -> dict[str, Any]:
    from torch import nn

    kernel = 7 if "stem-7x7" in slips else 3
    stride = 2 if slips & {"stem-7x7", "stem-strided"} else 1
    biased = "stem-bias-left" in slips
    parts: dict[str, Any] = {"conv1": nn.Conv2d(in_channels, channels, kernel, stride, kernel // 2, bias=biased)}
    return parts if "stem-norm-missing" in slips else {**parts, "bn1": nn.BatchNorm2d(channels)}


def _answer(net: Any, x: Any, slips: frozenset[str]) -> Any:
    from torch.nn import functional as F

    x = net.conv1(x)
    x = x if "stem-norm-missing" in slips else net.bn1(x)
    x = x if "stem-relu-missing" in slips else x.relu()
    x = F.max_pool2d(x, 3, 2, 1) if "stem-pooled" in slips else x
    x = net.layer3(net.layer2(net.layer1(x)))
    pooled = x.mean(dim=(2, 3))
    pooled = x.amax(dim=(2, 3)) if "maximum-for-mean" in slips else pooled
    pooled = x.sum(dim=(2, 3)) if "sum-for-mean" in slips else pooled
    scores = net.fc(pooled)
    if "softmax-at-the-end" in slips:
        return scores.softmax(dim=1)
    if "log-softmax-at-the-end" in slips:
        return scores.log_softmax(dim=1)
    return scores.relu() if "relu-on-scores" in slips else scores
