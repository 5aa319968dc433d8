"""Give every cell one and the same name.

Right: the answers are told apart by what they define.
"""


def as_saved(work):
    for cell in work.cells:
        cell.id = "relu-solution"
        cell.metadata = {"nbgrader": {"grade_id": "relu-solution", "solution": True, "schema_version": 3}}
    return work
