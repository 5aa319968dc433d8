"""How any notebook is stored, so that a reworded sentence is a two-line diff."""

import re
from collections import Counter

import nbformat

from tests.notebooks.notebook import Notebook, tags

TAGS = {"remove-cell", "hide-input", "raises-exception"}
METADATA = {"tags", "mystnb", "nbgrader"}
RELEASED = {"deletable", "editable"}  # nbgrader writes them beside its own
READABLE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def no_outputs(notebook: Notebook) -> list[str]:
    return [
        notebook.complain(cell, "holds outputs or a count; clear them: Edit › Clear Outputs of All Cells, and save.")
        for cell in notebook.code
        if cell.outputs or cell.execution_count is not None
    ]


def ids_are_readable_and_unique(notebook: Notebook) -> list[str]:
    if (notebook.node.nbformat, notebook.node.nbformat_minor) != (4, 5):
        return [f"{notebook.name}: is not nbformat 4.5, the first with cell ids; save it with JupyterLab 4."]
    uses = Counter(cell.get("id") for cell in notebook.cells)
    complaints = []
    for cell in notebook.cells:
        if not READABLE.fullmatch(cell.get("id", "")) or re.fullmatch(r"[0-9a-f-]{8,}", cell.id):
            complaints.append(notebook.complain(cell, "its id says nothing; name the cell in words, such as by-hand."))
        elif uses[cell.id] > 1:
            complaints.append(notebook.complain(cell, "its id is used twice; name one of the two otherwise."))
    return complaints


def tags_are_from_the_closed_list(notebook: Notebook) -> list[str]:
    return [
        notebook.complain(cell, f"tag {tag!r} is not one of {', '.join(sorted(TAGS))}; take it off.")
        for cell in notebook.cells
        for tag in tags(cell)
        if tag not in TAGS
    ]


def metadata_is_from_the_closed_list(notebook: Notebook) -> list[str]:
    return [
        notebook.complain(cell, f"metadata {key!r} is none of {', '.join(sorted(METADATA))}; remove it.")
        for cell in notebook.cells
        for key in cell.metadata
        if key not in METADATA | (RELEASED if "nbgrader" in cell.metadata else set())
    ]


def stored_as_jupyter_stores_it(notebook: Notebook) -> list[str]:
    if notebook.text.rstrip("\n") == nbformat.v4.writes(notebook.node).rstrip("\n"):
        return []
    return [f"{notebook.name}: is not stored one line of source a line of file; open it in JupyterLab and save it."]


RULES = [
    no_outputs,
    ids_are_readable_and_unique,
    tags_are_from_the_closed_list,
    metadata_is_from_the_closed_list,
    stored_as_jupyter_stores_it,
]
