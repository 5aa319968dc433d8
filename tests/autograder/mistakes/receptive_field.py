"""Wrong sizes and jumps of stacks of layers."""

from math import prod

from tests.autograder.mistakes.makes import makes


@makes("receptive_field", "both-sides-doubled")
def two_in_each_direction(layers):
    left = right = 0
    jump = 1
    for kernel, stride, _padding, dilation in layers:
        left += (kernel - 1) * dilation * jump
        right += (kernel - 1) * dilation * jump
        jump *= stride
    return left + 1 + right, jump


@makes("receptive_field", "one-side-only")
def radius(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel // 2) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "even-as-odd")
def radius_on_both_sides(layers):
    reach, jump = 0, 1
    for kernel, stride, _padding, dilation in layers:
        reach += dilation * (kernel // 2) * jump
        jump *= stride
    return 2 * reach + 1, jump


@makes("receptive_field", "kernel-not-less-one")
def whole_kernels(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * kernel * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "fields-multiplied")
def nine_from_two_threes(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size *= dilation * (kernel - 1) + 1
        jump *= stride
    return size, jump


@makes("receptive_field", "two-a-layer")
def two_k_plus_one(layers):
    return 2 * len(layers) + 1, prod(layer[1] for layer in layers)


@makes("receptive_field", "dilation-forgotten")
def as_popular_texts(layers):
    r, j = 1, 1
    for k, s, *_ in layers:
        r = r + (k - 1) * j
        j = j * s
    return r, j


@makes("receptive_field", "dilation-counts-gaps")
def holes(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += ((kernel - 1) + dilation * (kernel - 1)) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "dilation-times-kernel")
def larger_kernel(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        effective = kernel * dilation
        size += (effective - 1) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "jump-multiplied-first")
def jump_and_size(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        jump *= stride
        size += dilation * (kernel - 1) * jump
    return size, jump


@makes("receptive_field", "jump-not-used")
def without_scale(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1)
        jump *= stride
    return size, jump


@makes("receptive_field", "own-stride-used")
def stride_beside_kernel(layers):
    size = 1 + sum(stride * dilation * (kernel - 1) for kernel, stride, _padding, dilation in layers)
    return size, prod(layer[1] for layer in layers)


@makes("receptive_field", "strides-added")
def plus(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump += stride
    return size, jump


@makes("receptive_field", "strides-less-one-added")
def plus_what_is_skipped(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump += stride - 1
    return size, jump


@makes("receptive_field", "dilation-widens-jump")
def jumps_over_gaps(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride * dilation
    return size, jump


@makes("receptive_field", "last-stride-only")
def equals(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump = stride
    return size, jump


@makes("receptive_field", "last-stride-left-out")
def jump_before_it(layers):
    size, jump = 1, 1
    for place, (kernel, stride, _padding, dilation) in enumerate(layers):
        size += dilation * (kernel - 1) * jump
        if place < len(layers) - 1:
            jump *= stride
    return size, jump


@makes("receptive_field", "from-the-wrong-end")
def backwards(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers[::-1]:
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "from-the-wrong-end")
def the_other_recurrence_upwards(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size = (size - 1) * stride + dilation * (kernel - 1) + 1
        jump *= stride
    return size, jump


@makes("receptive_field", "starts-at-zero")
def from_nothing(layers):
    size, jump = 0, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "pooling-adds-nothing")
def poolings_only_jump(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        is_pooling = kernel == stride
        if not is_pooling:
            size += dilation * (kernel - 1) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "pooling-left-out")
def convolutions_only(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        if kernel == stride:
            continue
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "padding-widens")
def with_padding(layers):
    size, jump = 1, 1
    for kernel, stride, padding, dilation in layers:
        size += (2 * padding + dilation * (kernel - 1)) * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "padding-narrows")
def less_padding(layers):
    size, jump = 1, 1
    for kernel, stride, padding, dilation in layers:
        size = size + dilation * (kernel - 1) * jump - 2 * padding * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "square-counted")
def pixels(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return size * size, jump


@makes("receptive_field", "order-swapped")
def jump_first(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return jump, size


@makes("receptive_field", "dilation-forgotten", "jump-not-used")
def two_for_each_three(layers):
    size, jump = 1, 1
    for kernel, stride, *_ in layers:
        size += kernel - 1
        jump *= stride
    return size, jump


@makes("receptive_field", "dilation-forgotten", "jump-multiplied-first")
def strides_first_and_no_gaps(layers):
    size, jump = 1, 1
    for kernel, stride, *_ in layers:
        jump *= stride
        size += (kernel - 1) * jump
    return size, jump


@makes("receptive_field", "starts-at-zero", "kernel-not-less-one")
def sum_of_kernels(layers):
    size, jump = 0, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * kernel * jump
        jump *= stride
    return size, jump


@makes("receptive_field", "square-counted", "order-swapped")
def jump_and_pixels(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return jump, size**2


@makes("receptive_field")
def size_alone(layers):
    size, jump = 1, 1
    for kernel, stride, _padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        jump *= stride
    return size
