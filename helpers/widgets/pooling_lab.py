"""The pooling laboratory: the largest or the mean of each window, and what a shift by one pixel changes."""

from typing import Any

import anywidget
import numpy as np
import traitlets
from numpy.typing import ArrayLike

from helpers.widgets.grid import Grid
from helpers.widgets.source import script, style

KINDS, FILLS = ("max", "average"), ("zeros", "wrap")
LARGEST_IMAGE, LARGEST_WINDOW, LARGEST_STRIDE = (28, 28), 5, 5


class PoolingLab(anywidget.AnyWidget):
    """Pool a small map window by window, then shift it by a pixel and count the outputs that change.

    The reader chooses maximum or average, window, stride and padding, and points at an output cell: its window, the
    cell that won and the formula are shown. Arrows (or dragging) shift the map in any direction, also diagonally, and
    a sentence counts the outputs that are not what they were: "4 of 6 outputs changed".
    Padded cells are −∞ for the maximum and 0 for the average, as in PyTorch.

    Parameters
    ----------
    image : array_like, shape (height, width)
        At most 28×28. Up to 10×10 the cells hold their numbers, which can be typed over; a larger map, such as a
        digit, is shown in shades from its smallest value (black) to its largest (white).
    kind : str, optional
        ``"max"`` or ``"average"``.
    window : int, optional
        Rows and columns of the square window, 1 to 5.
    stride : int, optional
        How far the window moves, 1 to 5. Without it as far as it is wide.
    padding : int, optional
        Cells added on each side, at most half of the window, as PyTorch asks for.
    count_include_pad : bool, optional
        Whether an average divides by the whole window, padded cells and all.
    shift : tuple of two int, optional
        Rows down and columns to the right by which the map is shifted to begin with, −3 to 3.
    fill : str, optional
        What comes in when the map is shifted: ``"zeros"``, or by ``"wrap"`` what has left on the other side, as with
        ``np.roll``.
    predict : bool, optional
        Cover the output until the reader says that the predictions are made.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If the image is not finite numbers along two axes or too large, the window does not fit in it, or an option
        is not one of those said here.

    Examples
    --------
    >>> lab = PoolingLab([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], window=2, stride=1)
    >>> lab.kind, lab.stride, lab.shift
    ('max', 1, [0, 0])
    >>> PoolingLab(np.zeros((28, 28)), window=3, shift=(1, 0)).stride  # the map already moved down by one
    3
    """

    _esm = script("pooling_lab")
    _css = style("parts/grids", "parts/torch", "parts/stage", "parts/handle", "pooling_lab")
    image = Grid(LARGEST_IMAGE).tag(sync=True)
    kind = traitlets.Unicode("max").tag(sync=True)
    window = traitlets.Int(2).tag(sync=True)
    stride = traitlets.Int(2).tag(sync=True)
    padding = traitlets.Int(0).tag(sync=True)
    count_include_pad = traitlets.Bool(True).tag(sync=True)
    shift = traitlets.List(traitlets.Int(), [0, 0]).tag(sync=True)
    fill = traitlets.Unicode("zeros").tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        image: ArrayLike,
        *,
        kind: str = "max",
        window: int = 2,
        stride: int | None = None,
        padding: int = 0,
        count_include_pad: bool = True,
        shift: tuple[int, int] = (0, 0),
        fill: str = "zeros",
        predict: bool = False,
        key: str = "",
    ) -> None:
        options = {"kind": kind, "window": window, "stride": window if stride is None else stride, "padding": padding}
        options |= {"count_include_pad": count_include_pad, "shift": list(shift), "fill": fill}
        super().__init__(image=image, **options, predict=predict, key=key)

    @traitlets.validate("kind", "fill")
    def _known(self, proposal: Any) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        known = {"kind": KINDS, "fill": FILLS}[name]
        if value not in known:
            raise ValueError(f"PoolingLab: there is no {name} {value!r}; use one of {', '.join(known)}.")
        return value

    @traitlets.validate("shift")
    def _near(self, proposal: Any) -> list[int]:
        value = proposal["value"]
        if len(value) != 2 or not all(-3 <= by <= 3 for by in value):
            raise ValueError(f"PoolingLab: shift is {value}; give rows and columns, each from −3 to 3.")
        return value

    @traitlets.validate("image", "window", "stride", "padding")
    def _fits(self, proposal: Any) -> Any:
        now = {name: getattr(self, name) for name in ("image", "window", "stride", "padding")}
        now[proposal["trait"].name] = proposal["value"]
        window, padding, shape = now["window"], now["padding"], np.shape(now["image"])
        for name, most in (("window", LARGEST_WINDOW), ("stride", LARGEST_STRIDE)):
            if not 1 <= now[name] <= most:
                raise ValueError(f"PoolingLab: {name} is {now[name]}; use 1 to {most}.")
        if not 0 <= padding <= window // 2:
            raise ValueError(
                f"PoolingLab: padding {padding} with window {window}; use 0 to {window // 2}, half of the window: "
                "beyond it a window could hold padding alone."
            )
        if any(window > size + 2 * padding for size in shape):
            raise ValueError(
                f"PoolingLab: window {window} does not fit in image {shape} with padding {padding}; "
                "use a larger image or a smaller window."
            )
        return proposal["value"]
