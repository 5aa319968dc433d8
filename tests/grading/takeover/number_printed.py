"""Print the points before, during and after the check.

Right: points come from the judge's record and from nothing that was printed.
"""

SOLUTIONS = {"relu": "def relu(x):\n    print(3)\n    return x"}
EARNS = {"relu": 0}
ADDED = {"relu-solution": ["print(3)"], "relu-check": ["print(3)"]}
