"""The field tracer: a stack of layers, and what a cell of its last map sees of the input."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from helpers.widgets.source import script, style

KINDS, MOST_LAYERS, LARGEST_SIZE = ("conv", "pool"), 6, 64
LIMITS = {"kernel": (1, 11), "stride": (1, 4), "padding": (0, 9), "dilation": (1, 8)}


class FieldTracer(anywidget.AnyWidget):
    """Build a stack of layers, choose a cell of the last map, and see which cells it sees, in every map.

    Everything is shown along one axis. Each layer tells how size, jump and beginning of the field come about, with its
    numbers. Bars above the input tell how many ways lead to each of its cells.

    Parameters
    ----------
    layers : sequence of tuple
        One to six, from the input on: (kernel, stride, padding, dilation), of which all but the kernel may be left
        out, or the same with ``"pool"`` in front for a max pool. A pool's stride, left out, is its kernel.
    size : int, optional
        Cells of the input, 1 to 64.
    cell : int, optional
        Which cell of the last map is chosen to begin with, counted from 0; −1 is the middle one.
    predict : bool, optional
        Cover the field until the reader says that the predictions are made.
    key : str, optional
        Unique in its page: the name under which what was changed is kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If a number is out of its range, or a layer does not fit on what the one before it leaves.

    Examples
    --------
    >>> FieldTracer([(3,), (3, 1, 0, 2)]).layers
    [['conv', 3, 1, 0, 1], ['conv', 3, 1, 0, 2]]
    >>> FieldTracer([(5,), ("pool", 2)], size=32).layers[1]
    ['pool', 2, 2, 0, 1]
    """

    _esm = script("field_tracer")
    _css = style("parts/grids", "parts/torch", "parts/stage", "field_tracer")
    layers = traitlets.List().tag(sync=True)
    size = traitlets.Int(17).tag(sync=True)
    cell = traitlets.Int(-1).tag(sync=True)
    predict = traitlets.Bool().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(
        self, layers: Sequence[tuple], *, size: int = 17, cell: int = -1, predict: bool = False, key: str = ""
    ) -> None:
        full = [_full(layer) for layer in layers]
        super().__init__(layers=full, size=size, cell=cell, predict=predict, key=key)
        _check_fits(full, size, cell)

    @traitlets.validate("layers")
    def _known(self, proposal: Any) -> list[list]:
        layers = [list(layer) for layer in proposal["value"]]
        if not 1 <= len(layers) <= MOST_LAYERS:
            raise ValueError(f"FieldTracer: there are {len(layers)} layers; use 1 to {MOST_LAYERS}.")
        for kind, *numbers in layers:
            if kind not in KINDS or len(numbers) != len(LIMITS):
                given = (kind, *numbers)
                raise ValueError(f"FieldTracer: no such layer: {given}; use ('conv' or 'pool', {', '.join(LIMITS)}).")
            for (name, (least, most)), value in zip(LIMITS.items(), numbers, strict=True):
                if not least <= value <= most:
                    raise ValueError(f"FieldTracer: {name} is {value}; use {least} to {most}.")
        return layers

    @traitlets.validate("size")
    def _in_range(self, proposal: Any) -> int:
        if not 1 <= proposal["value"] <= LARGEST_SIZE:
            raise ValueError(f"FieldTracer: size is {proposal['value']}; use 1 to {LARGEST_SIZE}.")
        return proposal["value"]


def _full(layer: Sequence) -> list:
    kind, *numbers = layer if isinstance(layer[0], str) else ("conv", *layer)
    left_out = [1, numbers[0] if kind == "pool" and numbers else 1, 0, 1]
    return [kind, *numbers, *left_out[len(numbers) :]]


def _check_fits(layers: list[list], size: int, cell: int) -> None:
    from helpers.shapes import extent, out_size

    for at, (kind, kernel, stride, padding, dilation) in enumerate(layers):
        if kind == "pool" and 2 * padding > extent(kernel, dilation):
            raise ValueError(
                f"FieldTracer: layer {at} pools {kernel} cells with padding {padding}; pad by half a window at most."
            )
        size = out_size(size, kernel, stride=stride, padding=padding, dilation=dilation)
    if not -1 <= cell < size:
        raise ValueError(f"FieldTracer: cell is {cell}; the last map has {size} cells: use 0 to {size - 1}, or −1.")
