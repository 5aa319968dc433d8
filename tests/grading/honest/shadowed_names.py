"""Use names that others use, too: `list`, `sum`, `input`, `id`, `check_relu`, `np` for something else in the end.

Right: the answers use what stood there when they ran, as at home, and count.
"""

SOLUTIONS = {
    "relu": "list, sum, input, id, type = [1, 2], 3, 4, 5, 6\n\n\ndef relu(x):\n    return np.maximum(x, 0)",
}
