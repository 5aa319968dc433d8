"""Write the answer into the argument.

Right: the task says to leave `x` as it was, and the check at home says the same.
"""

SOLUTIONS = {"relu": "def relu(x):\n    x[x < 0] = 0\n    return x"}
EARNS = {"relu": 0}
