"""What stands where nbgrader would execute and score: records that were made elsewhere are played into its notebooks.

nbgrader walks its submissions one by one as ever, and is the only writer of its gradebook. A record is used only if it
was made of the very notebook that nbgrader hands over.
"""

from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import BaseCell, Grade
from nbgrader.preprocessors import AssignLatePenalties, NbGraderPreprocessor
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task

from autograder.grading.feedback import verdict_outputs
from autograder.grading.job import Record
from autograder.grading.jobs import named_code_cells, role_of
from autograder.grading.walk import Place, mark, set_mark

# What nbgrader's resources carry from one preprocessor to the next.
SCORES, LATE = "cnn_by_hand_scores", "cnn_by_hand_late"
OPEN = (
    "This could not be graded, and that is not your doing: the machines that grade failed. Its grade is left open, "
    "and a person will look at it."
)


class Replay(NbGraderPreprocessor):
    """Play a record into a notebook, in place of executing it."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Fill in what the cells showed and what they earned.

        Parameters
        ----------
        nb : nbformat.NotebookNode
            As it was rebuilt.
        resources : dict
            nbgrader's.

        Returns
        -------
        tuple of nbformat.NotebookNode and dict
            The notebook, filled in, and the resources with the scores.
        """
        which = resources["nbgrader"]
        place = Place(which["student"], which["assignment"], which["notebook"])
        round_ = self.parent.round
        record = round_.record(nb, place)
        resources[SCORES] = fill(nb, record)
        if record is not None:
            set_mark(nb, mark(round_.coursedir, place), record.log)
        return nb, resources


def fill(notebook: NotebookNode, record: Record | None) -> dict[str, float | None]:
    """Put a record into a notebook.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        It is changed in place.
    record : Record or None
        What came of it; None, if that is open.

    Returns
    -------
    dict of str to float or None
        The score of each test cell by nbgrader's name for it; None where a person must give it.
    """
    scores: dict[str, float | None] = {}
    for count, (name, cell) in enumerate(named_code_cells(notebook), 1):
        verdict = record.verdicts.get(name) if record else None
        outputs = record.outputs.get(name, []) if record else []
        if role_of(cell) == "check":
            points = float(cell.metadata.nbgrader["points"])
            score = points * verdict.earned / verdict.possible if verdict and verdict.possible else None
            scores[cell.metadata.nbgrader["grade_id"]] = score
            judged = [_open()] if score is None else verdict_outputs(verdict, points, record.log, cell=name)
            outputs = outputs + judged
        cell.outputs = [_numbered(nbformat.from_dict(output), count) for output in outputs]
        cell.execution_count = count
    return scores


def _open() -> dict[str, Any]:
    return {"output_type": "error", "ename": "NotGraded", "evalue": OPEN, "traceback": [OPEN]}


def _numbered(output: NotebookNode, count: int) -> NotebookNode:
    if output.output_type == "execute_result":
        output.execution_count = count
    return output


class SaveScores(NbGraderPreprocessor):
    """Write the scores of the records into the gradebook, and not what a notebook shows; all of them, or none."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Write them.

        Parameters
        ----------
        nb : nbformat.NotebookNode
            Filled in.
        resources : dict
            With the scores.

        Returns
        -------
        tuple of nbformat.NotebookNode and dict
            Both; the resources tell whether there can be a penalty.
        """
        which = resources["nbgrader"]
        gradebook = self.parent.round.gradebook
        notebook = gradebook.find_submission_notebook(which["notebook"], which["assignment"], which["student"])
        kept = gradebook.db.query(BaseCell.id, BaseCell.name).filter(BaseCell.notebook_id == notebook.notebook_id)
        by_name = {cell.metadata.nbgrader["grade_id"]: cell for cell in nb.cells if is_marked(cell)}
        cells = {number: by_name[name] for number, name in kept if name in by_name}
        for grade in (each for each in notebook.grades if each.cell_id in cells):
            _score(grade, cells[grade.cell_id], resources[SCORES])
        for comment in (each for each in notebook.comments if each.cell_id in cells):
            comment.auto_comment = "No response." if _is_untouched(cells[comment.cell_id]) else None
        resources[LATE] = notebook.assignment.total_seconds_late > 0 or notebook.late_submission_penalty is not None
        gradebook.db.commit()
        gradebook.db.remove()
        return nb, resources


def is_marked(cell: NotebookNode) -> bool:
    """Tell whether nbgrader keeps something about a cell: a grade or a comment."""
    return is_grade(cell) or is_solution(cell) or is_task(cell)


def _score(grade: Grade, cell: NotebookNode, scores: dict[str, float | None]) -> None:
    """Set a score; what is written is graded by hand, and what a person gave before is to be looked at again."""
    name = cell.metadata.nbgrader["grade_id"]
    if name in scores:
        grade.auto_score = scores[name]
    elif is_grade(cell):
        grade.auto_score, _ = determine_grade(cell)
    grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None


def _is_untouched(cell: NotebookNode) -> bool:
    return not is_task(cell) and cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)


class LatePenalties(AssignLatePenalties):
    """Ask nbgrader's plugin for a penalty, where there can be one: it opens the gradebook once more."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Set the penalty, if the submission is late."""
        return super().preprocess(nb, resources) if resources[LATE] else (nb, resources)
