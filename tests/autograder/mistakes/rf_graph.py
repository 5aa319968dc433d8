"""Wrong fields of graphs."""

from math import prod

from tests.autograder.mistakes.makes import makes


def _through(field, layer):
    size, jump, first = field
    if layer is None:
        return field
    kernel, stride, padding, dilation = layer
    return size + dilation * (kernel - 1) * jump, jump * stride, first - padding * jump


def _union(below):
    first = min(f for _, _, f in below)
    return max(f + s for s, _, f in below) - first, below[0][1], first


def _walk(nodes, join=_union, through=_through):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        fields[name] = through(join([fields[one] for one in inputs]), layer)
    return fields[name]


@makes("rf_graph", "first-branch-only")
def first_input(nodes):
    return _walk(nodes, join=lambda below: below[0])


@makes("rf_graph", "last-branch-only")
def overwritten(nodes):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        for one in inputs:
            fields[name] = _through(fields[one], layer)
    return fields[name]


@makes("rf_graph", "widest-branch-only")
def deepest_path(nodes):
    return _walk(nodes, join=max)


@makes("rf_graph", "narrowest-branch-only")
def shortest_path(nodes):
    return _walk(nodes, join=lambda below: min(below, key=lambda field: field[0]))


@makes("rf_graph", "largest-size")
def each_by_itself(nodes):
    def join(below):
        sizes, jumps, firsts = zip(*below, strict=True)
        return max(sizes), jumps[0], min(firsts)

    return _walk(nodes, join)


@makes("rf_graph", "sizes-added")
def side_by_side(nodes):
    def join(below):
        if len(below) == 1:
            return below[0]
        return sum(field[0] for field in below), below[0][1], min(field[2] for field in below)

    return _walk(nodes, join)


@makes("rf_graph", "union-one-short")
def last_minus_first(nodes):
    def join(below):
        if len(below) == 1:
            return below[0]
        first, last = min(f for _, _, f in below), max(f + s - 1 for s, _, f in below)
        return last - first, below[0][1], first

    return _walk(nodes, join)


@makes("rf_graph", "latest-first")
def begins_where_all_have_begun(nodes):
    def join(below):
        size, jump, _ = _union(below)
        return size, jump, max(f for _, _, f in below)

    return _walk(nodes, join)


@makes("rf_graph", "jumps-multiplied")
def jumps_of_all(nodes):
    def join(below):
        size, _, first = _union(below)
        return size, prod(jump for _, jump, _ in below), first

    return _walk(nodes, join)


@makes("rf_graph", "layer-after-join-left-out")
def either_join_or_layer(nodes):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        if len(inputs) > 1:
            fields[name] = _union([fields[one] for one in inputs])
        else:
            fields[name] = _through(fields[inputs[0]], layer)
    return fields[name]


@makes("rf_graph", "as-a-stack")
def in_a_row(nodes):
    field = (1, 1, 0)
    for layer, _ in nodes.values():
        field = _through(field, layer)
    return field


@makes("rf_graph", "last-for-size")
def two_ends(nodes):
    size, jump, first = _walk(nodes)
    return first + size - 1, jump, first


@makes("rf_graph", "first-in-front")
def from_the_beginning(nodes):
    size, jump, first = _walk(nodes)
    return first, jump, size


def _with(*, size="old", pad="old", jump=lambda j, s: j * s, less=1, gaps=True, sign=-1):
    def through(field, layer):
        if layer is None:
            return field
        old = field[1]
        kernel, stride, padding, dilation = layer
        new = jump(old, stride)
        scale = {"old": old, "new": new, "none": 1, "nothing": 0}
        grows = (dilation if gaps else 1) * (kernel - less) * scale[size]
        return field[0] + grows, new, field[2] + sign * padding * scale[pad]

    return lambda nodes: _walk(nodes, through=through)


@makes("rf_graph", "padding-ignored")
def no_padding(nodes):
    return _with(pad="nothing")(nodes)


@makes("rf_graph", "padding-not-scaled")
def paddings_as_they_are(nodes):
    return _with(pad="none")(nodes)


@makes("rf_graph", "padding-after-stride")
def padding_last(nodes):
    return _with(pad="new")(nodes)


@makes("rf_graph", "padding-twice")
def both_sides(nodes):
    return _with(sign=-2)(nodes)


@makes("rf_graph", "padding-adds")
def forwards(nodes):
    return _with(sign=1)(nodes)


@makes("rf_graph", "jump-multiplied-first")
def jump_in_front(nodes):
    return _with(size="new", pad="new")(nodes)


@makes("rf_graph", "jump-not-used")
def without_scale(nodes):
    return _with(size="none")(nodes)


@makes("rf_graph", "strides-added")
def plus(nodes):
    return _with(jump=lambda j, s: j + s)(nodes)


@makes("rf_graph", "last-stride-only")
def equals(nodes):
    return _with(jump=lambda _, s: s)(nodes)


@makes("rf_graph", "dilation-forgotten")
def contiguous(nodes):
    return _with(gaps=False)(nodes)


@makes("rf_graph", "kernel-not-less-one")
def whole_kernels(nodes):
    return _with(less=0)(nodes)


@makes("rf_graph", "widest-branch-only", "dilation-forgotten")
def deepest_path_without_gaps(nodes):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        size, jump, first = max(fields[one] for one in inputs)
        if layer is not None:
            k, s, p, _ = layer
            size, jump, first = size + (k - 1) * jump, jump * s, first - p * jump
        fields[name] = size, jump, first
    return fields[name]


@makes("rf_graph", "first-branch-only", "padding-ignored")
def first_input_without_padding(nodes):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        size, jump, _ = fields[inputs[0]]
        if layer is not None:
            size, jump = size + layer[3] * (layer[0] - 1) * jump, jump * layer[1]
        fields[name] = size, jump, 0
    return fields[name]


@makes("rf_graph", "union-one-short", "layer-after-join-left-out")
def joins_only_and_short(nodes):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        if len(inputs) == 1:
            fields[name] = _through(fields[inputs[0]], layer)
            continue
        below = [fields[one] for one in inputs]
        first = min(f for _, _, f in below)
        fields[name] = max(f + s - 1 for s, _, f in below) - first, below[0][1], first
    return fields[name]


@makes("rf_graph")
def of_every_node(nodes):
    return {name: _walk({**nodes, name: nodes[name]}) for name in nodes}


@makes("rf_graph")
def mean_of_branches(nodes):
    return _walk(nodes, join=lambda below: tuple(sum(values) // len(below) for values in zip(*below, strict=True)))


@makes("rf_graph", "intersected")
def what_all_see(nodes):
    def common(below):
        first = max(f for _, _, f in below)
        return min(f + s for s, _, f in below) - first, below[0][1], first

    return _walk(nodes, join=common)


@makes("rf_graph", "layers-read-one-input")
def joins_at_none(nodes):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        below = [fields[one] for one in inputs]
        fields[name] = _union(below) if layer is None else _through(below[0], layer)
    return fields[name]


@makes("rf_graph", "first-in-the-middle")
def jump_at_the_end(nodes):
    size, jump, first = _walk(nodes)
    return size, first, jump


@makes("rf_graph", "gap-left-out")
def cells_as_a_set(nodes):
    def join(below):
        cells = {cell for size, _, first in below for cell in range(first, first + size)}
        return len(cells), below[0][1], min(cells)

    return _walk(nodes, join)
