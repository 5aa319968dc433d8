"""Right intervals of input cells."""

import numpy as np


def recurrence(layers, cell):
    size, jump, first = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        size += dilation * (kernel - 1) * jump
        first -= padding * jump
        jump *= stride
    first += cell * jump
    return first, first + size - 1


def from_the_top_down(layers, cell):
    first = last = cell
    for kernel, stride, padding, dilation in reversed(layers):
        first = first * stride - padding
        last = last * stride - padding + dilation * (kernel - 1)
    return first, last


def every_cell_that_is_read(layers, cell):
    cells = [cell]
    for kernel, stride, padding, dilation in layers[::-1]:
        cells = sorted({c * stride + i * dilation - padding for c in cells for i in range(kernel)})
    return cells[0], cells[-1]


def sums_of_products(layers, cell):
    kernels, strides, paddings, dilations = np.transpose(layers)
    jumps = np.cumprod(np.concatenate([[1], strides]))
    first = cell * jumps[-1] - paddings @ jumps[:-1]
    return np.array([first, first + (dilations * (kernels - 1)) @ jumps[:-1]])


def calls_itself(layers, cell):
    if not layers:
        return cell, cell
    kernel, stride, padding, dilation = layers[-1]
    start = cell * stride - padding
    return calls_itself(layers[:-1], start)[0], calls_itself(layers[:-1], start + dilation * (kernel - 1))[1]


def ends_apart(layers, cell):
    left, right, jump = 0, 0, 1
    for kernel, stride, padding, dilation in layers:
        left += padding * jump
        right += ((kernel - 1) * dilation - padding) * jump
        jump *= stride
    return [cell * jump - left, cell * jump + right]


def a_matrix_for_each_layer(layers, cell):
    ends = np.array([[cell, 1.0], [cell, 1.0]])
    for kernel, stride, padding, dilation in layers[::-1]:
        ends[0] = [[stride, -padding], [0, 1]] @ ends[0]
        ends[1] = [[stride, dilation * (kernel - 1) - padding], [0, 1]] @ ends[1]
    return tuple(ends[:, 0])
