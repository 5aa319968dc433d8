"""Copy the first answer's cell, as a start for the next answer, and delete the cell that was meant for that.

Right: an honest way to work; the copy has nbgrader's name of the first answer, and both answers count.
"""

import copy

from tests.grading.battery import cell_of


def as_saved(work):
    rewritten = copy.deepcopy(cell_of(work, "relu-solution"))
    meant = cell_of(work, "xcorr1d-solution")
    rewritten.source = meant.source
    rewritten.id = "copied"
    work.cells[work.cells.index(meant)] = rewritten
    return work
