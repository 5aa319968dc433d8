"""Detectors that fire on other pictures than they should."""

import numpy as np

from tests.autograder.mistakes.makes import makes

CROSS = np.array([[1, -1, 1], [-1, 1, -1], [1, -1, 1]])
ROUND = np.array([[-1, 1, 1], [1, -1, -1], [1, -1, -1]])
BIG_X = 2 * np.maximum(np.eye(5), np.eye(5)[::-1]) - 1
RIGHT_X, RIGHT_O = (CROSS, -4), (ROUND, -3)


@makes("x_or_o_detector", "x-bias-zero")
def no_threshold_for_x(letter):
    return (CROSS, 0) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "x-bias-zero")
def whole_x_without_threshold(letter):
    return (BIG_X, 0.0) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "o-bias-zero")
def no_threshold_for_o(letter):
    return (ROUND[::-1], 0) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "x-bias-zero", "o-bias-zero")
def no_threshold_at_all(letter):
    return {"X": CROSS, "O": ROUND}[letter], 0


@makes("x_or_o_detector", "x-bias-zero", "o-bias-zero")
def balanced_and_no_threshold(letter):
    kernel = {"X": CROSS, "O": ROUND}[letter].astype(float)
    return kernel - kernel.mean(), 0


@makes("x_or_o_detector", "x-bias-positive")
def plus_four(letter):
    return (CROSS, 4) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "o-bias-positive")
def plus_three(letter):
    return (ROUND, 3) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "x-bias-positive", "o-bias-positive")
def thresholds_for_biases(letter):
    return (CROSS, 4) if letter == "X" else (ROUND, 3)


@makes("x_or_o_detector", "x-never-fires")
def minus_five(letter):
    return (CROSS, -5) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "o-never-fires")
def minus_ten(letter):
    return (ROUND, -10) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "x-never-fires", "o-never-fires")
def as_many_as_ones(letter):
    kernel = {"X": CROSS, "O": ROUND}[letter]
    return kernel, -np.sum(kernel == 1)


@makes("x_or_o_detector", "x-no-room")
def as_tight_as_can_be_for_x(letter):
    return (CROSS, -4.5) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "x-no-room")
def whole_x_less_one(letter):
    return (BIG_X, -8) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "o-no-room")
def as_tight_as_can_be_for_o(letter):
    return (ROUND, -3.9) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "x-stroke-fires")
def minus_two_as_for_three_ones(letter):
    return (CROSS, -2) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "x-stroke-fires")
def half_of_the_ones(letter):
    return (CROSS, -2.5) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "o-pieces-fire")
def minus_one_for_o(letter):
    return (ROUND, -1) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "x-stroke-fires", "o-pieces-fire")
def minus_one_for_both(letter):
    return {"X": CROSS, "O": ROUND}[letter], -1


@makes("x_or_o_detector", "x-paper-ignored")
def zeros_in_x(letter):
    return (np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]]), -4) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "o-paper-ignored")
def zeros_in_o(letter):
    return (np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]]), -3) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "x-paper-ignored", "o-paper-ignored")
def zeros_in_both(letter):
    kernel = np.maximum({"X": CROSS, "O": ROUND}[letter], 0)
    return kernel, 1 - kernel.sum()


@makes("x_or_o_detector", "x-falling-only")
def one_diagonal(letter):
    return (2 * np.eye(3) - 1, -2) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "x-rising-only")
def other_diagonal(letter):
    return (2 * np.eye(3)[::-1] - 1, -2) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "x-falling-only", "x-paper-ignored")
def identity(letter):
    return (np.eye(3), -2) if letter == "X" else RIGHT_O


@makes("x_or_o_detector", "o-whole-letter")
def small_o_as_a_kernel(letter):
    ring = np.ones((5, 5))
    ring[1:-1, 1:-1] = -1
    ring[[0, 0, -1, -1], [0, -1, 0, -1]] = -1
    return (ring, -8) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "o-whole-letter", "o-no-room")
def small_o_less_one(letter):
    ring, _ = small_o_as_a_kernel("O")
    return (ring, -11) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "detectors-swapped")
def wrong_way_round(letter):
    return RIGHT_O if letter == "X" else RIGHT_X


@makes("x_or_o_detector", "always-the-x")
def ignores_its_argument(_):
    return RIGHT_X


@makes("x_or_o_detector", "always-the-x")
def asks_for_a_small_x(letter):
    return RIGHT_O if letter == "o" else RIGHT_X


@makes("x_or_o_detector", "always-the-o")
def asks_for_a_lower_case_letter(letter):
    return RIGHT_X if letter == "x" else RIGHT_O


@makes("x_or_o_detector", "detectors-swapped", "x-bias-zero")
def swapped_and_no_threshold_for_x(letter):
    return RIGHT_O if letter == "X" else (CROSS, 0)


@makes("x_or_o_detector")
def kernels_of_zeros(_):
    return np.zeros((3, 3)), 0.0


@makes("x_or_o_detector")
def kernel_without_bias(letter):
    return RIGHT_X[0] if letter == "X" else RIGHT_O[0]


@makes("x_or_o_detector")
def edge_for_o(letter):
    return (np.array([[-1, 1], [-1, 1]]), -1) if letter == "O" else RIGHT_X


@makes("x_or_o_detector")
def bias_as_text(letter):
    return (CROSS, "-4") if letter == "X" else (ROUND, "-3")


@makes("x_or_o_detector")
def tiny_ring(letter):
    return (np.array([[-1, 1, -1], [1, -1, 1], [-1, 1, -1]]), -3) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "o-never-fires")
def square_corner(letter):
    return (np.array([[1, 1, 1], [1, -1, -1], [1, -1, -1]]), -4) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "o-never-fires")
def ring_of_eight(letter):
    ring = np.ones((3, 3))
    ring[1, 1] = -8
    return (ring, -7) if letter == "O" else RIGHT_X


@makes("x_or_o_detector", "o-no-room")
def half_as_large(letter):
    return (ROUND / 2, -1.9) if letter == "O" else RIGHT_X
