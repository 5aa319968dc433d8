"""Right fields of graphs."""

from collections import namedtuple

import numpy as np

Seen = namedtuple("Seen", "size jump first")


def in_order(nodes):
    fields = {"input": (1, 1, 0)}
    for name, (layer, inputs) in nodes.items():
        below = [fields[one] for one in inputs]
        jump = below[0][1]
        first = min(f for _, _, f in below)
        last = max(f + s - 1 for s, _, f in below)
        size = last - first + 1
        if layer is not None:
            kernel, stride, padding, dilation = layer
            size += dilation * (kernel - 1) * jump
            first -= padding * jump
            jump *= stride
        fields[name] = size, jump, first
    return fields[name]


def every_cell_that_is_read(nodes):
    def seen(name, cells):
        if name == "input":
            return cells
        layer, inputs = nodes[name]
        kernel, stride, padding, dilation = layer or (1, 1, 0, 1)
        cells = {c * stride - padding + i * dilation for c in cells for i in range(kernel)}
        return set().union(*(seen(one, cells) for one in inputs))

    last = list(nodes)[-1]
    here, there = seen(last, {0}), seen(last, {1})
    return max(here) - min(here) + 1, min(there) - min(here), min(here)


def calls_itself(nodes):
    def look(name):
        if name == "input":
            return Seen(1, 1, 0)
        layer, inputs = nodes[name]
        below = [look(one) for one in inputs]
        first = min(one.first for one in below)
        both = Seen(max(one.first + one.size for one in below) - first, below[-1].jump, first)
        if not layer:
            return both
        k, s, p, d = layer
        return Seen(both.size + d * (k - 1) * both.jump, both.jump * s, both.first - p * both.jump)

    *_, name = nodes
    return look(name)


def all_paths(nodes):
    def paths(name):
        if name == "input":
            return [[]]
        layer, inputs = nodes[name]
        return [path + ([layer] if layer else []) for one in inputs for path in paths(one)]

    firsts, lasts = [], []
    for path in paths(list(nodes)[-1]):
        first, last, jump = 0, 0, 1
        for kernel, stride, padding, dilation in path:
            first -= padding * jump
            last += (dilation * (kernel - 1) - padding) * jump
            jump *= stride
        firsts.append(first)
        lasts.append(last)
    return max(lasts) - min(firsts) + 1, jump, min(firsts)


def two_ends_as_arrays(nodes):
    ends, jumps = {"input": np.zeros(2, dtype=int)}, {"input": 1}
    for name, (layer, inputs) in nodes.items():
        together = np.stack([ends[one] for one in inputs])
        ends[name] = np.array([together[:, 0].min(), together[:, 1].max()])
        jumps[name] = jumps[inputs[0]]
        if layer:
            kernel, stride, padding, dilation = layer
            ends[name] += np.array([-padding, dilation * (kernel - 1) - padding]) * jumps[name]
            jumps[name] *= stride
    return np.array([ends[name] @ [-1, 1] + 1, jumps[name], ends[name][0]])


def from_the_top_down(nodes):
    wanted = {list(nodes)[-1]: [(0, 0), (1, 1)]}
    for name in reversed(nodes):
        layer, inputs = nodes[name]
        kernel, stride, padding, dilation = layer or (1, 1, 0, 1)
        for cell, (first, last) in enumerate(wanted.get(name, [])):
            first, last = first * stride - padding, last * stride - padding + dilation * (kernel - 1)
            for one in inputs:
                known = wanted.setdefault(one, [None, None])
                a, b = known[cell] or (first, last)
                known[cell] = min(a, first), max(b, last)
    (first, last), (start, _) = wanted["input"]
    return last - first + 1, start - first, first
