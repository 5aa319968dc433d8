"""Each master, with its solutions, runs from top to bottom in a kernel, and every check says that all is right."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
MASTERS = sorted((ROOT / "autograder" / "source").glob("*/*.ipynb"))


@pytest.mark.full
@pytest.mark.parametrize("path", MASTERS, ids=lambda path: path.stem)
def test_every_check_of_a_solved_notebook_says_right(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    checks = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("points")]
    assert checks
    for cell in checks:
        shown = [output.data["text/plain"] for output in cell.outputs]
        assert shown, cell.source
        assert all("status='passed'" in text for text in shown), shown
