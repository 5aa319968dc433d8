"""Small notebooks to try the rules on."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.notebooks.notebook import Notebook


def make(*cells: nbformat.NotebookNode, name: str = "notebooks/99_1_example.ipynb") -> Notebook:
    """Make a notebook of cells, saved as JupyterLab saves it."""
    node = new_notebook()
    node.cells = list(cells)  # only so may two cells have one id
    return Notebook(name, nbformat.v4.writes(node) + "\n")


def text(source: str, name: str = "text", **metadata: object) -> nbformat.NotebookNode:
    return new_markdown_cell(source, id=name, metadata=metadata)


def code(source: str, name: str = "code", **metadata: object) -> nbformat.NotebookNode:
    return new_code_cell(source, id=name, metadata=metadata)


def figure(source: str, name: str = "figure", alt: str = "A curve. It rises.") -> nbformat.NotebookNode:
    return code(source, name, mystnb={"image": {"alt": alt}})
