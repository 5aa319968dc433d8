"""The recurrence of receptive fields with slips, its working, and stacks of layers to ask for."""

import numpy as np

from autograder.show import number

Layer = tuple[int, int, int, int]
Field = tuple[int, int, int]  # size, jump, first
INPUT = (1, 1, 0)


def follow(layers: list[Layer], slips: frozenset[str] = frozenset()) -> Field:
    """Go through a stack from the input up, making the mistakes asked for."""
    if "from-the-wrong-end" in slips:
        layers = layers[::-1]
    field = INPUT
    for layer in layers:
        field = step(field, layer, slips)
    return field


def step(field: Field, layer: Layer, slips: frozenset[str] = frozenset()) -> Field:
    """Go through one layer, making the mistakes asked for."""
    (size, jump, first), (kernel, stride, padding, _) = field, layer
    if "pooling-left-out" in slips and kernel == stride:
        return field
    later = _next_jump(jump, layer, slips)
    wide = stride if "own-stride-used" in slips else jump
    wide = later if "jump-multiplied-first" in slips else 1 if "jump-not-used" in slips else wide
    if "fields-multiplied" in slips:
        size *= _reach(layer, slips) + 1
    elif "pooling-adds-nothing" not in slips or kernel != stride:
        size += _reach(layer, slips) * wide
    size += {"padding-widens": 2, "padding-narrows": -2}.get(_made("padding-", slips), 0) * padding * wide
    return size, later, first - _before(padding, jump, later, slips)


def cells_read(layers: list[Layer]) -> set[int]:
    """Return the input cells that cell 0 of the last map reads."""
    cells = {0}
    for kernel, stride, padding, dilation in reversed(layers):
        cells = {cell * stride - padding + dilation * u for cell in cells for u in range(kernel)}
    return cells


def _made(start: str, slips: frozenset[str]) -> str:
    return next((slip for slip in sorted(slips) if slip.startswith(start)), "")


def _next_jump(jump: int, layer: Layer, slips: frozenset[str]) -> int:
    _, stride, _, dilation = layer
    if "strides-added" in slips:
        return jump + stride
    if "strides-less-one-added" in slips:
        return jump + stride - 1
    if "dilation-widens-jump" in slips:
        return jump * stride * dilation
    return stride if "last-stride-only" in slips else jump * stride


def _reach(layer: Layer, slips: frozenset[str]) -> int:
    """Return how many cells of its input lie between a layer's first and last, making the mistakes asked for."""
    kernel, _, _, dilation = layer
    gap = 1 if "dilation-forgotten" in slips else dilation
    gap = dilation + 1 if "dilation-counts-gaps" in slips else gap
    if "dilation-times-kernel" in slips:
        return dilation * kernel - 1
    steps = {
        "both-sides-doubled": 2 * (kernel - 1),
        "one-side-only": kernel // 2,
        "even-as-odd": 2 * (kernel // 2),
        "kernel-not-less-one": kernel,
    }
    return gap * next((steps[slip] for slip in steps if slip in slips), kernel - 1)


def _before(padding: int, jump: int, later: int, slips: frozenset[str]) -> int:
    """Return by how much earlier the field begins, making the mistakes asked for."""
    wide = later if slips & {"padding-after-stride", "jump-multiplied-first"} else jump
    wide = 1 if "padding-not-scaled" in slips else wide
    times = {"padding-ignored": 0, "padding-twice": 2, "padding-adds": -1}
    return next((times[slip] for slip in times if slip in slips), 1) * padding * wide


def told_step(field: Field, layer: Layer) -> str:
    """Write how size and jump change at a layer, with numbers."""
    (size, jump, _), (kernel, stride, _, dilation) = field, layer
    after = step(field, layer)
    return (
        f"size {size} + {dilation}·({kernel} − 1)·{jump} = {number(after[0])}, "
        f"jump {jump}·{stride} = {number(after[1])}"
    )


def told_start(field: Field, layer: Layer) -> str:
    """Write how the beginning of cell 0's field changes at a layer, with numbers."""
    return f"{number(field[2])} − {layer[2]}·{field[1]} = {number(step(field, layer)[2])}"


def fields_below(layers: list[Layer]) -> list[Field]:
    """Return the field below each layer, the input's first."""
    fields = [INPUT]
    for layer in layers[:-1]:
        fields.append(step(fields[-1], layer))
    return fields


def drawn_stacks(rng: np.random.Generator, *, strides: int, dilations: int, paddings: int) -> tuple[list[Layer], ...]:
    """Draw stacks of two to six layers whose numbers go up to the given ones."""
    return tuple(
        [
            (
                int(rng.integers(2, 8)),
                int(rng.integers(1, strides + 1)),
                int(rng.integers(0, paddings + 1)),
                int(rng.integers(1, dilations + 1)),
            )
            for _ in range(depth)
        ]
        for depth in (2, 3, 3, 4, 5, 6)
    )


LENET = [(5, 1, 0, 1), (2, 2, 0, 1), (5, 1, 0, 1), (2, 2, 0, 1)]
STEM = [(7, 2, 3, 1), (3, 2, 1, 1), (3, 1, 1, 1)]
DILATED = [(3, 1, 1, 1), (3, 1, 2, 2), (3, 1, 4, 4)]
