"""Take grades out of nbgrader's gradebook: a table to read, and files that Canvas and Moodle import.

Used through nbgrader's own command, in the course's folder::

    nbgrader export --exporter autograder.grading.exports.CanvasExport --to canvas.csv
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin


class GradesTable(ExportPlugin):
    """Write one row for each student and one column for each assignment, then the total of what was handed in.

    Notes
    -----
    ``--student`` and ``--assignment`` choose, as for nbgrader's own exporter, which writes a row for each submission.
    What was not handed in is left empty, so that a learning platform applies its own rule for missing work.
    """

    default_name = "grades_table.csv"

    def export(self, gradebook: Gradebook) -> None:
        """Write the file.

        Parameters
        ----------
        gradebook : nbgrader.api.Gradebook
            Whose grades.
        """
        path = Path(self.to or self.default_name)
        chosen = set(map(str, self.assignment))
        assignments = [each for each in gradebook.assignments if not chosen or each.name in chosen]
        students = set(map(str, self.student))
        people = [person for person in gradebook.students if not students or person.id in students]
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerows([_harmless(cell) for cell in row] for row in self.rows(gradebook, assignments, people))
        self.log.info("Wrote the grades of %d students to %s", len(people), path)

    def rows(self, gradebook: Gradebook, assignments: Sequence[Any], people: Sequence[Any]) -> Iterator[list]:
        """Yield the rows of the file.

        Parameters
        ----------
        gradebook : nbgrader.api.Gradebook
            Whose grades.
        assignments, people : sequence
            The gradebook's, those that were chosen.

        Yields
        ------
        list
            The first names the columns.
        """
        yield ["student_id", "last_name", "first_name", *(each.name for each in assignments), "total"]
        yield ["", "", "most", *(each.max_score for each in assignments), sum(each.max_score for each in assignments)]
        for person in people:
            scores = [score_of(gradebook, each.name, person.id) for each in assignments]
            total = sum((score for score in scores if score is not None), start=0.0)
            yield [person.id, person.last_name, person.first_name, *scores, total]


class CanvasExport(GradesTable):
    """Write what Canvas imports under *Grades › Import*: it knows students by their login."""

    default_name = "canvas.csv"

    def rows(self, gradebook: Gradebook, assignments: Sequence[Any], people: Sequence[Any]) -> Iterator[list]:
        """Yield Canvas's columns; the second row holds the points that can be reached.

        Parameters
        ----------
        gradebook : nbgrader.api.Gradebook
            Whose grades.
        assignments, people : sequence
            The gradebook's, those that were chosen.

        Yields
        ------
        list
            The first names the columns.
        """
        yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *(each.name for each in assignments)]
        yield ["    Points Possible", "", "", "", "", *(each.max_score for each in assignments)]
        for person in people:
            scores = [score_of(gradebook, each.name, person.id) for each in assignments]
            yield [_full_name(person), "", "", person.id, "", *scores]


class MoodleExport(GradesTable):
    """Write what Moodle imports under *Grades › Import › CSV file*: map the first column to the user name there."""

    default_name = "moodle.csv"

    def rows(self, gradebook: Gradebook, assignments: Sequence[Any], people: Sequence[Any]) -> Iterator[list]:
        """Yield Moodle's columns.

        Parameters
        ----------
        gradebook : nbgrader.api.Gradebook
            Whose grades.
        assignments, people : sequence
            The gradebook's, those that were chosen.

        Yields
        ------
        list
            The first names the columns.
        """
        yield ["Username", "First name", "Last name", "Email address", *(each.name for each in assignments)]
        for person in people:
            scores = [score_of(gradebook, each.name, person.id) for each in assignments]
            yield [person.id, person.first_name, person.last_name, person.email, *scores]


def score_of(gradebook: Gradebook, assignment: str, student: str) -> float | None:
    """Return the points of a submission, less what is taken off for being late.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
        Where it stands.
    assignment, student : str
        Their names.

    Returns
    -------
    float or None
        At least 0; None if nothing was handed in.
    """
    try:
        submission = gradebook.find_submission(assignment, student)
    except MissingEntry:
        return None
    return max(0.0, submission.score - submission.late_submission_penalty)


def _full_name(person: Any) -> str:
    return ", ".join(name for name in (person.last_name, person.first_name) if name) or person.id


def _harmless(cell: Any) -> Any:
    """Keep a spreadsheet from taking a name for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "@", "\t", "\r")) else cell
