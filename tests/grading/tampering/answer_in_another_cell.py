"""Delete the cell that was given out, and write the answer into a new one further down.

Right: the function is found, wherever it stands.
"""

from tests.grading.battery import cell_of


def as_saved(work):
    cell = cell_of(work, "relu-solution")
    work.cells.remove(cell)
    cell.update(id="mine", metadata={})
    work.cells.append(cell)
    return work
