"""The extension that executes the notebooks: a changed library executes them again, and each cell's time is kept."""

from datetime import datetime
from pathlib import Path

import nbformat

from book.extensions.execution import library_digest
from tests.book.site import ROOT


def write_library(root: Path) -> Path:
    (root / "helpers" / "widgets").mkdir(parents=True)
    (root / "helpers" / "shapes.py").write_text("A = 1\n", encoding="utf-8")
    (root / "helpers" / "widgets" / "box.js").write_text("export default {};\n", encoding="utf-8")
    return root


def test_digest_changes_with_a_widget_module_and_not_with_a_cache(tmp_path):
    root = write_library(tmp_path)
    before = library_digest(root)
    (root / "helpers" / "__pycache__").mkdir()
    (root / "helpers" / "__pycache__" / "shapes.pyc").write_bytes(b"cached")
    assert library_digest(root) == before
    (root / "helpers" / "widgets" / "box.js").write_text("export default { render() {} };\n", encoding="utf-8")
    assert library_digest(root) != before


def test_digest_changes_with_the_pinned_packages(tmp_path):
    root = write_library(tmp_path)
    before = library_digest(root)
    (root / "requirements.txt").write_text("numpy==2.0.2\n", encoding="utf-8")
    assert library_digest(root) != before


def test_executed_cells_carry_their_times(site):
    paths = sorted((site.parent / "jupyter_execute" / "notebooks").glob("*.ipynb"))
    assert [path.name for path in paths] == [path.name for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
    for path in paths:
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code" and cell.source:
                assert seconds(cell) >= 0


def test_no_page_tells_a_path_of_this_machine(site):
    assert [str(path) for path in site.rglob("*.html") if f"{ROOT}/" in path.read_text(encoding="utf-8")] == []


def seconds(cell) -> float:
    times = cell.metadata["execution"]
    start, end = times["iopub.execute_input"], times["shell.execute_reply"]
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
