"""The pixel inspector: read a picture's numbers, and see how the same numbers look in other colours."""

from collections.abc import Mapping
from typing import Any

import anywidget
import numpy as np
import traitlets
from numpy.typing import ArrayLike

from helpers.widgets.source import script, style

LARGEST = 256
SHOWS = ("colour", "red", "green", "blue")
COLOURS = ("grey", "viridis")


class PixelInspector(anywidget.AnyWidget):
    """Point at a pixel and read its row, column and values; change the colours, and see that the numbers stay.

    Values are shown as bytes from 0 to 255 or, divided by 255, from 0 to 1. What is given as float is kept to the
    nearest of the 256 levels, which changes nothing where it was a byte before.

    Parameters
    ----------
    pictures : mapping of str to array_like, each of shape (height, width) or (height, width, 3)
        By name: grey values, or red, green and blue; uint8, or float from 0 to 1. At most 256×256 pixels.
    picture : str, optional
        The name of the one shown first; without it the first.
    place : tuple of int, optional
        Row and column of the pixel read first; without it the middle.
    show : {"colour", "red", "green", "blue"}, optional
        Which channel of a colour picture is shown first, or all three as colour.
    colours : {"grey", "viridis"}, optional
        The colour map of what has one number a pixel.
    inverted : bool, optional
        Start with the colours turned round: dark is high.
    stretched : bool, optional
        Start with the colours from the smallest to the largest value of the picture, not from 0 to 255.
    unit : bool, optional
        Start with values from 0 to 1 in place of bytes.
    key : str, optional
        Unique in its page: the name under which what was chosen is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If there is no picture, one has another shape, dtype or range, a name is not known, or the place lies outside.

    Examples
    --------
    >>> ramp = np.arange(12, dtype=np.uint8).reshape(3, 4) * 20
    >>> inspector = PixelInspector({"ramp": ramp}, place=(2, 1))
    >>> inspector.pictures
    [{'name': 'ramp', 'height': 3, 'width': 4, 'channels': 1, 'start': 0}]
    >>> inspector.pixels[2 * 4 + 1]
    180
    """

    _esm = script("inspector")
    _css = style("parts/colour_bar", "inspector")
    pictures = traitlets.List(traitlets.Dict()).tag(sync=True)
    pixels = traitlets.Bytes(help="Of all pictures: row by row, the channels of a pixel side by side.").tag(sync=True)
    picture = traitlets.Unicode().tag(sync=True)
    place = traitlets.List(traitlets.Int(), minlen=2, maxlen=2).tag(sync=True)
    show = traitlets.Unicode().tag(sync=True)
    colours = traitlets.Unicode().tag(sync=True)
    inverted = traitlets.Bool().tag(sync=True)
    stretched = traitlets.Bool().tag(sync=True)
    unit = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        pictures: Mapping[str, ArrayLike],
        *,
        picture: str | None = None,
        place: tuple[int, int] | None = None,
        show: str = "colour",
        colours: str = "grey",
        inverted: bool = False,
        stretched: bool = False,
        unit: bool = False,
        key: str = "",
    ) -> None:
        bytes_of = {name: _as_bytes(name, values) for name, values in pictures.items()}
        if not bytes_of:
            raise ValueError("PixelInspector: there is no picture; give at least one, such as {'coins': coins}.")
        first = next(iter(bytes_of)) if picture is None else picture
        switches = {"inverted": inverted, "stretched": stretched, "unit": unit, "key": key}
        held = {"pictures": _described(bytes_of), "pixels": b"".join(array.tobytes() for array in bytes_of.values())}
        self._names = tuple(bytes_of)
        super().__init__(picture=first, show=show, colours=colours, place=[0, 0], **held, **switches)
        height, width = bytes_of[first].shape[:2]
        self.place = [height // 2, width // 2] if place is None else list(place)

    @traitlets.validate("picture", "show", "colours")
    def _known(self, proposal: Any) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        known = {"picture": self._names, "show": SHOWS, "colours": COLOURS}[name]
        if value not in known:
            raise ValueError(f"PixelInspector: {name} {value!r} is not known; use one of {', '.join(known)}.")
        return value

    @traitlets.validate("place")
    def _inside(self, proposal: Any) -> list[int]:
        sizes = {one["name"]: (one["height"], one["width"]) for one in self.pictures}
        size = sizes.get(self.picture, (LARGEST, LARGEST))
        if not all(0 <= at < most for at, most in zip(proposal["value"], size, strict=True)):
            raise ValueError(
                f"PixelInspector: place {tuple(proposal['value'])} lies outside the picture of {size[0]} rows and "
                f"{size[1]} columns; rows and columns are counted from 0."
            )
        return proposal["value"]


def _as_bytes(name: str, values: ArrayLike) -> np.ndarray:
    array = np.asarray(values)
    if array.ndim not in (2, 3) or array.shape[2:] not in ((), (3,)) or not array.size or max(array.shape) > LARGEST:
        raise ValueError(
            f"PixelInspector: {name!r} has shape {array.shape}; it needs (height, width) or (height, width, 3), with "
            f"at most {LARGEST} rows and columns."
        )
    if array.dtype == np.uint8:
        return array
    if array.dtype.kind != "f" or not ((array >= 0) & (array <= 1)).all():
        raise ValueError(
            f"PixelInspector: {name!r} is {array.dtype} with values from {array.min()} to {array.max()}; it needs "
            "uint8, or float from 0 to 1: divide bytes by 255."
        )
    return np.round(array * 255).astype(np.uint8)


def _described(bytes_of: Mapping[str, np.ndarray]) -> list[dict[str, Any]]:
    told, start = [], 0
    for name, array in bytes_of.items():
        channels = array.shape[2] if array.ndim == 3 else 1
        told.append(
            {"name": name, "height": array.shape[0], "width": array.shape[1], "channels": channels, "start": start}
        )
        start += array.size
    return told
