"""Kernels that answer to other things than the edges asked for."""

import numpy as np

from tests.autograder.mistakes.makes import makes

SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


@makes("edge_kernel", "polarity-reversed")
def minus_on_the_bright_side(direction):
    if direction == "right":
        return np.array([[1, -1]])
    if direction == "left":
        return np.array([[-1, 1]])
    if direction == "down":
        return np.array([[1], [-1]])
    return np.array([[-1], [1]])


@makes("edge_kernel", "polarity-reversed")
def sobel_reversed(direction):
    return {"right": -SOBEL, "left": SOBEL, "down": -SOBEL.T, "up": SOBEL.T}[direction]


@makes("edge_kernel", "up-and-down-reversed")
def up_is_the_first_row(direction):
    return {
        "right": np.array([[-1, 0, 1]] * 3),
        "left": np.array([[1, 0, -1]] * 3),
        "up": np.array([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]),
        "down": np.array([[1, 1, 1], [0, 0, 0], [-1, -1, -1]]),
    }[direction]


@makes("edge_kernel", "axes-swapped")
def takes_horizontal_for_right(direction):
    return {"right": SOBEL.T, "left": -SOBEL.T, "down": SOBEL, "up": -SOBEL}[direction]


@makes("edge_kernel", "axes-swapped")
def columns_for_rows(direction):
    sign = 1 if direction in ("right", "down") else -1
    if direction in ("right", "left"):
        return sign * np.array([[-1.0], [1.0]])
    return sign * np.array([[-1.0, 1.0]])


@makes("edge_kernel", "direction-ignored")
def always_right(_):
    return np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])


@makes("edge_kernel", "direction-ignored")
def always_sobel(_):
    return SOBEL / 8


@makes("edge_kernel", "polarity-ignored")
def one_for_each_axis(direction):
    if direction in ("right", "left"):
        return np.array([[-1, 1]])
    return np.array([[-1], [1]])


@makes("edge_kernel", "polarity-ignored")
def rows_or_columns(direction):
    horizontal = direction == "right" or direction == "left"
    return SOBEL if horizontal else SOBEL.T


@makes("edge_kernel", "bright-side-heavier")
def heavier_on_the_bright_side(direction):
    kernel = np.array([[-1, 0, 2], [-1, 0, 2], [-1, 0, 2]])
    return {"right": kernel, "left": kernel[:, ::-1], "down": kernel.T, "up": kernel.T[::-1]}[direction]


@makes("edge_kernel", "bright-side-heavier")
def heavy_middle(direction):
    kernel = np.array([[-1, 1, 1]])
    return {"right": kernel, "left": kernel[:, ::-1], "down": kernel.T, "up": kernel[:, ::-1].T}[direction]


@makes("edge_kernel", "never-negative")
def ones_on_the_bright_side(direction):
    kernel = np.array([[0, 0, 1]] * 3)
    return {"right": kernel, "left": kernel[:, ::-1], "down": kernel.T, "up": kernel.T[::-1]}[direction]


@makes("edge_kernel", "never-negative")
def blurs(_):
    return np.full((3, 3), 1 / 9)


@makes("edge_kernel", "dark-side-heavier")
def heavier_on_the_dark_side(direction):
    kernel = np.array([[-2, 1], [-2, 1]])
    return {"right": kernel, "left": kernel[:, ::-1], "down": kernel.T, "up": kernel.T[::-1]}[direction]


@makes("edge_kernel")
def sobel_with_a_wrong_number(direction):
    kernel = np.array([[-1, 0, 1], [-2, 0, 1], [-1, 0, 1]])
    return np.rot90(kernel, ["right", "up", "left", "down"].index(direction))


@makes("edge_kernel", "not-balanced")
def minus_for_the_opposite(direction):
    kernel = np.array([[-1, 2]])
    if direction == "right":
        return kernel
    if direction == "left":
        return -kernel
    if direction == "down":
        return kernel.T
    return -kernel.T


@makes("edge_kernel", "not-balanced")
def sobel_outweighed(direction):
    kernel = np.array([[-1, 0, 1], [-2, 0, 3], [-1, 0, 1]])
    return {"right": kernel, "left": -kernel, "down": kernel.T, "up": -kernel.T}[direction]


@makes("edge_kernel", "up-and-down-reversed")
def counts_up_as_in_mathematics(direction):
    x, y = {"right": (1, 0), "left": (-1, 0), "up": (0, 1), "down": (0, -1)}[direction]
    return x * SOBEL + y * SOBEL.T


@makes("edge_kernel", "line-for-edge")
def bright_line(direction):
    kernel = np.array([[-1, 2, -1]] * 3)
    return kernel if direction in ("right", "left") else kernel.T


@makes("edge_kernel", "line-for-edge")
def line_of_five(direction):
    kernel = np.outer(np.ones(3), [-1, -1, 4, -1, -1])
    return {"right": kernel, "left": kernel, "down": kernel.T, "up": kernel.T}[direction]


@makes("edge_kernel")
def diagonal_turned_by_quarters(direction):
    kernel = np.array([[-2, -1, 0], [-1, 0, 1], [0, 1, 2]])
    turns = ["right", "up", "left", "down"].index(direction)
    return np.rot90(kernel, turns)


@makes("edge_kernel", "slanted")
def roberts(direction):
    kernel = np.array([[-1, 0], [0, 1]])
    return {"right": kernel, "left": -kernel, "down": kernel, "up": -kernel}[direction]


@makes("edge_kernel", "polarity-reversed", "axes-swapped")
def reversed_and_swapped(direction):
    return {"right": -SOBEL.T, "left": SOBEL.T, "down": -SOBEL, "up": SOBEL}[direction]


@makes("edge_kernel", "axes-swapped", "polarity-ignored")
def swapped_without_sign(direction):
    return SOBEL.T if direction in ("right", "left") else SOBEL


@makes("edge_kernel", "axes-swapped", "bright-side-heavier")
def swapped_and_heavy(direction):
    kernel = np.array([[-1, 0, 2]] * 3)
    return {"right": kernel.T, "left": kernel.T[::-1], "down": kernel, "up": kernel[:, ::-1]}[direction]


@makes("edge_kernel")
def stored_as_a_photograph_is(direction):
    return {"right": SOBEL, "left": -SOBEL, "down": SOBEL.T, "up": -SOBEL.T}[direction].astype(np.uint8)
