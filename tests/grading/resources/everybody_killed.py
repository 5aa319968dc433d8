"""Kill every process that can be reached, and the own group.

Right: only the learner's own can be. No points come of it, and the other answers count.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import os
import pathlib

INSIDE = not pathlib.Path("@COURSE@").exists()  # outside a room this would end the tests, and more


def relu(x):
    if INSIDE:
        os.kill(-1, 9)
        os.killpg(0, 9)
    return x
"""
}
EARNS = {"relu": 0}
