"""Take grades out of nbgrader's gradebook: a table to read, and files that Canvas and Moodle import.

Used through nbgrader's own command, in the course's folder::

    nbgrader export --exporter autograder.grading.exports.CanvasExport --to canvas.csv
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
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
    columns = ("student_id", "last_name", "first_name")
    most = ("", "", "most")  # what stands before the points that can be reached; nothing, where no row tells them
    total = True

    def about(self, person: Any) -> tuple[str, ...]:
        """Return what stands before a student's grades, in the order of ``columns``.

        Parameters
        ----------
        person : nbgrader.api.Student
            The gradebook's.

        Returns
        -------
        tuple of str
            One text for each column.
        """
        return person.id, person.last_name, person.first_name

    def export(self, gradebook: Gradebook) -> None:
        """Write the file.

        Parameters
        ----------
        gradebook : nbgrader.api.Gradebook
            Whose grades.
        """
        path = Path(self.to or self.default_name)
        assignments = _chosen(gradebook.assignments, self.assignment, "name")
        people = _chosen(gradebook.students, self.student, "id")
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = self._rows(gradebook, assignments, people)
            csv.writer(file).writerows([_harmless(cell) for cell in row] for row in rows)
        self.log.info("Wrote the grades of %d students to %s", len(people), path)

    def _rows(self, gradebook: Gradebook, assignments: Sequence[Any], people: Sequence[Any]) -> Iterator[list]:
        yield [*self.columns, *(each.name for each in assignments), *["total"] * self.total]
        if self.most:
            yield [*self.most, *self._with_total([each.max_score for each in assignments])]
        for person in people:
            scores = [score_of(gradebook, each.name, person.id) for each in assignments]
            yield [*self.about(person), *self._with_total(scores)]

    def _with_total(self, scores: list[float | None]) -> list[float | None]:
        total = sum((score for score in scores if score is not None), start=0.0)
        return [*scores, total] if self.total else scores


class CanvasExport(GradesTable):
    """Write what Canvas imports under *Grades › Import*: it knows students by their login."""

    default_name = "canvas.csv"
    columns = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
    most = ("    Points Possible", "", "", "", "")
    total = False

    def about(self, person: Any) -> tuple[str, ...]:
        """Return the name and the login; what is left empty Canvas fills in.

        Parameters
        ----------
        person : nbgrader.api.Student
            The gradebook's.

        Returns
        -------
        tuple of str
            One text for each column.
        """
        name = ", ".join(part for part in (person.last_name, person.first_name) if part) or person.id
        return name, "", "", person.id, ""


class MoodleExport(GradesTable):
    """Write what Moodle imports under *Grades › Import › CSV file*: map the first column to the user name there."""

    default_name = "moodle.csv"
    columns = ("Username", "First name", "Last name", "Email address")
    most = ()
    total = False

    def about(self, person: Any) -> tuple[str, ...]:
        """Return the login, the name and the address.

        Parameters
        ----------
        person : nbgrader.api.Student
            The gradebook's.

        Returns
        -------
        tuple of str
            One text for each column.
        """
        return person.id, person.first_name, person.last_name, person.email


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


def _chosen(everything: Iterable[Any], names: Sequence[Any], key: str) -> list[Any]:
    """Return those that are named, or all if none is."""
    wanted = set(map(str, names))
    return [each for each in everything if not wanted or getattr(each, key) in wanted]


def _harmless(cell: Any) -> Any:
    """Keep a spreadsheet from taking a name for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "@", "\t", "\r")) else cell
