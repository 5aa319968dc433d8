"""Wrong ways from the output's size back to the input's."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

from tests.autograder.mistakes.makes import makes


@makes("invert_size", "smallest-for-both")
def only_one_answer(out_size, kernel, *, stride=1, padding=0, dilation=1):
    n = (out_size - 1) * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return n, n


@makes("invert_size", "largest-for-both")
def only_the_limit(out_size, kernel, *, stride=1, padding=0, dilation=1):
    n = out_size * stride + dilation * (kernel - 1) - 2 * padding
    return n, n


@makes("invert_size", "one-too-far")
def a_stride_more(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return smallest, smallest + stride


@makes("invert_size", "range-below")
def floor_makes_smaller(out_size, kernel, *, stride=1, padding=0, dilation=1):
    n = (out_size - 1) * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return n - (stride - 1), n


@makes("invert_size", "order-swapped")
def largest_first(out_size, kernel, *, stride=1, padding=0, dilation=1):
    largest = out_size * stride + dilation * (kernel - 1) - 2 * padding
    return largest, largest - stride + 1


@makes("invert_size", "one-step-too-many")
def a_step_for_each(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = out_size * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return smallest, smallest + stride - 1


@makes("invert_size", "last-cell-forgotten")
def plus_one_lost(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride - 2 * padding + dilation * (kernel - 1)
    return smallest, smallest + stride - 1


@makes("invert_size", "padding-added")
def wrong_sign(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride + 2 * padding + dilation * (kernel - 1) + 1
    return smallest, smallest + stride - 1


@makes("invert_size", "padding-on-one-side")
def pads_once(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride - padding + dilation * (kernel - 1) + 1
    return smallest, smallest + stride - 1


@makes("invert_size", "padding-ignored")
def pads_never(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride + dilation * (kernel - 1) + 1
    return smallest, smallest + stride - 1


@makes("invert_size", "window-forgotten")
def only_steps(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = stride * (out_size - 1) - 2 * padding
    return smallest, smallest + stride - 1


@makes("invert_size", "dilation-ignored")
def contiguous(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride + kernel - 2 * padding
    return smallest, smallest + stride - 1


@makes("invert_size", "dilation-times-kernel")
def doubled_kernel(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride + kernel * dilation - 2 * padding
    return smallest, smallest + stride - 1


@makes("invert_size", "dilation-counts-gaps")
def holes(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = (out_size - 1) * stride + kernel + dilation * (kernel - 1) - 2 * padding
    return smallest, smallest + stride - 1


@makes("invert_size", "stride-ignored")
def every_position(out_size, kernel, *, stride=1, padding=0, dilation=1):
    n = out_size + dilation * (kernel - 1) - 2 * padding
    return n, n


@makes("invert_size", "skips-s")
def skips(out_size, kernel, *, stride=1, padding=0, dilation=1):
    step = stride + 1
    smallest = (out_size - 1) * step + dilation * (kernel - 1) + 1 - 2 * padding
    return smallest, smallest + step - 1


@makes("invert_size", "smallest-for-both", "dilation-ignored")
def turned_around_without_dilation(out_size, kernel, *, stride=1, padding=0, dilation=1):
    n = stride * (out_size - 1) + kernel - 2 * padding
    return n, n


@makes("invert_size", "padding-added", "dilation-ignored")
def wrong_sign_without_dilation(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = stride * (out_size - 1) + kernel + 2 * padding
    return smallest, smallest + stride - 1


@makes("invert_size", "one-too-far", "last-cell-forgotten")
def out_size_and_out_size_minus_one(out_size, kernel, *, stride=1, padding=0, dilation=1):
    rest = dilation * (kernel - 1) - 2 * padding
    return (out_size - 1) * stride + rest, out_size * stride + rest


@makes("invert_size", "one-step-too-many", "smallest-for-both")
def out_times_stride(out_size, kernel, *, stride=1, padding=0, dilation=1):
    n = out_size * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return n, n


@makes("invert_size")
def one_number(out_size, kernel, *, stride=1, padding=0, dilation=1):
    return (out_size - 1) * stride + dilation * (kernel - 1) + 1 - 2 * padding


@makes("invert_size")
def forwards(out_size, kernel, *, stride=1, padding=0, dilation=1):
    n = (out_size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
    return n, n


@makes("invert_size", "brackets-forgotten")
def typed_without_brackets(out_size, kernel, *, stride=1, padding=0, dilation=1):
    smallest = out_size - 1 * stride + dilation * (kernel - 1) + 1 - 2 * padding
    return smallest, smallest + stride - 1


@makes("invert_size", "brackets-forgotten", "dilation-ignored")
def typed_without_brackets_and_dilation(out_size, kernel, *, stride=1, padding=0, dilation=1):
    sizes = range(out_size - stride + kernel - 2 * padding, out_size + kernel - 2 * padding)
    return min(sizes), max(sizes)
