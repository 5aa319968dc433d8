"""Work in place, on a copy.

Right: the argument is as it was, so the answer counts.
"""

SOLUTIONS = {"relu": "def relu(x):\n    x = x.copy()\n    x[x < 0] = 0\n    return x"}
