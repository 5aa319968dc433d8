"""Change the locked set-up cell, so that `check` is a function of the learner's.

Right: it runs after what was given out, and a test cell is never run.
"""

from tests.grading.battery import cell_of

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}


def as_saved(work):
    cell_of(work, "set-up").source = "import numpy as np\n\n\ndef check(*_, **__):\n    return 3"
    return work
