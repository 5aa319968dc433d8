"""The channel sum: one kernel slice for each channel, and all of them added up to one map."""

from collections.abc import Sequence
from typing import Any

import anywidget
import numpy as np
import traitlets
from numpy.typing import ArrayLike

from helpers.widgets.source import script, style
from helpers.widgets.stack import Stack

LARGEST_IMAGE, LARGEST_KERNELS = (3, 8, 8), (3, 5, 5)


class ChannelSum(anywidget.AnyWidget):
    """See one output channel of a layer come about: each input channel times its slice of the kernel, then the sum.

    The map of each channel is shown, and below them their sum with the bias, as in an addition on paper. The reader
    chooses an output cell: its window is outlined in every channel, and its sum is written out. Channels can be left
    out, and the mean put in place of the sum, to see what those slips give. All numbers can be typed over.

    Parameters
    ----------
    image : array_like, shape (channels, height, width)
        2 or 3 channels, at most 8×8.
    kernels : array_like, shape (channels, kernel_height, kernel_width)
        One slice for each channel, at most 5×5 and not larger than the image: ``w[0]`` of a layer's weights.
    bias : float, optional
        Added once to each sum. Without it the sum stands alone.
    names : sequence of str, optional
        What the channels are called, such as ``("red", "green", "blue")``. Without them "channel 0" and so on.
    white : float, optional
        For a crop of a photograph: the value that is shown as white (0 is black), such as 255 or 1. Maps are then
        coloured too, blue below 0 and red above. Whole numbers from 0 to 255 read better in small cells than
        fractions. Without it the cells hold numbers only.
    counted : sequence of int, optional
        The channels that are added to begin with. Without it all of them.
    mean : bool, optional
        Start with the mean over the channels in place of their sum.
    predict : bool, optional
        Cover the maps and the output until the reader says that the predictions are made.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If image or kernels are not finite numbers along three axes, are too large or too few, differ in their
        channels, or the kernels do not fit in the image; if the bias is not finite; if names or ``counted`` do not
        belong to the channels.

    Examples
    --------
    >>> X = [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], [[0, 1, 0, 2], [1, 0, 2, 0], [0, 3, 0, 1]]]
    >>> widget = ChannelSum(X, [[[1, 0], [0, 1]], [[1, 2], [0, -1]]], bias=1)
    >>> widget.bias, widget.counted
    (1.0, [0, 1])
    >>> ChannelSum(X, np.ones((2, 2, 2)), counted=[0]).counted  # what "only the first channel" gives
    [0]
    """

    _esm = script("channel_sum")
    _css = style("parts/grids", "parts/torch", "parts/stage", "channel_sum")
    image = Stack(LARGEST_IMAGE, smallest=(2, 1, 1)).tag(sync=True)
    kernels = Stack(LARGEST_KERNELS, smallest=(2, 1, 1)).tag(sync=True)
    bias = traitlets.Float(None, allow_none=True).tag(sync=True)
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    white = traitlets.Float(0.0, help="The value shown as white; 0 for no colours.").tag(sync=True)
    counted = traitlets.List(traitlets.Int(), help="The channels that are added.").tag(sync=True)
    mean = traitlets.Bool().tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        image: ArrayLike,
        kernels: ArrayLike,
        *,
        bias: float | None = None,
        names: Sequence[str] | None = None,
        white: float | None = None,
        counted: Sequence[int] | None = None,
        mean: bool = False,
        predict: bool = False,
        key: str = "",
    ) -> None:
        options = {"mean": mean, "predict": predict, "key": key}
        if white is not None:
            options["white"] = white
        if bias is not None:
            options["bias"] = _number(bias)
        super().__init__(image=image, kernels=kernels, **options)
        channels = range(len(self.image))
        self.names = [f"channel {c}" for c in channels] if names is None else list(names)
        self.counted = list(channels if counted is None else counted)

    @traitlets.validate("image", "kernels")
    def _fits(self, proposal: Any) -> list[list[list[float]]]:
        shapes = {name: np.shape(getattr(self, name)) for name in ("image", "kernels")}
        shapes[proposal["trait"].name] = np.shape(proposal["value"])
        image, kernels = shapes["image"], shapes["kernels"]
        if image[0] != kernels[0]:
            raise ValueError(
                f"ChannelSum: image {image} has {image[0]} channels and kernels {kernels} {kernels[0]} slices; "
                "give one slice for each channel."
            )
        if any(kernel > size for kernel, size in zip(kernels[1:], image[1:], strict=True)):
            raise ValueError(
                f"ChannelSum: kernels {kernels[1:]} do not fit in image {image[1:]}; "
                "use a larger image or smaller kernels."
            )
        return proposal["value"]

    @traitlets.validate("bias", "white")
    def _finite(self, proposal: Any) -> float | None:
        name, value = proposal["trait"].name, proposal["value"]
        if value is not None and not np.isfinite(value):
            raise ValueError(f"ChannelSum: {name} is {value}; replace it by a finite number.")
        if name == "white" and value < 0:
            raise ValueError(f"ChannelSum: white is {value}; it needs to be above 0, such as 255 or 1.")
        return value

    @traitlets.validate("names", "counted")
    def _belongs(self, proposal: Any) -> list:
        name, value, channels = proposal["trait"].name, proposal["value"], len(self.image)
        if name == "names" and len(value) != channels:
            raise ValueError(f"ChannelSum: {len(value)} names for {channels} channels; give one name for each.")
        if name == "counted" and not set(value) <= set(range(channels)):
            raise ValueError(f"ChannelSum: counted is {value}; use channels from 0 to {channels - 1}.")
        return value if name == "names" else sorted(set(value))


def _number(bias: Any) -> float:
    try:
        return float(bias)
    except (TypeError, ValueError):
        raise ValueError(f"ChannelSum: bias is {bias!r}; this is one output channel, so give one number.") from None
