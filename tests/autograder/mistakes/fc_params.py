"""Wrong counts of what a dense layer learns."""

# ruff: noqa: ARG001 (a mistake can be to leave an argument aside)

import math

import numpy as np

from tests.autograder.mistakes.makes import makes


@makes("fc_params", "bias-forgotten")
def weights_only(in_shape, out_features, *, bias=True):
    return math.prod(in_shape) * out_features


@makes("fc_params", "bias-always")
def one_more_input(in_shape, out_features, *, bias=True):
    return (math.prod(in_shape) + 1) * out_features


@makes("fc_params", "one-bias-in-all")
def plus_one(in_shape, out_features, *, bias=True):
    return math.prod(in_shape) * out_features + int(bias)


@makes("fc_params", "bias-for-each-input")
def plus_inputs(in_shape, out_features, *, bias=True):
    n = int(np.prod(in_shape))
    return n * (out_features + 1) if bias else n * out_features


@makes("fc_params", "bias-for-inputs-too")
def every_neuron_has_a_bias(in_shape, out_features, *, bias=True):
    n = math.prod(in_shape)
    connections = n * out_features
    neurons = n + out_features
    return connections + neurons if bias else connections


@makes("fc_params", "channels-forgotten")
def per_pixel(in_shape, out_features, *, bias=True):
    h, w = in_shape[:2]
    return h * w * out_features + (out_features if bias else 0)


@makes("fc_params", "last-axis-only")
def as_linear_does(in_shape, out_features, *, bias=True):
    weights = np.zeros((out_features, in_shape[-1]))
    return weights.size + bias * out_features


@makes("fc_params", "first-axis-only")
def as_for_vectors(in_shape, out_features, *, bias=True):
    return in_shape[0] * out_features + bias * out_features


@makes("fc_params", "sizes-added")
def sums(in_shape, out_features, *, bias=True):
    return (sum(in_shape) + bias) * out_features


@makes("fc_params", "inputs-and-outputs-added")
def neurons(in_shape, out_features, *, bias=True):
    count = math.prod(in_shape) + out_features
    if bias:
        count += out_features
    return count


@makes("fc_params", "one-weight-for-each-input")
def one_neuron(in_shape, out_features, *, bias=True):
    return math.prod(in_shape) + bias * out_features


@makes("fc_params", "channels-forgotten", "bias-forgotten")
def pixels_times_outputs(in_shape, out_features, *, bias=True):
    return in_shape[0] * in_shape[1] * out_features


@makes("fc_params", "one-weight-for-each-input", "one-bias-in-all")
def perceptron(in_shape, out_features, *, bias=True):
    return math.prod(in_shape) + bias


@makes("fc_params", "sizes-added", "bias-always")
def sums_and_biases(in_shape, out_features, *, bias=True):
    return sum(in_shape) * out_features + out_features


@makes("fc_params", "last-axis-only", "bias-forgotten")
def matrix_of_the_last_axis(in_shape, out_features, *, bias=True):
    return in_shape[-1] * out_features


@makes("fc_params")
def like_a_convolution(in_shape, out_features, *, bias=True):
    return in_shape[-1] * 9 * out_features + bias * out_features


@makes("fc_params")
def three_axes(in_shape, out_features, *, bias=True):
    h, w, c = in_shape
    return (h * w * c + bias) * out_features


@makes("fc_params", "bias-reversed")
def condition_turned_around(in_shape, out_features, *, bias=True):
    weights = math.prod(in_shape) * out_features
    if not bias:
        weights += out_features
    return weights


@makes("fc_params", "bias-for-each-weight")
def a_line_for_each_connection(in_shape, out_features, *, bias=True):
    return math.prod(in_shape) * out_features * (2 if bias else 1)


@makes("fc_params", "nothing-without-biases")
def condition_over_the_whole_sum(in_shape, out_features, *, bias=True):
    weights = math.prod(in_shape) * out_features
    return weights + out_features if bias else 0


@makes("fc_params", "nothing-without-biases", "channels-forgotten")
def pixels_or_nothing(in_shape, out_features, *, bias=True):
    if not bias:
        return 0
    return (in_shape[0] * in_shape[1] + 1) * out_features
