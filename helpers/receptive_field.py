"""What a cell of a deep map can see: receptive fields by recurrence, for stacks and for graphs of layers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from helpers.shapes import extent, whole


class Window(NamedTuple):
    """The geometry of a layer along one axis: a convolution or a pooling.

    Attributes
    ----------
    kernel, stride, padding, dilation : int
        As in :func:`helpers.shapes.out_size`.
    """

    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1


class Field(NamedTuple):
    """What the cells of a map see of the input, along one axis.

    Cell i sees the input cells ``first + i·jump`` to ``first + i·jump + size - 1``. Cells below 0, or beyond the
    input, are padding.

    Attributes
    ----------
    size : int
        How many input cells one cell sees, from its first to its last.
    jump : int
        How far apart, in the input, the fields of neighbouring cells begin.
    first : int
        Where the field of cell 0 begins.
    """

    size: int = 1
    jump: int = 1
    first: int = 0


def receptive_field(layers: Sequence[Window | tuple[int, ...]]) -> Field:
    """Follow a stack of layers from the input up, and tell what a cell of the last map sees.

    Parameters
    ----------
    layers : sequence of Window, or of tuples (kernel, stride, padding, dilation)
        From the input up; what a tuple leaves out is as in :class:`Window`.

    Returns
    -------
    Field
        Size, jump and beginning, in input cells along one axis.

    Raises
    ------
    TypeError, ValueError
        If a layer's number is not a whole number in its range.

    Notes
    -----
    For each layer ``size += dilation·(kernel - 1)·jump``, then ``first -= padding·jump``, then ``jump *= stride``.
    This is the theoretical field: how far a cell could see. How much each input cell counts is another question.

    Examples
    --------
    >>> receptive_field([(3,), (3,)])
    Field(size=5, jump=1, first=0)
    >>> receptive_field([(3, 1, 1, 1), (3, 1, 2, 2), (3, 1, 4, 4)]).size
    15
    >>> receptive_field([(5,), (2, 2), (5,), (2, 2)])  # LeNet's two convolutions and two poolings
    Field(size=16, jump=4, first=0)
    """
    field = Field()
    for layer in layers:
        field = _seen_through(field, _checked(layer))
    return field


def rf_interval(layers: Sequence[Window | tuple[int, ...]], cell: int) -> tuple[int, int]:
    """Tell the first and the last input cell that one cell of the last map sees.

    Parameters
    ----------
    layers : sequence of Window or tuple
        As for :func:`receptive_field`.
    cell : int
        Which cell, counted from 0.

    Returns
    -------
    tuple of int
        First and last. Below 0, or beyond the input, is padding.

    Examples
    --------
    >>> rf_interval([(3, 2, 1)], 0), rf_interval([(3, 2, 1)], 3)
    ((-1, 1), (5, 7))
    """
    cell = whole("rf_interval", "cell", cell, at_least=0)
    size, jump, first = receptive_field(layers)
    return first + cell * jump, first + cell * jump + size - 1


def rf_graph(nodes: Mapping[str, tuple[Window | tuple[int, ...] | None, Sequence[str]]]) -> dict[str, Field]:
    """Follow a graph of layers, with sums and concatenations, and tell what a cell of each map sees.

    Parameters
    ----------
    nodes : mapping
        Each node's layer and the names of its inputs, in an order in which inputs come first. A layer of None sums
        or concatenates. The name ``"input"`` is given.

    Returns
    -------
    dict of str to Field
        For each node. Where branches meet, the field reaches from the first cell that any of them sees to the last.

    Raises
    ------
    ValueError
        If an input is not known yet, if there is none, or if branches with different jumps meet: their cells would
        not lie over each other.

    Examples
    --------
    >>> block = {"a": ((3, 1, 1), ["input"]), "b": ((3, 1, 1), ["a"]), "sum": (None, ["b", "input"])}
    >>> rf_graph(block)["sum"]
    Field(size=5, jump=1, first=-2)
    """
    fields = {"input": Field()}
    for name, (layer, inputs) in nodes.items():
        missing = [one for one in inputs if one not in fields]
        if missing or not inputs:
            told = f"reads {', '.join(map(repr, missing))}, which is not known yet" if missing else "reads nothing"
            raise ValueError(f"rf_graph: node {name!r} {told}; put each node after its inputs, of which it needs one.")
        joined = _joined(name, [fields[one] for one in inputs])
        fields[name] = joined if layer is None else _seen_through(joined, _checked(layer))
    del fields["input"]
    return fields


def _seen_through(field: Field, layer: Window) -> Field:
    return Field(
        size=field.size + (extent(layer.kernel, layer.dilation) - 1) * field.jump,
        jump=field.jump * layer.stride,
        first=field.first - layer.padding * field.jump,
    )


def _joined(name: str, fields: Sequence[Field]) -> Field:
    jumps = sorted({field.jump for field in fields})
    if len(jumps) > 1:
        raise ValueError(
            f"rf_graph: branches with jumps {jumps} meet in node {name!r}; give the shortcut the stride of the branch "
            "beside it."
        )
    first = min(field.first for field in fields)
    last = max(field.first + field.size for field in fields)
    return Field(last - first, jumps[0], first)


def _checked(layer: Window | tuple[int, ...]) -> Window:
    window = Window(*layer)
    for name, value in zip(Window._fields, window, strict=True):
        whole("receptive_field", name, value, at_least=0 if name == "padding" else 1)
    return window
