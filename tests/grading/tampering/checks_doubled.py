"""Copy every check, names and all: stock nbgrader ends the whole class with an error.

Right: each check counts once, and the class goes on.
"""

import copy


def as_saved(work):
    work.cells += [copy.deepcopy(cell) for cell in work.cells if cell.id.endswith("-check")]
    return work
