"""Wrong counts of a window's positions."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import math

import numpy as np

from tests.autograder.mistakes.makes import makes


@makes("out_size", "rounded-up")
def ceil_mode(size, kernel, *, stride=1, padding=0, dilation=1):
    return math.ceil((size + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1


@makes("out_size", "rounded-up")
def upside_down_floor(size, kernel, *, stride=1, padding=0, dilation=1):
    return -(-(size + 2 * padding - (dilation * (kernel - 1) + 1)) // stride) + 1


@makes("out_size", "rounded-to-nearest")
def rounds(size, kernel, *, stride=1, padding=0, dilation=1):
    return round((size + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1


@makes("out_size", "not-rounded")
def one_slash(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1


@makes("out_size", "one-added-before-dividing")
def stride_beneath_n_minus_k_plus_1(size, kernel, *, stride=1, padding=0, dilation=1):
    k = dilation * (kernel - 1) + 1
    return (size + 2 * padding - k + 1) // stride


@makes("out_size", "one-forgotten")
def counts_steps(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel - 1) - 1) // stride


@makes("out_size", "one-forgotten")
def stops_before_the_last(size, kernel, *, stride=1, padding=0, dilation=1):
    last = size + 2 * padding - (dilation * (kernel - 1) + 1)
    steps, start = 0, 0
    while start + stride <= last:
        start += stride
        steps += 1
    return steps


@makes("out_size", "last-cell-forgotten")
def inner_minus_one_lost(size, kernel, *, stride=1, padding=0, dilation=1):
    return int((size + 2 * padding - dilation * (kernel - 1)) / stride + 1)


@makes("out_size", "padding-on-one-side")
def pads_once(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + padding - dilation * (kernel - 1) - 1) // stride + 1


@makes("out_size", "padding-ignored")
def pads_never(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size - dilation * (kernel - 1) - 1) // stride + 1


@makes("out_size", "dilation-ignored")
def as_printed_everywhere(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - kernel) // stride + 1


@makes("out_size", "dilation-times-kernel")
def doubled_kernel(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - kernel * dilation) // stride + 1


@makes("out_size", "kernel-not-less-one")
def brackets_lost(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * kernel - 1) // stride + 1


@makes("out_size", "dilation-counts-gaps")
def holes(size, kernel, *, stride=1, padding=0, dilation=1):
    span = kernel + (kernel - 1) * dilation
    return (size + 2 * padding - span) // stride + 1


@makes("out_size", "skips-s")
def steps_over_s(size, kernel, *, stride=1, padding=0, dilation=1):
    return len(range(0, size + 2 * padding - dilation * (kernel - 1), stride + 1))


@makes("out_size", "stride-ignored")
def every_position(size, kernel, *, stride=1, padding=0, dilation=1):
    return size + 2 * padding - dilation * (kernel - 1)


@makes("out_size", "dilation-ignored", "not-rounded")
def one_slash_and_no_dilation(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size - kernel + 2 * padding) / stride + 1


@makes("out_size", "dilation-ignored", "padding-on-one-side")
def pads_once_without_dilation(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size - kernel + padding) // stride + 1


@makes("out_size", "range-stops-early")
def ceil_for_plus_one(size, kernel, *, stride=1, padding=0, dilation=1):
    return int(np.ceil((size + 2 * padding - dilation * (kernel - 1) - 1) / stride))


@makes("out_size", "dilation-ignored", "one-added-before-dividing")
def stride_beneath_without_dilation(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size - kernel + 2 * padding + 1) // stride


@makes("out_size", "dilation-times-kernel", "rounded-up")
def doubled_and_rounded_up(size, kernel, *, stride=1, padding=0, dilation=1):
    return math.ceil((size + 2 * padding - dilation * kernel) / stride + 1)


@makes("out_size", "size-over-stride")
def same_size_over_stride(size, kernel, *, stride=1, padding=0, dilation=1):
    return math.ceil(size / stride)


@makes("out_size")
def kernel_forgotten(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size + 2 * padding) // stride


@makes("out_size", "padding-subtracted")
def minus_padding(size, kernel, *, stride=1, padding=0, dilation=1):
    return (size - 2 * padding - dilation * (kernel - 1) - 1) // stride + 1


@makes("out_size", "range-stops-early")
def strictly_inside(size, kernel, *, stride=1, padding=0, dilation=1):
    span = dilation * (kernel - 1) + 1
    count = start = 0
    while start + span < size + 2 * padding:
        count += 1
        start += stride
    return count


@makes("out_size", "range-stops-early")
def range_to_the_last_start(size, kernel, *, stride=1, padding=0, dilation=1):
    span = dilation * (kernel - 1) + 1
    return len(range(0, size + 2 * padding - span, stride))


@makes("out_size", "range-stops-early", "dilation-ignored")
def range_without_dilation(size, kernel, *, stride=1, padding=0, dilation=1):
    return len(range(0, size + 2 * padding - kernel, stride))


@makes("out_size", "brackets-forgotten-before-the-span")
def brackets_around_the_span_only(size, kernel, *, stride=1, padding=0, dilation=1):
    return size + 2 * padding - (dilation * (kernel - 1) + 1) // stride + 1


@makes("out_size", "brackets-forgotten-before-the-span", "dilation-ignored")
def no_brackets_at_all(size, kernel, *, stride=1, padding=0, dilation=1):
    return size + 2 * padding - kernel // stride + 1
