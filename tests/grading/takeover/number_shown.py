"""End an added cell, and a solution, with the points: nbgrader takes the value of a cell for its score.

Right: points come from the judge's record and from nothing that was shown.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x\n\n\n3"}
EARNS = {"relu": 0}
ADDED = {"relu-solution": ["3"], "relu-check": ["3.0"]}
