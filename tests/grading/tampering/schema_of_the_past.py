"""Say that nbgrader's metadata are of version 1: stock nbgrader ends the whole class and asks for an update.

Right: versions are not taken over.
"""


def as_saved(work):
    for cell in work.cells:
        cell.metadata.nbgrader.schema_version = 1
    return work
