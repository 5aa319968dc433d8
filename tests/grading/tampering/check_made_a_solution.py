"""Say that a check is the learner's own cell to write, and write 3 points into it.

Right: what a cell is for is told by the released notebook.
"""

from tests.grading.battery import cell_of

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}


def as_saved(work):
    cell = cell_of(work, "relu-check")
    cell.source = "3"
    cell.metadata.nbgrader.update(solution=True, grade=True, locked=False, task=False)
    return work
