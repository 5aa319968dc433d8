"""Stop every process that can be reached.

Right: only the learner's own can be. No points come of it, and the other answers count.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import os
import pathlib
import signal

INSIDE = not pathlib.Path("@COURSE@").exists()  # outside a room this would end the tests, and more


def relu(x):
    if INSIDE:
        os.kill(-1, signal.SIGSTOP)
    return x
"""
}
EARNS = {"relu": 0}
