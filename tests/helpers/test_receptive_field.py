"""Receptive fields by recurrence, against the sets of cells that are really read, and against known networks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.receptive_field import Window, receptive_field, rf_graph, rf_interval

CONV3, POOL = (3, 1, 1), (2, 2)
VGG16 = [CONV3] * 2 + [POOL] + [CONV3] * 2 + [POOL] + ([CONV3] * 3 + [POOL]) * 3
ALEXNET = [(11, 4, 2), (3, 2), (5, 1, 2), (3, 2), (3, 1, 1), (3, 1, 1), (3, 1, 1), (3, 2)]
windows = st.builds(Window, st.integers(1, 4), st.integers(1, 3), st.integers(0, 2), st.integers(1, 3))


def resnet50(stride_on_first):
    layers = [(7, 2, 3), (3, 2, 1)]
    for stage, blocks in enumerate((3, 4, 6, 3)):
        for block in range(blocks):
            stride = 2 if stage and not block else 1
            layers += [(1, stride if stride_on_first else 1), (3, 1 if stride_on_first else stride, 1), (1,)]
    return layers


@pytest.mark.parametrize(
    ("layers", "size"),
    [
        ([], 1),
        ([(5,), (2, 2), (5,), (2, 2)], 16),
        (VGG16, 212),
        (ALEXNET, 195),
        (resnet50(stride_on_first=True), 483),
        (resnet50(stride_on_first=False), 427),
        ([(3, 1, 0, d) for d in (1, 2, 4)], 15),
        ([(3, 2)] * 3, 15),
        ([(3,)] * 3, 7),
    ],
)
def test_known_networks(layers, size):
    assert receptive_field(layers).size == size


def cells_read(layers, cell):
    """Walk down from one output cell, and collect what each layer reads."""
    cells = {cell}
    for kernel, stride, padding, dilation in reversed(layers):
        cells = {i * stride - padding + u * dilation for i in cells for u in range(kernel)}
    return cells


@given(st.lists(windows, max_size=5), st.integers(0, 9))
def test_interval_reaches_from_the_first_cell_that_is_read_to_the_last(layers, cell):
    cells = cells_read(layers, cell)
    assert rf_interval(layers, cell) == (min(cells), max(cells))


@given(st.lists(windows, min_size=1, max_size=5))
def test_a_stack_is_a_graph_without_branches(layers):
    names = ["input", *map(str, range(len(layers)))]
    graph = {name: (layer, [before]) for before, name, layer in zip(names, names[1:], layers, strict=False)}
    assert rf_graph(graph)[names[-1]] == receptive_field(layers)


def test_where_branches_meet_the_larger_field_counts():
    inception = {"narrow": ((1,), ["input"]), "wide": ((5, 1, 2), ["input"]), "both": (None, ["narrow", "wide"])}
    assert rf_graph(inception)["both"] == (5, 1, -2)


def test_branches_with_different_jumps_are_refused():
    block = {"half": ((3, 2, 1), ["input"]), "sum": (None, ["half", "input"])}
    with pytest.raises(
        ValueError, match=r"rf_graph: branches with jumps \[1, 2\] meet in node 'sum'; give the shortcut"
    ):
        rf_graph(block)


@pytest.mark.parametrize("inputs", [["later"], []])
def test_a_node_without_known_inputs_is_refused(inputs):
    with pytest.raises(ValueError, match="rf_graph: node 'a' reads"):
        rf_graph({"a": ((3,), inputs)})


@pytest.mark.parametrize("layer", [(0,), (3, 0), (3, 1, -1), (3, 1, 1, 0)])
def test_impossible_layers_are_refused(layer):
    with pytest.raises(ValueError, match=r"receptive_field: .* must be at least"):
        receptive_field([layer])
