"""Wrong intervals of input cells."""

from tests.autograder.mistakes.makes import makes


def _field(layers):
    size, jump, first = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        first -= padding * jump
        jump *= stride
    return size, jump, first


@makes("rf_interval", "padding-ignored")
def no_padding(layers, cell):
    size, jump, _ = _field(layers)
    return cell * jump, cell * jump + size - 1


@makes("rf_interval", "padding-not-scaled")
def sum_of_paddings(layers, cell):
    size, jump, _ = _field(layers)
    start = cell * jump - sum(layer[2] for layer in layers)
    return start, start + size - 1


@makes("rf_interval", "padding-after-stride")
def start_last(layers, cell):
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride
        start -= padding * jump
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "padding-twice")
def both_sides(layers, cell):
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        start -= 2 * padding * jump
        jump *= stride
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "padding-adds")
def forwards(layers, cell):
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        start += padding * jump
        jump *= stride
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "last-past-the-end")
def as_a_slice(layers, cell):
    size, jump, start = _field(layers)
    return start + cell * jump, start + cell * jump + size


@makes("rf_interval", "size-for-last")
def begin_and_size(layers, cell):
    size, jump, start = _field(layers)
    return start + cell * jump, size


@makes("rf_interval", "cell-not-scaled")
def one_by_one(layers, cell):
    size, _, start = _field(layers)
    return start + cell, start + cell + size - 1


@makes("rf_interval", "cell-forgotten")
def of_cell_0(layers, cell):  # noqa: ARG001
    size, _, start = _field(layers)
    return start, start + size - 1


@makes("rf_interval", "cell-from-one")
def counted_from_one(layers, cell):
    size, jump, start = _field(layers)
    start += (cell - 1) * jump
    return start, start + size - 1


@makes("rf_interval", "clipped")
def only_the_image(layers, cell):
    size, jump, start = _field(layers)
    start += cell * jump
    return max(start, 0), start + size - 1


@makes("rf_interval", "clipped-first")
def pushed_back(layers, cell):
    size, jump, start = _field(layers)
    start = max(0, start + cell * jump)
    return start, start + size - 1


@makes("rf_interval", "centred")
def around_the_middle(layers, cell):
    size, jump, _ = _field(layers)
    first = cell * jump - size // 2
    return first, first + size - 1


@makes("rf_interval", "last-stride-left-out")
def jump_too_early(layers, cell):
    size, _, start = _field(layers)
    _, jump, _ = _field(layers[:-1])
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "jump-multiplied-first")
def jump_in_front(layers, cell):
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        jump *= stride
        size += dilation * (kernel - 1) * jump
        start -= padding * jump
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "jump-not-used")
def without_scale(layers, cell):
    _, jump, start = _field(layers)
    size = 1 + sum((layer[0] - 1) * layer[3] for layer in layers)
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "strides-added")
def plus(layers, cell):
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        start -= padding * jump
        jump += stride
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "last-stride-only")
def equals(layers, cell):
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        start -= padding * jump
        jump = stride
    return start + cell * jump, start + cell * jump + size - 1


@makes("rf_interval", "dilation-forgotten")
def contiguous(layers, cell):
    return _top_down([(kernel, stride, padding, 1) for kernel, stride, padding, _ in layers], cell)


def _top_down(layers, cell):
    first = last = cell
    for kernel, stride, padding, dilation in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + dilation * (kernel - 1)
    return first, last


@makes("rf_interval", "kernel-not-less-one")
def one_too_far_in_each_layer(layers, cell):
    first = last = cell
    for kernel, stride, padding, dilation in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + dilation * kernel
    return first, last


@makes("rf_interval", "from-the-wrong-end")
def top_down_but_upwards(layers, cell):
    return _top_down(layers[::-1], cell)


@makes("rf_interval", "dilation-forgotten", "padding-ignored")
def as_popular_texts(layers, cell):
    r, j = 1, 1
    for k, s, *_ in layers:
        r += (k - 1) * j
        j *= s
    return cell * j, cell * j + r - 1


@makes("rf_interval", "last-past-the-end", "padding-ignored")
def slice_without_padding(layers, cell):
    size, jump, _ = _field(layers)
    return cell * jump, cell * jump + size


@makes("rf_interval", "cell-from-one", "last-past-the-end")
def from_one_to_the_end(layers, cell):
    size, jump, start = _field(layers)
    return start + (cell - 1) * jump, start + (cell - 1) * jump + size


@makes("rf_interval", "clipped", "padding-not-scaled")
def paddings_summed_and_cut(layers, cell):
    size, jump, _ = _field(layers)
    start = cell * jump - sum(layer[2] for layer in layers)
    return max(0, start), start + size - 1


@makes("rf_interval")
def all_cells(layers, cell):
    first, last = _top_down(layers, cell)
    return list(range(first, last + 1))


@makes("rf_interval")
def middle_and_radius(layers, cell):
    first, last = _top_down(layers, cell)
    return (first + last) // 2, (last - first) // 2


@makes("rf_interval", "centred-on-both-sides")
def radius_around_the_jump(layers, cell):
    size, jump, _ = _field(layers)
    return cell * jump - size // 2, cell * jump + size // 2
