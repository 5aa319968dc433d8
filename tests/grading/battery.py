"""Submissions that try what they should not, that are damaged, or that are honest and had bad luck: one file each.

They lie beside this file, in a folder for each group. A file's docstring tells what is tried, and after "Right:" what
the right outcome is and why. What the learner wrote stands in it as text, so that importing it runs none of that.

``SOLUTIONS``
    By exercise, the answer in place of the right one; None leaves it as it was given out.
``ADDED``
    By cell, the cells that the learner put behind it.
``EARNS``
    By exercise, the points that its honest part earns. Who is not named earns all of them.
``MAY_LOSE``
    Exercises whose answers may go down with the learner's own violence: their points are not promised.
``TOLD``, ``SHOWN``, ``NEVER_SHOWN``
    What the graded notebook tells, what its cells show, and what none of them may show.
``HOLDS_FROM``
    The weakest tier that stops it, where the weakest of all cannot.
``ASSIGNMENT``
    "arrays", where nothing else is said, or "networks".
``as_saved(work)``
    What the notebook's file holds, as a dict, text or bytes; without it, the notebook as it is.
``hand_in(folder, work)``
    Writes the files, where it is not that one, or not that one alone.

In the texts stand ``@COURSE@``, ``@HOME@``, ``@REPOSITORY@``, ``@PORT@``, ``@SOCKET@``, ``@SECRET@`` and ``@CPU@`` for
what the test knows.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.course import SOURCE
from autograder.exercises import load

HERE = Path(__file__).parent
GROUPS = ("tampering", "takeover", "resources", "neighbours", "shortcuts", "honest")

# The exercises of each assignment, and the masters that their cells are taken from.
ASSIGNMENTS = {
    "arrays": {
        "relu": "05_relu_pooling",
        "xcorr1d": "02_convolution",
        "max_pool2d": "05_relu_pooling",
        "out_size": "03_stride",
    },
    "networks": {"freeze": "12_transfer", "residual_block": "11_residual"},
}
IMPORTS = {
    "arrays": "import numpy as np",
    "networks": "from functools import partial\n\nimport torch\nfrom torch import nn",
}


@dataclass(frozen=True)
class Tried:
    """One submission, with what is right for it."""

    group: str
    name: str
    module: ModuleType

    @property
    def student(self) -> str:
        return f"{self.group}-{self.name}"

    @property
    def assignment(self) -> str:
        return self.declared("ASSIGNMENT", "arrays")

    @property
    def earns(self) -> dict[str, int]:
        full = {exercise: load(exercise).points for exercise in ASSIGNMENTS[self.assignment]}
        return full | self.declared("EARNS", {})

    def declared(self, name: str, otherwise: Any) -> Any:
        return getattr(self.module, name, otherwise)

    def hand_in(self, course: Path, places: Mapping[str, str]) -> None:
        """Write what the learner hands in."""
        folder = course / "submitted" / self.student / self.assignment
        folder.mkdir(parents=True)
        work = self._work(course / "release" / self.assignment / f"{self.assignment}.ipynb", places)
        self.declared("hand_in", self._write)(folder, work)

    def _write(self, folder: Path, work: NotebookNode) -> None:
        saved = self.declared("as_saved", lambda notebook: notebook)(work)
        text = json.dumps(saved) if isinstance(saved, dict) else saved
        path = folder / f"{self.assignment}.ipynb"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def _work(self, released: Path, places: Mapping[str, str]) -> NotebookNode:
        """Make the notebook as the learner left it."""
        work, right = nbformat.read(released, as_version=4), cells_by_id(master(self.assignment))
        answers = self.declared("SOLUTIONS", {})
        for exercise in ASSIGNMENTS[self.assignment]:
            cell = cell_of(work, cell_id(exercise, "solution"))
            answer = answers.get(exercise, without_markers(right[cell.id].source))
            cell.source = cell.source if answer is None else _filled(answer, places)
        for cell, sources in self.declared("ADDED", {}).items():
            put_behind(work, cell, [_filled(source, places) for source in sources])
        return work


def battery(*groups: str) -> tuple[Tried, ...]:
    """Read all submissions, or those of some groups, in the order of their names."""
    files = [path for group in groups or GROUPS for path in sorted((HERE / group).glob("[a-z]*.py"))]
    return tuple(
        Tried(path.parent.name, path.stem, import_module(f"{__package__}.{path.parent.name}.{path.stem}"))
        for path in files
    )


def master(assignment: str) -> NotebookNode:
    """Make a master of the cells that others have for these exercises."""
    roles = {"grade": False, "solution": False, "locked": True, "schema_version": 3, "task": False}
    first = nbformat.v4.new_code_cell(f"{IMPORTS[assignment]}\n\nfrom autograder import check", id="set-up")
    first.metadata["nbgrader"] = {**roles, "grade_id": "set-up"}
    cells = [first]
    for exercise, chapter in ASSIGNMENTS[assignment].items():
        given = cells_by_id(nbformat.read(SOURCE / chapter / f"{chapter}.ipynb", as_version=4))
        cells += [given[cell_id(exercise, kind)] for kind in ("task", "solution", "check")]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def cell_id(exercise: str, kind: str) -> str:
    return f"{exercise.replace('_', '-')}-{kind}"


def cells_by_id(notebook: NotebookNode) -> dict[str, NotebookNode]:
    return {cell.id: cell for cell in notebook.cells}


def cell_of(notebook: NotebookNode, name: str) -> NotebookNode:
    return cells_by_id(notebook)[name]


def put_behind(notebook: NotebookNode, name: str, sources: Iterable[str]) -> None:
    """Add code cells behind the one of that name."""
    place = notebook.cells.index(cell_of(notebook, name)) + 1
    notebook.cells[place:place] = [nbformat.v4.new_code_cell(source) for source in sources]


def without_markers(source: str) -> str:
    """Leave out nbgrader's lines around a solution."""
    return "\n".join(line for line in source.splitlines() if not line.strip().startswith("### "))


def _filled(text: str, places: Mapping[str, str]) -> str:
    for name, value in places.items():
        text = text.replace(f"@{name}@", value)
    return text.strip("\n")
