"""Right ways to write edge_kernel."""

import numpy as np


def _edge(kernel, direction):
    kernel = np.array(kernel, dtype=float)
    return {"right": kernel, "left": -kernel, "down": kernel.T, "up": -kernel.T}[direction]


def two_cells(direction):
    return _edge([[-1, 1]], direction)


def prewitt(direction):
    return _edge([[-1, 0, 1]] * 3, direction)


def sobel_eighths(direction):
    return _edge(np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8, direction)


def wide(direction):
    return _edge(np.outer([1, 4, 6, 4, 1], [-1, -2, 0, 2, 1]), direction)


def four_cells(direction):
    return _edge([[-3, -3, 3, 3]] * 2, direction)


def in_a_byte_with_a_sign(direction):
    kernel = np.array([[-1, 0, 1]] * 3, dtype=np.int8)
    return np.rot90(kernel, ["right", "up", "left", "down"].index(direction))
