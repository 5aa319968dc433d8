"""Change a locked check, and give it the checksum that nbgrader would compute of the change.

Right: a checksum that was handed in proves nothing.
"""

from nbgrader.utils import compute_checksum

from tests.grading.battery import cell_of

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}


def as_saved(work):
    cell = cell_of(work, "relu-check")
    cell.source = "check = lambda *_: 3\n3"
    cell.metadata.nbgrader.checksum = compute_checksum(cell)
    return work
