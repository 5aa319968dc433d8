"""Define the right function, and then loop for ever in the same cell.

Right: the cell is dropped as a whole, as it would be at home: one never gets to the check. The others count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return np.maximum(x, 0)\n\n\nwhile True:\n    pass"}
EARNS = {"relu": 0}
