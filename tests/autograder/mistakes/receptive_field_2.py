"""More wrong receptive fields: sums and sets of cells."""

from math import prod

from tests.autograder.mistakes.makes import makes


@makes("receptive_field")
def biggest_kernel(layers):
    return max(layer[0] for layer in layers), max(layer[1] for layer in layers)


@makes("receptive_field", "kernels-added")
def side_by_side(layers):
    return sum(layer[0] for layer in layers), prod(layer[1] for layer in layers)


@makes("receptive_field", "gaps-left-out")
def length_of_the_set(layers):
    cells = {50}
    for k, s, p, d in layers[::-1]:
        cells = {s * cell - p + d * u for cell in cells for u in range(k)}
    return len(cells), prod(layer[1] for layer in layers)


@makes("receptive_field", "last-layer-left-out")
def one_turn_too_few(layers):
    size, jump = 1, 1
    for i in range(len(layers) - 1):
        kernel, stride, _, dilation = layers[i]
        size, jump = size + dilation * (kernel - 1) * jump, jump * stride
    return size, jump
