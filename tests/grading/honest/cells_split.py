"""Split a cell: a helper in a cell above, the import in another, the rest of the function's friends below.

Right: the answers count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return bend(x, floor=LOWEST)"}
ADDED = {
    "set-up": ["from numpy import maximum as larger", "def bend(x, floor):\n    return larger(x, floor)"],
    "relu-solution": ["LOWEST = 0"],
}
