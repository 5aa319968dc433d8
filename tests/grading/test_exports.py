"""Grades leave the gradebook in the columns that each platform reads."""

import csv
import os
import sys
from pathlib import Path

import pytest

from autograder.grading.exports import CanvasExport, GradesTable, MoodleExport

nbgrader_api = pytest.importorskip("nbgrader.api")


@pytest.fixture
def gradebook(tmp_path, monkeypatch):
    # nbgrader looks for alembic beside its own Python
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    with nbgrader_api.Gradebook(f"sqlite:///{tmp_path}/gradebook.db") as book:
        for assignment, points in {"one": (3, 2), "two": (4,)}.items():
            book.add_assignment(assignment)
            book.add_notebook("work", assignment)
            for number, most in enumerate(points):
                book.add_grade_cell(f"check{number}", "work", assignment, max_score=most, cell_type="code")
        book.add_student("ada", first_name="Ada", last_name="Lovelace", email="ada@example.org")
        book.add_student("bob", first_name='=HYPERLINK("x")', last_name="O'Neil, Bob")
        book.add_student("eve")
        scores = {("one", "ada"): (3, 1.5), ("two", "ada"): (4,), ("one", "bob"): (0, 0)}
        for (assignment, student), earned in scores.items():
            book.add_submission(assignment, student)
            for number, score in enumerate(earned):
                book.find_grade(f"check{number}", "work", assignment, student).auto_score = score
        book.db.commit()
        yield book


def table(exporter, gradebook, tmp_path, **options):
    path = tmp_path / "out.csv"
    exporter(to=str(path), **options).export(gradebook)
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def test_table_has_a_row_for_each_student(gradebook, tmp_path):
    assert table(GradesTable, gradebook, tmp_path) == [
        ["student_id", "last_name", "first_name", "one", "two", "total"],
        ["", "", "most", "5.0", "4.0", "9.0"],
        ["eve", "", "", "", "", "0.0"],
        ["ada", "Lovelace", "Ada", "4.5", "4.0", "8.5"],
        ["bob", "O'Neil, Bob", '\'=HYPERLINK("x")', "0.0", "", "0.0"],
    ]


def test_canvas_knows_students_by_login_and_reads_the_points_possible(gradebook, tmp_path):
    header, points, eve, ada, _ = table(CanvasExport, gradebook, tmp_path)
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "one", "two"]
    assert points == ["    Points Possible", "", "", "", "", "5.0", "4.0"]
    assert ada == ["Lovelace, Ada", "", "", "ada", "", "4.5", "4.0"]
    assert eve == ["eve", "", "", "eve", "", "", ""]


def test_moodle_knows_students_by_user_name(gradebook, tmp_path):
    header, _, ada, _ = table(MoodleExport, gradebook, tmp_path)
    assert header == ["Username", "First name", "Last name", "Email address", "one", "two"]
    assert ada == ["ada", "Ada", "Lovelace", "ada@example.org", "4.5", "4.0"]


def test_students_and_assignments_can_be_chosen(gradebook, tmp_path):
    rows = table(GradesTable, gradebook, tmp_path, student=["ada"], assignment=["two"])
    assert rows[0] == ["student_id", "last_name", "first_name", "two", "total"]
    assert [row[0] for row in rows[2:]] == ["ada"]


def test_points_are_taken_off_for_being_late_and_never_below_0(gradebook, tmp_path):
    for name, penalty in (("one", 1), ("two", 7)):
        gradebook.find_submission_notebook("work", name, "ada").late_submission_penalty = penalty
    gradebook.db.commit()
    assert table(MoodleExport, gradebook, tmp_path)[2][-2:] == ["3.5", "0.0"]


def test_nbgrader_finds_the_exporter_by_its_name():
    from nbgrader.apps import ExportApp

    app = ExportApp()
    app.plugin_class = "autograder.grading.exports.CanvasExport"
    app.init_plugin()
    assert isinstance(app.plugin_inst, CanvasExport)
