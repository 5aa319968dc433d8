"""The geometry slider: size, kernel, stride, padding, dilation and border along one axis."""

from typing import Any

import anywidget
import traitlets

from helpers.widgets.source import script, style

LIMITS = {"size": (1, 256), "kernel": (1, 15), "stride": (0, 8), "dilation": (0, 6), "padding": (0, 9)}
MODES = ("zeros", "reflect", "replicate", "circular")


class GeometrySlider(anywidget.AnyWidget):
    """One row of input cells, its padding, and the windows that slide over it; each setting has a slider.

    Settings that give no output can be set, too, so that the reader is told why: a window that does not fit, a stride
    or a dilation of 0, a border that cannot give as many cells.

    Parameters
    ----------
    size : int, optional
        Cells of the input, 1 to 256.
    kernel : int, optional
        Taps of the window, 1 to 15.
    stride : int, optional
        How far the window moves, 0 to 8.
    padding : int or tuple of two int, optional
        Cells on each side, 0 to 8; or before and after, where after may be one more than before.
    dilation : int, optional
        Distance between neighbouring taps, 0 to 6; 1 is contiguous.
    mode : str, optional
        What stands in the padding: one of ``MODES``.
    key : str, optional
        Unique in its page: the name under which the settings are kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If a number is out of its range, or the border has another name.

    Examples
    --------
    >>> GeometrySlider(224, 7, stride=2, padding=3).padding
    [3, 3]
    >>> GeometrySlider(8, 4, padding=(1, 2), mode="reflect").padding
    [1, 2]
    """

    _esm = script("geometry")
    _css = style("parts/grids", "parts/torch", "parts/strip", "geometry")
    size = traitlets.Int().tag(sync=True)
    kernel = traitlets.Int().tag(sync=True)
    stride = traitlets.Int().tag(sync=True)
    dilation = traitlets.Int().tag(sync=True)
    padding = traitlets.List(traitlets.Int(), help="Cells before and after the input.").tag(sync=True)
    mode = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        size: int = 7,
        kernel: int = 3,
        *,
        stride: int = 1,
        padding: int | tuple[int, int] = 0,
        dilation: int = 1,
        mode: str = "zeros",
        key: str = "",
    ) -> None:
        both = list(padding) if isinstance(padding, (tuple, list)) else [padding, padding]
        super().__init__(size=size, kernel=kernel, stride=stride, dilation=dilation, padding=both, mode=mode, key=key)

    @traitlets.validate("size", "kernel", "stride", "dilation")
    def _in_range(self, proposal: Any) -> int:
        name, value = proposal["trait"].name, proposal["value"]
        least, most = LIMITS[name]
        if not least <= value <= most:
            raise ValueError(f"GeometrySlider: {name} is {value}; use {least} to {most}.")
        return value

    @traitlets.validate("padding")
    def _both_sides(self, proposal: Any) -> list[int]:
        value, (least, most) = list(proposal["value"]), LIMITS["padding"]
        if len(value) != 2 or not least <= value[0] < most or value[1] - value[0] not in (0, 1):
            raise ValueError(
                f"GeometrySlider: padding is {value}; use one number from {least} to {most - 1}, "
                "or (before, after) with after equal to before or one more."
            )
        return value

    @traitlets.validate("mode")
    def _known(self, proposal: Any) -> str:
        if proposal["value"] not in MODES:
            raise ValueError(f"GeometrySlider: mode is {proposal['value']!r}; use one of {', '.join(MODES)}.")
        return proposal["value"]
