"""Tag every cell ``skip-execution``: stock nbgrader then runs no test, sees no error and gives full marks.

Right: tags are not taken over, so the wrong relu is found wrong.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}


def as_saved(work):
    for cell in work.cells:
        cell.metadata["tags"] = ["skip-execution", "raises-exception"]
    return work
