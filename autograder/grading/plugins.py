"""What stands in nbgrader's places: its configuration names these classes, and nothing of nbgrader is changed.

``c.Autograde.exporter_class`` reads every notebook with care and rebuilds it from the released one, before any of
nbgrader's own steps sees it.
"""

from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter

from autograder.grading.intake import aside_of, contents, handed_in_as
from autograder.grading.reading import read_submission
from autograder.grading.rebuild import rebuild

TOLD_AT_MOST = 10
REMARKS = "handed-in"  # the id of the cell that tells what was odd


class RebuildingExporter(NotebookExporter):
    """Hand nbgrader the rebuilt notebook in place of the file that was handed in."""

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

        Raises
        ------
        FileNotFoundError
            If the assignment was never released: there is nothing to build from.
        """
        converter = self.parent
        if not getattr(converter, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **kw)
        coursedir, which = converter.coursedir, resources["nbgrader"]
        folder = coursedir.format_path(coursedir.release_directory, ".", which["assignment"])
        released = Path(folder) / f"{which['notebook']}.ipynb"
        if not released.is_file():
            raise FileNotFoundError(
                f"{released} is missing: the notebook to grade is built from it. "
                f"Run: nbgrader generate_assignment {which['assignment']}"
            )
        path = handed_in_as(Path(filename))
        rebuilt = rebuild(nbformat.read(released, as_version=4), read_submission(path))
        remarks = (*_about_files(path, Path(filename)), *rebuilt.remarks)
        for remark in remarks:
            self.log.warning("%s, %s: %s", which["student"], which["notebook"], remark)
        if remarks:
            rebuilt.notebook.cells.insert(0, _told(remarks))
        return self.from_notebook_node(rebuilt.notebook, resources=resources, **kw)


def _about_files(path: Path, wanted: Path) -> tuple[str, ...]:
    """Tell of another name, and of what was set aside."""
    renamed = [f"{path.name} was graded as {wanted.name}, which was not there."] if path != wanted else []
    aside = aside_of(wanted.parent)
    moved = sorted(str(other.relative_to(aside)) for other in contents(aside))
    told = ", ".join(moved[:TOLD_AT_MOST]) + " …" * (len(moved) > TOLD_AT_MOST)
    return (*renamed, *([f"Set aside, and not used: {told}. Only ordinary files can be handed in."] if moved else []))


def _told(remarks: tuple[str, ...]) -> nbformat.NotebookNode:
    """Make a cell that tells the learner what was odd; it comes with the feedback."""
    lines = "\n".join(f"- {remark}" for remark in remarks)
    return nbformat.v4.new_markdown_cell(f"**What was handed in, and what was made of it**\n\n{lines}", id=REMARKS)
