"""Keep a first, wrong attempt in a copy of the cell above the right one, as people do.

Right: the cell that was given out holds the right answer, and it is the later one.
"""

import copy

from tests.grading.battery import cell_of


def as_saved(work):
    cell = cell_of(work, "relu-solution")
    attempt = copy.deepcopy(cell)
    attempt.update(id="attempt", source="def relu(x):\n    return abs(x)", metadata={})
    work.cells.insert(work.cells.index(cell), attempt)
    return work
