"""Graphs of layers: an implementation that slips, its working, and graphs to ask for."""

import numpy as np

from autograder.exercise import Case
from autograder.exercises.ch07_receptive_fields._fields import INPUT, Field, Layer, step
from autograder.show import number

Node = tuple[Layer | None, list[str]]
Graph = dict[str, Node]


def slipped(nodes: Graph, *, slips: frozenset[str] = frozenset()) -> Field:
    """Go through the graph, making the mistakes asked for."""
    fields, before = {"input": INPUT}, INPUT
    for name, (layer, inputs) in nodes.items():
        fields[name] = _node(layer, [before] if "as-a-stack" in slips else [fields[one] for one in inputs], slips)
        before = fields[name]
    size, jump, first = before
    if "last-for-size" in slips:
        return first + size - 1, jump, first
    if "first-in-the-middle" in slips:
        return size, first, jump
    return (first, jump, size) if "first-in-front" in slips else (size, jump, first)


def _node(layer: Layer | None, below: list[Field], slips: frozenset[str]) -> Field:
    one = len(below) == 1 or (layer is not None and "layers-read-one-input" in slips)
    joined = below[0] if one else _joined(below, slips)
    if layer is None or ("layer-after-join-left-out" in slips and len(below) > 1):
        return joined
    return step(joined, layer, slips)


def _joined(below: list[Field], slips: frozenset[str]) -> Field:
    chosen = {
        "first-branch-only": below[0],
        "last-branch-only": below[-1],
        "widest-branch-only": max(below, key=lambda field: field[0]),
        "narrowest-branch-only": min(below, key=lambda field: field[0]),
    }
    if any(slip in slips for slip in chosen):
        return next(field for slip, field in chosen.items() if slip in slips)
    sizes, firsts = [field[0] for field in below], [field[2] for field in below]
    first, last = min(firsts), max(first + size - 1 for size, _, first in below)
    size = last - first + (0 if "union-one-short" in slips else 1)
    if "intersected" in slips:
        first = max(firsts)
        size = min(one + size for size, _, one in below) - first
    seen = set().union(*(range(first, first + size) for size, _, first in below))
    ways = {"sizes-added": sum(sizes), "largest-size": max(sizes), "gap-left-out": len(seen)}
    size = next((ways[slip] for slip in ways if slip in slips), size)
    jump = int(np.prod([field[1] for field in below])) if "jumps-multiplied" in slips else below[0][1]
    return size, jump, max(firsts) if "latest-first" in slips else first


def working(case: Case, _: tuple[int, ...]) -> str:
    """Write what a cell of each node's map sees."""
    (nodes,), fields, told = case.args, {"input": INPUT}, []
    for name, (layer, inputs) in nodes.items():
        fields[name] = _node(layer, [fields[one] for one in inputs], frozenset())
        size, jump, first = fields[name]
        reach = f"{number(first)} … {number(first + size - 1)}"
        told.append(f"{name}: {reach}, size {size}, jump {jump}")
    return f"What cell 0 of each node sees. {'; '.join(told)}."


def chain(*layers: Layer) -> Graph:
    """Return a stack as a graph, with the letters from a on as its nodes."""
    names = "abcdefgh"[: len(layers)]
    return {name: (layer, [below]) for name, layer, below in zip(names, layers, ["input", *names], strict=False)}


BASIC_BLOCK = {
    "a": ((3, 1, 1, 1), ["input"]),
    "b": ((3, 1, 1, 1), ["a"]),
    "sum": (None, ["b", "input"]),
}
STRIDED_BLOCK = {
    "stem": ((7, 2, 3, 1), ["input"]),
    "a": ((3, 2, 1, 1), ["stem"]),
    "b": ((3, 1, 1, 1), ["a"]),
    "short": ((1, 2, 0, 1), ["stem"]),
    "sum": (None, ["short", "b"]),
    "next": ((3, 1, 1, 1), ["sum"]),
}
INCEPTION = {
    "pool": ((3, 2, 1, 1), ["input"]),
    "one": ((1, 1, 0, 1), ["pool"]),
    "five": ((5, 1, 2, 1), ["pool"]),
    "three": ((3, 1, 1, 1), ["pool"]),
    "gaps": ((3, 1, 3, 3), ["one"]),
    "all": ((2, 2, 1, 1), ["three", "gaps", "five"]),
    "last": ((3, 1, 0, 1), ["all"]),
}
# Neither branch's field lies within the other's: 0 to 3, and −1 to 1.
PATCHES = {
    "patch": ((4, 4, 0, 1), ["input"]),
    "small": ((3, 4, 1, 1), ["input"]),
    "both": (None, ["small", "patch"]),
}
# Cells −6 to −3 and 0 to 3: two cells between them that neither branch sees.
APART = {
    "right": ((4, 16, 0, 1), ["input"]),
    "left": ((4, 16, 6, 1), ["input"]),
    "both": ((2, 1, 0, 1), ["right", "left"]),
}
TWO_PATCHES = {
    "first": ((3, 1, 1, 1), ["input"]),
    "patch": ((4, 4, 0, 1), ["first"]),
    "small": ((3, 4, 1, 1), ["first"]),
    "both": ((2, 1, 0, 2), ["patch", "small"]),
    "end": ((2, 2, 1, 1), ["both"]),
}


def drawn_chains(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw stacks, written as graphs."""
    return tuple(Case((chain(*(_layer(rng, int(rng.integers(1, 4))) for _ in range(depth))),)) for depth in (2, 3, 5))


def drawn_blocks(rng: np.random.Generator, *, shortcuts: bool) -> tuple[Case, ...]:
    """Draw graphs of two or three blocks: branches that begin at one node, and meet with the same jump."""
    return tuple(Case((_drawn_graph(rng, blocks, shortcuts),)) for blocks in (1, 2, 2, 3))


def _drawn_graph(rng: np.random.Generator, blocks: int, shortcuts: bool) -> Graph:
    graph: Graph = {"stem": (_layer(rng, int(rng.integers(1, 3))), ["input"])}
    below = "stem"
    for block in range(blocks):
        ends, stride = [], 1 if shortcuts else int(rng.integers(2, 5))
        for branch in range(2 if shortcuts else int(rng.integers(2, 4))):
            one, two = f"b{block}.{branch}.0", f"b{block}.{branch}.1"
            graph[one] = (_layer(rng, stride), [below])
            graph[two] = (_layer(rng, 1), [one])
            ends.append(two)
        ends[:1] = [below] if shortcuts else ends[:1]
        order = [ends[i] for i in rng.permutation(len(ends))]
        graph[f"join{block}"] = (None if block % 2 else _layer(rng, int(rng.integers(1, 3))), order)
        below = f"join{block}"
    return graph


def _layer(rng: np.random.Generator, stride: int) -> Layer:
    return int(rng.integers(2, 6)), stride, int(rng.integers(0, 4)), int(rng.integers(1, 4))
