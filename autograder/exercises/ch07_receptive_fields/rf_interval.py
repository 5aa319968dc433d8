"""From which input cell to which one cell of the last map sees."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch07_receptive_fields._field_slips import BEGINS, field_slips
from autograder.exercises.ch07_receptive_fields._fields import (
    LENET,
    STEM,
    Field,
    Layer,
    drawn_stacks,
    fields_below,
    follow,
    step,
    told_start,
    told_step,
)
from autograder.show import number
from helpers.receptive_field import rf_interval


def slipped(layers: list[Layer], cell: int, *, slips: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Place the field of a cell, making the mistakes asked for."""
    size, jump, first = follow(layers, slips)
    if "last-stride-left-out" in slips:
        jump = follow(layers[:-1], slips)[1]
    first = -(size // 2) if "centred" in slips else first
    first += _steps(cell, slips) * (1 if "cell-not-scaled" in slips else jump)
    if "centred-on-both-sides" in slips:
        middle = _steps(cell, slips) * jump
        first, size = middle - size // 2, 2 * (size // 2) + 1
    first = max(0, first) if "clipped-first" in slips else first
    last = first + size - int("last-past-the-end" not in slips)
    last = size if "size-for-last" in slips else last
    return max(0, first) if "clipped" in slips else first, last


def _steps(cell: int, slips: frozenset[str]) -> int:
    return 0 if "cell-forgotten" in slips else cell - int("cell-from-one" in slips)


def _field(layers: list[Layer]) -> Field:
    return step(fields_below(layers)[-1], layers[-1])


def _working(case: Case, index: tuple[int, ...]) -> str:
    layers, cell = case.args
    (size, jump, first), below = _field(layers), fields_below(layers)
    sizes = "; ".join(told_step(*pair) for pair in zip(below, layers, strict=True))
    starts = "; ".join(told_start(*pair) for pair in zip(below, layers, strict=True))
    begins = number(first + cell * jump)
    told = f"Size and jump, layer by layer: {sizes}. The field of cell 0 begins at 0, then {starts}."
    if cell:
        told += f" That of cell {cell} begins at {number(first)} + {cell}·{jump} = {begins}."
    last = number(first + cell * jump + size - 1)
    return told if index == (0,) else f"{told} It ends at {begins} + {size} − 1 = {last}."


def _drawn(rng: np.random.Generator, *, strides: int, paddings: int) -> tuple[Case, ...]:
    stacks = drawn_stacks(rng, strides=strides, dilations=3, paddings=paddings)
    return tuple(Case((stack, int(rng.integers(1, 9)))) for stack in stacks)


EXERCISE = Exercise(
    name="rf_interval",
    chapter=7,
    goal="Return the first and the last input cell, along one axis, that the given cell of the last map sees: "
    "(first, last).",
    reference=rf_interval,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "no padding",
            points=2,
            probe=(
                Case(([(3, 1, 0, 1), (3, 1, 0, 1)], 0)),
                Case((LENET, 3)),
                Case(([(4, 3, 0, 1), (2, 1, 0, 3), (3, 2, 0, 1)], 2)),
            ),
            cases=lambda rng: _drawn(rng, strides=3, paddings=0),
        ),
        Part(
            "padding",
            points=2,
            probe=(
                Case(([(3, 2, 1, 1)], 0)),
                Case(([(3, 2, 1, 1)], 3)),
                Case((STEM, 0)),
                Case((STEM, 5)),
                Case(([(4, 2, 1, 1), (3, 1, 2, 2), (2, 3, 1, 1), (5, 1, 3, 1)], 7)),
                Case(([(2, 2, 1, 1), (3, 2, 0, 2), (4, 1, 1, 1)], 1)),
            ),
            cases=lambda rng: (*_drawn(rng, strides=1, paddings=3), *_drawn(rng, strides=3, paddings=3)),
        ),
    ),
    slips=(
        *field_slips("padding-ignored", "padding-not-scaled", "padding-after-stride", "padding-twice", "padding-adds"),
        Slip(
            "last-past-the-end",
            decision="last",
            does="Your last cell is the one after the field.",
            why="A field of 5 cells that begins at 0 ends at 4: both ends are cells that are seen.",
            code="return first, first + size",
            section=BEGINS,
            seen="With ranges as Python writes them, whose end is no part of them: as a slice it would be right.",
        ),
        Slip(
            "size-for-last",
            decision="last",
            does="You return the size of the field in place of its last cell.",
            why="Begin and size tell the same as begin and end. The end is asked for: first + size − 1.",
            code="return first, size",
            section=BEGINS,
            seen="Boxes are written both ways, as corner and size or as two corners; detection data sets differ in it.",
        ),
        Slip(
            "cell-not-scaled",
            decision="cell",
            does="You move the field by one input cell for each cell of the map.",
            why="Neighbours' fields begin `jump` input cells apart, 4 behind two layers of stride 2.",
            code="first = start + cell",
            section="07_1_fields_by_counting#Jumps",
            seen="Where an answer of a map is drawn on the image at the map's own coordinates.",
        ),
        Slip(
            "cell-forgotten",
            decision="cell",
            does="You return the field of cell 0, whichever cell is asked for.",
            why="Every cell sees another piece of the input, `cell · jump` further on.",
            code="return start, start + size - 1",
            section=BEGINS,
            seen="A function tried with cell 0 only.",
        ),
        Slip(
            "cell-from-one",
            decision="cell",
            does="You count the cells from 1.",
            why="Cells count from 0, so the first of them takes no step: cell 3 is 3 jumps from the beginning, not 2.",
            code="first = start + (cell - 1) * jump",
            section=BEGINS,
            seen="In mathematics' usual indices, and in languages such as MATLAB, R and Julia.",
        ),
        Slip(
            "clipped",
            decision="clip",
            does="You let no field begin before cell 0.",
            why="What lies below 0 is padding, and it belongs to the window: a field from −1 to 1 has 3 cells, one of "
            "them outside the image.",
            code="first = max(0, first)",
            section=BEGINS,
            seen="Where the cells of the image alone are wanted, to cut them out or to draw them.",
        ),
        Slip(
            "clipped-first",
            decision="clip",
            does="You move fields that begin before cell 0 so that they begin there.",
            why="The end moves along then: cell 0 of a 3×3 layer with padding 1 sees −1 to 1, and you say 0 to 2.",
            code="first = max(0, first); last = first + size - 1",
            section=BEGINS,
            seen="In crops that must have a fixed size, and are pushed back into the image.",
        ),
        Slip(
            "centred",
            decision="padding",
            does="You put the field's middle at cell·jump, whatever the padding is.",
            why="That holds if every layer has an odd kernel and the padding that keeps the size. Without padding the "
            "field of cell 0 begins at 0, and its middle lies further in.",
            code="first = cell * jump - size // 2",
            section=BEGINS,
            seen="In code that goes from a map back to the image by the stride alone; detectors' anchors are often put "
            "there, or half a stride further.",
        ),
        Slip(
            "centred-on-both-sides",
            decision="padding",
            does="You go half the size to each side of cell·jump.",
            why="That is the field only if every layer has an odd kernel and the padding that keeps the size. Follow "
            "where it begins, layer by layer; it ends at first + size − 1.",
            code="return cell * jump - size // 2, cell * jump + size // 2",
            section=BEGINS,
            seen="In code that goes from a map back to the image by the stride alone, with a radius of half the field.",
        ),
        Slip(
            "last-stride-left-out",
            decision="jump",
            does="You take the jump in front of the last layer, without its stride.",
            why="The cells of the last map have stepped over the last stride, too: with it alone, 2, cell 3 lies 6 "
            "cells on.",
            code="for ... in layers[:-1]: jump *= stride",
            section="07_1_fields_by_counting#Jumps",
            seen="In the closed formula of the size, whose products end one layer earlier.",
        ),
        *field_slips("jump-multiplied-first", "jump-not-used", "strides-added", "last-stride-only"),
        *field_slips("dilation-forgotten", "kernel-not-less-one", "from-the-wrong-end"),
    ),
)
