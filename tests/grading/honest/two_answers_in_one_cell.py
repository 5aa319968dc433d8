"""Write two functions into one cell, and delete the cell that was meant for the other.

Right: both count.
"""

from tests.grading.battery import cell_of

TOLD = "The cell out-size-solution is missing."


def as_saved(work):
    first, other = cell_of(work, "relu-solution"), cell_of(work, "out-size-solution")
    first.source += f"\n\n\n{other.source}"
    work.cells.remove(other)
    return work
