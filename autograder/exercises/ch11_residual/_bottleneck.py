"""A bottleneck block that makes the mistakes asked for."""

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


def slipped(in_channels: int, channels: int, *, stride: int = 1, slips: frozenset[str] = frozenset()) -> Any:
    """Build a block of a 1×1, a 3×3 and a 1×1 convolution, making the mistakes asked for."""
    from torch import nn

    first, second, wide = _widths(in_channels, channels, slips)
    strides = _strides(stride, slips)
    kernels = (3, 3, 3) if "all-3x3" in slips else (1, 3, 1)
    between = [in_channels, first, second, wide]
    parts: dict[str, Any] = {}
    for i in range(3):
        parts[f"conv{i + 1}"] = conv(between[i], between[i + 1], kernels[i], strides[i], slips)
        parts[f"bn{i + 1}"] = nn.BatchNorm2d(between[i + 1])
    if "bn3-missing" in slips:
        del parts["bn3"]
    differ = in_channels != (channels if "narrow-width-compared" in slips else wide)
    projected = is_projected(differ, stride, slips)
    target = channels if "projection-to-narrow" in slips else wide
    parts["downsample"] = projection(in_channels, target, stride, slips) if projected else None
    return built(lambda net, x: _answer(net, x, stride, slips), **parts)


def _widths(in_channels: int, channels: int, slips: frozenset[str]) -> tuple[int, int, int]:
    if "channels-taken-as-output" in slips:
        return channels // 4, channels // 4, channels
    if "expansion-forgotten" in slips:
        return channels, channels, channels
    if "expansion-of-input" in slips:
        return channels, channels, 4 * in_channels
    if "expansion-of-2" in slips:
        return channels, channels, 2 * channels
    if "wide-in-the-middle" in slips:
        return 4 * channels, 4 * channels, 4 * channels
    if "turned-inside-out" in slips:
        return 4 * channels, 4 * channels, channels
    return channels, 4 * channels if "widened-by-3x3" in slips else channels, 4 * channels


def _strides(stride: int, slips: frozenset[str]) -> tuple[int, int, int]:
    if "stride-on-first-1x1" in slips:
        return stride, 1, 1
    if "stride-on-last-1x1" in slips:
        return 1, 1, stride
    if "stride-on-two" in slips:
        return stride, stride, 1
    return (1, 1, 1) if "stride-forgotten" in slips else (1, stride, 1)


def _answer(net: Any, x: Any, stride: int, slips: frozenset[str]) -> Any:
    if "norms-after-relus" in slips:
        y = net.bn2(net.conv2(net.bn1(net.conv1(x).relu())).relu())
    else:
        y = net.bn1(net.conv1(x))
        y = y if slips & {"first-relu-missing", "relus-between-missing"} else y.relu()
        y = net.bn2(net.conv2(y))
        y = y if slips & {"second-relu-missing", "relus-between-missing"} else y.relu()
    y = net.conv3(y)
    late = "norm-after-sum" in slips
    y = y if late or slips & {"bn3-missing", "bn3-unused"} else net.bn3(y)
    y = joined(y, shortcut(net, y if "input-overwritten" in slips else x, stride, slips), slips)
    return rectified(net.bn3(y) if late else y, slips)
