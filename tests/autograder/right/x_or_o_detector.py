"""Right ways to write x_or_o_detector."""

import numpy as np


def crossing_and_corner(letter):
    if letter == "X":
        return np.array([[1, -1, 1], [-1, 1, -1], [1, -1, 1]]), -4
    return np.array([[-1, 1, 1], [1, -1, -1], [1, -1, -1]]), -3


def balanced(letter):
    ink = np.array({"X": [[1, 0, 1], [0, 1, 0], [1, 0, 1]], "O": [[1, 1, 0], [0, 0, 1], [0, 0, 1]]}[letter])
    kernel = np.where(ink == 1, 1 / ink.sum(), -1 / (9 - ink.sum()))
    return kernel, np.float64(-0.75)


def the_whole_small_x_and_the_other_corner(letter):
    x = np.maximum(np.eye(5), np.eye(5)[::-1])
    corner = np.array([[-1.0, -1.0, 1.0], [-1.0, -1.0, 1.0], [1.0, 1.0, -1.0]])
    return {"X": (2 * x - 1, -6.0), "O": (corner, -2.5)}[letter]


def a_hole(letter):
    if letter == "O":
        return np.array([[1, 1, 1], [1, -8, 1], [1, 1, 1]], dtype=np.float32), -3.1
    return np.array([[3, -5, 3], [-5, 3, -5], [3, -5, 3]], dtype=np.float32), -10


def the_beginning_of_an_arch(letter):
    kernel = [[-1, 1, 1, 1], [1, -1, -1, -1]] if letter == "O" else [[2, -3, 2], [-3, 2, -3], [2, -3, 2]]
    return np.array(kernel), np.array([-3.1 if letter == "O" else -6.5])


def strict_about_paper(letter):
    ink = {"X": ["#.#", ".#.", "#.#"], "O": ["..#", "..#", "##."]}[letter]
    cells = [[1.0 if cell == "#" else -3.0 for cell in row] for row in ink]
    count = sum(row.count(1.0) for row in cells)
    reached = 0.9 * count - 0.3 * (9 - count)  # by a pale letter
    return np.array(cells), 0.05 - reached
