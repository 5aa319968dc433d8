"""Say that nbgrader's metadata are of version 99, which no nbgrader knows.

Right: versions are not taken over.
"""


def as_saved(work):
    for cell in work.cells:
        cell.metadata.nbgrader.schema_version = 99
    return work
