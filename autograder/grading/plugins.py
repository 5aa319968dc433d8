"""What stands in nbgrader's places: its configuration names these classes, and nothing of nbgrader is changed.

``c.Autograde.exporter_class`` reads every notebook with care and rebuilds it from the released one, before any of
nbgrader's own steps sees it. ``c.Autograde.autograde_preprocessors`` are those of :mod:`autograder.grading.replay`.
"""

import os
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.converters import NbGraderException

from autograder.grading.files import shown_name
from autograder.grading.intake import aside_of, contents, handed_in_as, not_graded
from autograder.grading.key import KeyFileError
from autograder.grading.round import Round
from autograder.grading.settings import Grading, RefusedError
from autograder.grading.walk import Place, add_empty, rebuilt

TOLD_AT_MOST = 10
REMARKS = "handed-in"  # the id of the cell that tells what was odd


class RebuildingExporter(NotebookExporter):
    """Hand nbgrader the rebuilt notebook in place of the file that was handed in.

    nbgrader makes one for each walk over submissions, before it begins: that is when grading ahead of it begins.

    Parameters
    ----------
    **kw
        nbgrader's: ``parent`` is its converter.

    Raises
    ------
    NbGraderException
        If nothing can be graded.
    """

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)
        try:
            add_empty(self.parent)
            self.round = Round(Grading(parent=self), self.parent)
        except (RefusedError, KeyFileError, OSError) as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from None

    def from_filename(self, filename: str, resources: dict | None = None, **kw: Any) -> tuple[str, dict]:
        """Read, rebuild and export one notebook.

        Parameters
        ----------
        filename : str
            Below ``submitted/`` what was handed in, below other folders what nbgrader itself wrote.
        resources : dict
            nbgrader's: student, assignment and notebook.
        **kw
            Handed on.

        Returns
        -------
        tuple of str and dict
            The notebook as text, and the resources.
        """
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **kw)
        which = resources["nbgrader"]
        place = Place(which["student"], which["assignment"], which["notebook"])
        made, path = rebuilt(self.parent.coursedir, place), Path(filename)
        remarks = (*_about_files(handed_in_as(path), path), *self.round.beside(place).remarks, *made.remarks)
        for remark in remarks:
            self.log.warning("%s, %s: %s", which["student"], which["notebook"], remark)
        if remarks:
            made.notebook.cells.insert(0, _told(remarks))
        return self.from_notebook_node(made.notebook, resources=resources, **kw)


def _about_files(path: Path, wanted: Path) -> tuple[str, ...]:
    """Tell of another name, of other notebooks, and of what was set aside."""
    others = _listed(not_graded(wanted, path))
    if not os.path.lexists(path):
        odd = [f"There is no notebook in what was handed in{f', but {others}' if others else ''}."]
    else:
        odd = [f"{path.name} was graded as {wanted.name}, which was not there."] if path != wanted else []
        odd += [f"Not graded: {others}. One notebook counts: {path.name}."] if others else []
    aside = aside_of(wanted.parent)
    moved = sorted(shown_name(str(other.relative_to(aside))) for other in contents(aside))
    told = [f"Set aside, and not used: {_listed(moved)}. Only ordinary files can be handed in."] if moved else []
    return (*odd, *told)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:TOLD_AT_MOST]) + " …" * (len(names) > TOLD_AT_MOST)


def _told(remarks: tuple[str, ...]) -> nbformat.NotebookNode:
    """Make a cell that tells the learner what was odd; it comes with the feedback."""
    lines = "\n".join(f"- {remark}" for remark in remarks)
    return nbformat.v4.new_markdown_cell(f"**What was handed in, and what was made of it**\n\n{lines}", id=REMARKS)
