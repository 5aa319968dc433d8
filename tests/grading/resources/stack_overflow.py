"""Take Python's guard off, and recurse until the stack of C overflows.

Right: the process is gone; that one earns nothing, and the others count.
"""

SOLUTIONS = {
    "relu": """
import sys


class Deep:
    def __repr__(self):
        return repr([self])


def relu(x):
    sys.setrecursionlimit(2**31 - 1)
    return repr(Deep())
"""
}
EARNS = {"relu": 0}
