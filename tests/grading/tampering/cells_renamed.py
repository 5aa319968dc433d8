"""Lose all names: new ids, and no word of nbgrader, as some editors leave a notebook.

Right: each answer is found by the function that it defines.
"""


def as_saved(work):
    for number, cell in enumerate(work.cells):
        cell.id = f"cell-{number}"
        cell.metadata = {}
    return work
