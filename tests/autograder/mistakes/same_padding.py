"""Wrong paddings for the same size."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import math

from tests.autograder.mistakes.makes import makes


@makes("same_padding", "rounded-down-on-both")
def the_formula_for_odd_kernels(kernel, *, dilation=1):
    p = dilation * (kernel - 1) // 2
    return p, p


@makes("same_padding", "rounded-up-on-both")
def rounds_up(kernel, *, dilation=1):
    p = math.ceil(dilation * (kernel - 1) / 2)
    return p, p


@makes("same_padding", "extra-before")
def more_before(kernel, *, dilation=1):
    total = dilation * (kernel - 1)
    after = total // 2
    return total - after, after


@makes("same_padding", "all-before")
def causal(kernel, *, dilation=1):
    return dilation * (kernel - 1), 0


@makes("same_padding", "all-after")
def longer_at_the_end(kernel, *, dilation=1):
    return 0, dilation * (kernel - 1)


@makes("same_padding", "not-halved")
def full(kernel, *, dilation=1):
    span = dilation * (kernel - 1) + 1
    return span - 1, span - 1


@makes("same_padding", "not-rounded")
def one_slash(kernel, *, dilation=1):
    half = dilation * (kernel - 1) / 2
    return half, half


@makes("same_padding", "kernel-not-less-one")
def as_many_as_the_kernel(kernel, *, dilation=1):
    total = dilation * kernel
    return total // 2, total - total // 2


@makes("same_padding", "dilation-ignored")
def contiguous_only(kernel, *, dilation=1):
    return (kernel - 1) // 2, kernel // 2


@makes("same_padding", "dilation-counts-gaps")
def holes(kernel, *, dilation=1):
    span = kernel + dilation * (kernel - 1)
    before = (span - 1) // 2
    return before, span - 1 - before


@makes("same_padding", "halved-before-dilating")
def times_dilation(kernel, *, dilation=1):
    before = (kernel - 1) // 2
    after = kernel - 1 - before
    return dilation * before, dilation * after


@makes("same_padding", "rounded-up-on-both", "dilation-ignored")
def half_the_kernel(kernel, *, dilation=1):
    return kernel // 2, kernel // 2


@makes("same_padding", "rounded-up-on-both", "halved-before-dilating")
def half_the_kernel_times_dilation(kernel, *, dilation=1):
    p = dilation * (kernel // 2)
    return p, p


@makes("same_padding", "rounded-down-on-both", "dilation-ignored")
def k_minus_one_over_two(kernel, *, dilation=1):
    p = int((kernel - 1) / 2)
    return p, p


@makes("same_padding", "rounded-down-on-both", "kernel-not-less-one")
def half_of_k_times_d(kernel, *, dilation=1):
    p = kernel * dilation // 2
    return p, p


@makes("same_padding", "extra-before", "dilation-ignored")
def more_before_without_dilation(kernel, *, dilation=1):
    return kernel // 2, (kernel - 1) // 2


@makes("same_padding")
def half_the_span(kernel, *, dilation=1):
    p = (dilation * (kernel - 1) + 1) // 2 + 1
    return p, p


@makes("same_padding")
def one_number(kernel, *, dilation=1):
    return dilation * (kernel - 1) // 2


@makes("same_padding", "odd-by-the-kernel")
def asks_the_kernel(kernel, *, dilation=1):
    half = dilation * (kernel - 1) // 2
    return (half, half) if kernel % 2 == 1 else (half, half + 1)


@makes("same_padding", "odd-by-the-kernel", "kernel-not-less-one")
def asks_the_kernel_and_takes_it_whole(kernel, *, dilation=1):
    half = dilation * kernel // 2
    return half, half + (1 if kernel % 2 == 0 else 0)
