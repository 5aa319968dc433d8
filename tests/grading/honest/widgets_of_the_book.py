"""Use the book's own figures and widgets in a cell, as in the lessons, and define something in the same cell.

Right: the cell does not fail, and the answers count.
"""

ADDED = {
    "set-up": [
        """
from helpers.plotting import plot_image

plot_image(np.eye(4))
LOWEST = 0
"""
    ]
}
SOLUTIONS = {"relu": "def relu(x):\n    return np.maximum(x, LOWEST)"}
