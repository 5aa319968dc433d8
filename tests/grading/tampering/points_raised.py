"""Write other points into the checks: 400, −5, an endless number, a text.

Right: points are those of the released notebook.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}


def as_saved(work):
    checks = [cell for cell in work.cells if cell.id.endswith("-check")]
    for cell, points in zip(checks, (400, -5, float("inf"), "many"), strict=True):
        cell.metadata.nbgrader.points = points
    return work
