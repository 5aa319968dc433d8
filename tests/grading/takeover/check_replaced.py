"""Put another function in the place of `check`, in the notebook and in its package.

Right: the judge has its own, and never looks at these.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
import autograder


def check(name, function, *, seed=0):
    return 3


autograder.check = check
"""
    ]
}
