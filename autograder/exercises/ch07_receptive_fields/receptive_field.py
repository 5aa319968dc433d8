"""How large a piece of the input a cell of the last map sees, and how far apart the pieces of neighbours lie."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch07_receptive_fields._field_slips import BEGINS, JUMPS, LAYERS, field_slips
from autograder.exercises.ch07_receptive_fields._fields import (
    DILATED,
    LENET,
    STEM,
    Layer,
    cells_read,
    drawn_stacks,
    fields_below,
    follow,
    told_step,
)
from helpers.receptive_field import receptive_field


def reference(layers: list[Layer]) -> tuple[int, int]:
    """Return size and jump."""
    return receptive_field(layers)[:2]


def slipped(layers: list[Layer], *, slips: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Go through the stack, making the mistakes asked for."""
    layers = layers[:-1] if "last-layer-left-out" in slips else layers
    size, jump, _ = follow(layers, slips)
    if "two-a-layer" in slips:
        size = 2 * len(layers) + 1
    if "kernels-added" in slips:
        size = sum(layer[0] for layer in layers)
    if "gaps-left-out" in slips:
        size = len(cells_read(layers))
    if "last-stride-left-out" in slips:
        jump = follow(layers[:-1], slips)[1]
    size -= "starts-at-zero" in slips
    size = size**2 if "square-counted" in slips else size
    return (jump, size) if "order-swapped" in slips else (size, jump)


def _working(case: Case, _: tuple[int, ...]) -> str:
    (layers,) = case.args
    told = "; ".join(told_step(*pair) for pair in zip(fields_below(layers), layers, strict=True))
    return f"Begin with size 1 and jump 1. Layer by layer: {told}."


def _drawn(rng: np.random.Generator, *, strides: int, dilations: int = 1) -> tuple[Case, ...]:
    return tuple(Case((stack,)) for stack in drawn_stacks(rng, strides=strides, dilations=dilations, paddings=3))


EXERCISE = Exercise(
    name="receptive_field",
    chapter=7,
    goal="Return how many input cells a cell of the last map sees along one axis, and how far apart the fields of "
    "neighbouring cells begin: (size, jump).",
    reference=reference,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "stride 1",
            points=1,
            probe=(
                Case(([(3, 1, 0, 1), (3, 1, 0, 1)],)),
                Case(([(3, 1, 1, 1)] * 3,)),
                Case(([(5, 1, 2, 1), (2, 1, 0, 1), (4, 1, 1, 1)],)),
            ),
            cases=lambda rng: _drawn(rng, strides=1),
        ),
        Part(
            "strides and pooling",
            points=2,
            probe=(
                Case((LENET,)),
                Case((STEM,)),
                Case(([(3, 2, 1, 1), (3, 2, 1, 1), (3, 2, 1, 1)],)),
                Case(([(2, 3, 0, 1), (4, 1, 2, 1), (5, 2, 1, 1), (3, 3, 0, 1), (2, 1, 1, 1)],)),
            ),
            cases=lambda rng: _drawn(rng, strides=3),
        ),
        Part(
            "dilation",
            points=2,
            probe=(
                Case((DILATED,)),
                Case(([(3, 2, 1, 1), (3, 1, 2, 2), (4, 2, 3, 3), (2, 1, 0, 5)],)),
                Case(([(2, 1, 0, 3), (2, 2, 0, 1), (5, 3, 4, 2)],)),
            ),
            cases=lambda rng: (*_drawn(rng, strides=1, dilations=4), *_drawn(rng, strides=3, dilations=4)),
        ),
    ),
    slips=(
        *field_slips("both-sides-doubled", "one-side-only", "even-as-odd", "kernel-not-less-one", "fields-multiplied"),
        Slip(
            "two-a-layer",
            decision="growth",
            does="You return 2·layers + 1 for every stack, whatever its layers are.",
            why="That holds for 3×3 at stride 1, without dilation and pooling. Three 3×3 layers of stride 2 see 15 "
            "cells, not 7.",
            code="size = 2 * len(layers) + 1",
            section=LAYERS,
            seen="In popular texts, which call 2k + 1 after k layers the field of a network, and even its effective "
            "field.",
        ),
        Slip(
            "kernels-added",
            decision="growth",
            does="You add up the kernels.",
            why="Windows of neighbouring cells overlap: the second layer of kernel 3 adds 2 cells to the 3 of the "
            "first. And behind a stride its steps are longer.",
            code="size = sum(layer[0] for layer in layers)",
            section=LAYERS,
            seen="In every sum of overlapping lengths: what is shared is counted twice.",
        ),
        Slip(
            "gaps-left-out",
            decision="growth",
            does="You count the cells that are read, and leave out those in the gaps between them.",
            why="The size is counted from the first cell to the last, whatever is left out between them: a kernel of 3 "
            "with dilation 2 reads 3 cells, and its size is 5.",
            code="return len(cells), jump",
            section="07_1_fields_by_counting#Fields with gaps",
            seen="Where a set of all cells is gathered, as in the lesson's loop. The size lies between its ends.",
        ),
        *field_slips("dilation-forgotten", "dilation-counts-gaps", "dilation-times-kernel"),
        *field_slips("jump-multiplied-first", "jump-not-used", "own-stride-used"),
        *field_slips("strides-added", "strides-less-one-added", "dilation-widens-jump", "last-stride-only"),
        Slip(
            "last-stride-left-out",
            decision="jump",
            does="You return the jump in front of the last layer, without its stride.",
            why="For the size the last stride is of no matter. The cells of the last map have stepped over it, though, "
            "and lie that much further apart.",
            code="for ... in layers[:-1]: jump *= stride",
            section=JUMPS,
            seen="In the closed formula of the size, whose products end one layer earlier.",
        ),
        Slip(
            "last-layer-left-out",
            decision="layers",
            does="You leave out the last layer.",
            why="The field of a cell of the *last* map is asked for, and the last layer's window is the first that it "
            "looks through.",
            code="for i in range(len(layers) - 1):",
            section=LAYERS,
            seen="Between n maps there are n − 1 steps. Layers are the steps: n layers have n + 1 maps, the input "
            "among them.",
        ),
        *field_slips("from-the-wrong-end"),
        Slip(
            "starts-at-zero",
            decision="start",
            does="You begin with a field of 0 cells.",
            why="A cell of the input sees itself: size 1, before any layer. A single kernel of 3 then sees 3, not 2.",
            code="size = 0",
            section=LAYERS,
            seen="Sums begin with 0 by habit; here something is there before the first term.",
        ),
        Slip(
            "pooling-adds-nothing",
            decision="pooling",
            does="You let layers whose stride is as large as their kernel, which poolings are, add nothing to the "
            "field.",
            why="A pooling reads its window as a convolution does: in LeNet a 2×2 pooling at jump 2 adds 2 cells. "
            "Without both of them you get 13 in place of 16.",
            code="if kernel != stride: size += dilation * (kernel - 1) * jump",
            section=JUMPS,
            seen="Where only layers with weights are listed as a network's layers.",
        ),
        Slip(
            "pooling-left-out",
            decision="pooling",
            does="You skip layers whose stride is as large as their kernel, which poolings are.",
            why="A pooling reads a window and makes a step like any other layer: LeNet's second convolution reads "
            "cells that lie 2 apart. Without both poolings you get 9 in place of 16.",
            code="layers = [layer for layer in layers if layer[0] != layer[1]]",
            section=JUMPS,
            seen="Where convolutions alone are counted, since they alone have weights.",
        ),
        Slip(
            "padding-widens",
            decision="padding",
            does="You count the padding into the size.",
            why="Padding moves where fields lie, and does not change how wide they are: a kernel of 3 sees 3 cells, "
            "with padding or without.",
            code="size += (dilation * (kernel - 1) + 2 * padding) * jump",
            section=BEGINS,
            seen="In the formula of the output size, from which the 2·padding is taken along.",
        ),
        Slip(
            "padding-narrows",
            decision="padding",
            does="You take the padding off the size.",
            why="Cells that see padding see fewer cells of the image, but only at the border. The field itself is as "
            "wide everywhere: how far a cell could see.",
            code="size += (dilation * (kernel - 1) - 2 * padding) * jump",
            section=BEGINS,
            seen="In the size formula turned around for the input: there 2·padding is subtracted.",
        ),
        Slip(
            "square-counted",
            decision="count",
            does="You return the number of cells of the whole square, and one side of it is asked for.",
            why="Height and width are counted apart, since they can differ: 5 along each axis, and not 25.",
            code="return size**2, jump",
            section=LAYERS,
            seen="In statements such as “each output sees 25 pixels”.",
        ),
        Slip(
            "order-swapped",
            decision="result",
            does="You return the jump first.",
            why="The order that is asked for is (size, jump).",
            code="return jump, size",
            section=JUMPS,
            seen="With every function that returns two plain numbers.",
        ),
    ),
)
