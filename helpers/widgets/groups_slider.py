"""The groups slider: which input channels reach which output channels, and what that costs."""

from typing import Any

import anywidget
import traitlets

from helpers.widgets.source import script, style

MOST_CHANNELS, LARGEST_KERNEL, LARGEST_SIZE = 1024, 11, 512


class GroupsSlider(anywidget.AnyWidget):
    """Split the channels of a convolution into groups, and watch its weights and multiply-adds go down.

    A drawing shows which input channels reach which output channels, as lines (few channels) and as blocks of a
    matrix. The slider stops at all numbers of groups that divide both channel counts; where every input channel is a
    group of its own, the layer is *depthwise*. A switch adds the 1×1 convolution that follows it (*depthwise
    separable*) and shows the exact ratio to the full layer, 1/C_out + 1/k². Channels, kernel and size can be changed.

    Parameters
    ----------
    in_channels, out_channels : int
        1 to 1024.
    kernel : int, optional
        Rows and columns of the square kernel, 1 to 11.
    size : int, optional
        Rows and columns of the output map, 1 to 512, on which the multiply-adds depend.
    groups : int, optional
        Where the slider stands to begin with; divides both channel counts.
    separable : bool, optional
        Start with the depthwise layer and the 1×1 layer after it, whatever ``groups`` says.
    predict : bool, optional
        Cover the numbers until the reader says that the predictions are made.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If a number is out of its range, or ``groups`` does not divide both channel counts.

    Examples
    --------
    >>> GroupsSlider(8, 16, groups=4).groups
    4
    >>> GroupsSlider(64, 128, kernel=3, size=56, separable=True).separable
    True
    """

    _esm = script("groups_slider")
    _css = style("parts/grids", "parts/torch", "parts/stage", "groups_slider")
    in_channels = traitlets.Int(1).tag(sync=True)
    out_channels = traitlets.Int(1).tag(sync=True)
    kernel = traitlets.Int(3).tag(sync=True)
    size = traitlets.Int(56).tag(sync=True)
    groups = traitlets.Int(1).tag(sync=True)
    separable = traitlets.Bool().tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        *,
        kernel: int = 3,
        size: int = 56,
        groups: int = 1,
        separable: bool = False,
        predict: bool = False,
        key: str = "",
    ) -> None:
        layer = {"in_channels": in_channels, "out_channels": out_channels, "kernel": kernel, "size": size}
        super().__init__(**layer, groups=groups, separable=separable, predict=predict, key=key)

    @traitlets.validate("in_channels", "out_channels", "kernel", "size", "groups")
    def _fits(self, proposal: Any) -> int:
        name, value = proposal["trait"].name, proposal["value"]
        most = {"kernel": LARGEST_KERNEL, "size": LARGEST_SIZE}.get(name, MOST_CHANNELS)
        if not 1 <= value <= most:
            raise ValueError(f"GroupsSlider: {name} is {value}; use 1 to {most}.")
        now = {key: getattr(self, key) for key in ("in_channels", "out_channels", "groups")} | {name: value}
        groups = max(1, now["groups"])  # a number below 1 is told of where it is validated itself
        if now["in_channels"] % groups or now["out_channels"] % groups:
            raise ValueError(
                f"GroupsSlider: groups={now['groups']} does not divide {now['in_channels']} input and "
                f"{now['out_channels']} output channels; use a number that divides both."
            )
        return value
