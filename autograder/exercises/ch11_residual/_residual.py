"""A residual block that makes the mistakes asked for."""

from typing import Any

from autograder.exercises.ch11_residual._blocks import (
    built,
    conv,
    is_projected,
    joined,
    projection,
    rectified,
    shortcut,
)


def slipped(in_channels: int, out_channels: int, *, stride: int = 1, slips: frozenset[str] = frozenset()) -> Any:
    """Build a block of two 3×3 convolutions, making the mistakes asked for."""
    from torch import nn

    middle = in_channels if "widened-by-conv2" in slips else out_channels
    first, second = _strides(stride, slips)
    parts: dict[str, Any] = {
        "conv1": conv(in_channels, middle, 3, first, slips),
        "bn1": nn.BatchNorm2d(in_channels if "preactivated" in slips else middle),
        "conv2": conv(middle, out_channels, 3, second, slips),
        "bn2": nn.BatchNorm2d(middle if "preactivated" in slips else out_channels),
        "downsample": None,
    }
    if "norm-shared" in slips:
        del parts["bn2"]
    if is_projected(in_channels != out_channels, stride, slips):
        parts["downsample"] = projection(in_channels, out_channels, stride, slips)
    return built(lambda net, x: _answer(net, x, stride, slips), **parts)


def _strides(stride: int, slips: frozenset[str]) -> tuple[int, int]:
    if "stride-on-both" in slips:
        return stride, stride
    if "stride-on-conv2" in slips:
        return 1, stride
    return (1, 1) if "stride-forgotten" in slips else (stride, 1)


def _answer(net: Any, x: Any, stride: int, slips: frozenset[str]) -> Any:
    if "preactivated" in slips:
        return net.conv2(net.bn2(net.conv1(net.bn1(x).relu())).relu()) + shortcut(net, x, stride, slips)
    y = net.conv1(x)
    if "norm-after-relu" in slips:
        y = net.bn1(y.relu())
    else:
        y = net.bn1(y) if "relu-between-missing" in slips else net.bn1(y).relu()
    handed_on = y if "shortcut-after-relu" in slips else x
    second = net.bn1 if slips & {"norm-shared", "bn1-used-twice"} else getattr(net, "bn2", None)
    y = (net.conv1 if "conv1-used-twice" in slips else net.conv2)(y)
    late = "norm-after-sum" in slips
    y = y if late or "bn2-unused" in slips else second(y)
    y = joined(y, shortcut(net, y if "input-overwritten" in slips else handed_on, stride, slips), slips)
    return rectified(second(y) if late else y, slips)
