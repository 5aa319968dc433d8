"""Claim to have threads, so that checks are judged in the process that cells run in, and count what was asked there.

Right: where a check is judged changes none of what is right.
"""

SOLUTIONS = {
    "relu": """
seen = []


def relu(x):
    seen.append(x)
    return np.maximum(x, 0) if len(seen) < 3 else seen[-2]
"""
}
EARNS = {"relu": 0}
ADDED = {
    "set-up": [
        """
import sys

sys.modules["autograder.grading.student"]._threads = lambda: 10**30
"""
    ]
}
