"""Records in nbgrader's notebooks and gradebook: used only where they fit, and never a silent 0."""

import json
import os

import nbformat
import pytest

from autograder.grading.job import Record, Verdict
from autograder.grading.key import key_file
from autograder.grading.replay import OPEN, fill
from tests.grading.classroom import (
    GRADERS,
    MASTER,
    TASK,
    answering,
    graded,
    hand_in,
    make_class,
    nbgrader,
    run,
    shown,
)
from tests.grading.test_rebuild import released_cell

# The stand-in that grades gives as many of three parts as the solution is long, modulo 4.
NONE, ONE, ALL = "#a = 1\n\n", "#a = 1\n\n\n", "#a = 1\n\n\n\n\n"
STUB = 'c.Grading.function = "{}{}"\nc.Grading.workers = 1\nc.Grading.tier = "namespaces"\n'
PROMPT = released_cell("markdown", "Why?", "essay", grade=True, solution=True, locked=False, points=2)


def settings(function="at_once"):
    return STUB.format(GRADERS, function)


def verdict(earned):
    return Verdict((), earned, 3)


def test_scores_are_shares_of_the_cells_points():
    scores = fill(nbformat.from_dict(MASTER), Record({"relu-check": verdict(1), "count-check": verdict(3)}))
    assert scores == {"relu-check": 1.0, "count-check": 5.0}


def test_what_is_open_is_told_in_the_cell_and_has_no_score():
    notebook = nbformat.from_dict(MASTER)
    assert fill(notebook, None) == {"relu-check": None, "count-check": None}
    assert [cell.outputs[0].evalue for cell in notebook.cells if cell.id.endswith("-check")] == [OPEN, OPEN]


def test_a_record_without_a_verdict_leaves_the_score_open():
    assert fill(nbformat.from_dict(MASTER), Record({"relu-check": verdict(0)})) == {
        "relu-check": 0.0,
        "count-check": None,
    }


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("replayed") / "course"
    students = {
        "all": answering(relu=ALL, count=ALL),
        "part": answering(relu=ONE, count=NONE),
        "nothing": lambda _: None,
    }
    master = nbformat.from_dict({**MASTER, "cells": [*MASTER.cells, PROMPT]})
    make_class(folder, students, settings(), master)
    nbgrader(folder, "autograde", TASK)
    return folder


def test_the_gradebook_has_what_the_records_say(course):
    found = graded(course)
    assert [found[student, "relu-check"] for student in ("all", "part")] == [(3.0, False), (1.0, False)]
    assert [found[student, "count-check"] for student in ("all", "part")] == [(5.0, False), (0.0, False)]


def test_what_is_written_waits_for_a_person_and_what_is_untouched_gets_none(course):
    assert {score for (_, name), score in graded(course).items() if name == "essay"} == {(0.0, False)}
    hand_in(course, "writer", answering(essay="Because."))
    nbgrader(course, "autograde", TASK, "--student=writer")
    assert graded(course)["writer", "essay"] == (None, True)


def test_untouched_solutions_are_told_as_no_response(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        comments = {
            student: gradebook.find_comment("relu-solution", TASK, TASK, student).auto_comment
            for student in ("all", "nothing")
        }
    assert comments == {"all": None, "nothing": "No response."}


def test_cells_show_what_they_showed_and_checks_their_reports(course):
    cells = {cell.id: cell for cell in shown(course, "part").cells}
    assert cells["relu-solution"].outputs[0].text == ONE
    kinds = [[output.output_type for output in cells[name].outputs] for name in ("relu-check", "count-check")]
    assert kinds == [["display_data", "execute_result"], ["display_data", "error"]]
    assert [cell.execution_count for cell in shown(course, "part").cells if cell.cell_type == "code"] == [1, 2, 3, 4, 5]


def test_no_hidden_test_gets_into_what_is_handed_back(course):
    nbgrader(course, "generate_feedback", TASK)
    for folder in ("autograded", "feedback"):
        texts = [path.read_text(encoding="utf-8") for path in (course / folder).rglob("*") if path.is_file()]
        assert texts
        assert not any("1234567" in text or "HIDDEN" in text for text in texts)


def test_stock_saving_would_read_the_same_scores_from_the_notebook(course):
    from nbgrader.utils import determine_grade, is_grade, is_solution

    found = graded(course)
    for student in ("all", "part"):
        for cell in shown(course, student).cells:
            if is_grade(cell) and not is_solution(cell):
                assert determine_grade(cell)[0] == found[student, cell.metadata.nbgrader.grade_id][0]


def test_a_second_run_grades_nothing_and_a_resubmission_overwrites(course):
    before = {path: path.stat().st_mtime_ns for path in (course / "autograded").rglob("*.ipynb")}
    hand_in(course, "all", answering(relu=NONE, count=ONE))
    said = nbgrader(course, "autograde", TASK)
    changed = {path for path, when in before.items() if path.stat().st_mtime_ns != when}
    assert {path.parts[-3] for path in changed} == {"all"}
    assert "Autograding" in said
    assert graded(course)["all", "relu-check"] == (0.0, False)
    assert graded(course)["all", "count-check"] == (5 / 3, False)


def test_a_broken_resubmission_does_not_keep_the_old_score(course):
    hand_in(course, "broken", answering(relu=ALL))
    nbgrader(course, "autograde", TASK, "--student=broken")
    assert graded(course)["broken", "relu-check"] == (3.0, False)
    (course / "submitted" / "broken" / TASK / f"{TASK}.ipynb").write_text("{")
    nbgrader(course, "autograde", TASK, "--student=broken")
    untouched = graded(course)["nothing", "relu-check"]
    assert graded(course)["broken", "relu-check"] == untouched


def test_what_a_person_gave_is_kept_and_asked_for_again(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        gradebook.find_grade("relu-check", TASK, TASK, "part").manual_score = 2.5
        gradebook.db.commit()
    nbgrader(course, "autograde", TASK, "--student=part", "--force")
    assert graded(course)["part", "relu-check"] == (1.0, True)


def test_the_formgraders_button_does_the_same(course):
    code = (
        "from nbgrader.apps import NbGraderAPI, NbGrader; from nbgrader.coursedir import CourseDirectory;"
        "app = NbGrader(); app.initialize([]); api = NbGraderAPI(app.coursedir, parent=app);"
        f"print(*[api.autograde({TASK!r}, student)['success'] for student in ('all', 'part')])"
    )
    done = run(course, "-c", code)
    assert done.stdout.split() == ["True", "True"], done.stdout + done.stderr


def test_a_late_submission_gets_what_the_plugin_says(course):
    folder = course / "submitted" / "late" / TASK
    hand_in(course, "late", answering(relu=ALL))
    (folder / "timestamp.txt").write_text("2030-01-01 00:00:00 UTC")
    (course / "penalties.py").write_text(
        "from nbgrader.plugins import LateSubmissionPlugin\n\n\nclass Half(LateSubmissionPlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n        return score / 2\n"
    )
    duedate = f"from nbgrader.api import Gradebook; Gradebook('sqlite:///gradebook.db').update_or_create_assignment({TASK!r}, duedate='2026-01-01 00:00:00 UTC')"  # noqa: E501
    assert run(course, "-c", duedate).returncode == 0
    nbgrader(course, "autograde", TASK, "--student=late", "--LatePenalties.plugin_class=penalties.Half")
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        notebook = gradebook.find_submission_notebook(TASK, TASK, "late")
        assert notebook.late_submission_penalty == notebook.score / 2 > 0


def test_what_no_worker_can_grade_is_left_open_and_graded_by_the_next_run(tmp_path):
    course = tmp_path / "course"
    make_class(course, {"ada": answering(relu="# die", count=ALL), "ben": answering(relu=ALL)}, settings("dying"))
    said = nbgrader(course, "autograde", TASK)
    assert "ada, tasks is left open: Tried 3 times" in said
    assert graded(course)["ada", "count-check"] == (None, True)
    assert graded(course)["ben", "relu-check"] == (3.0, False)
    assert OPEN in json.dumps(shown(course, "ada"), ensure_ascii=False)
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(settings())
    nbgrader(course, "autograde", TASK)
    assert graded(course)["ada", "count-check"] == (5.0, False)


def test_a_cell_that_is_no_check_is_told_to_the_instructor_once(tmp_path):
    own = released_cell("code", "assert relu(1) == 1", "own-check", grade=True, points=1)
    master = nbformat.from_dict({**MASTER, "cells": [*MASTER.cells, own]})
    make_class(tmp_path / "course", {"ada": answering(), "ben": answering()}, settings(), master)
    said = nbgrader(tmp_path / "course", "autograde", TASK)
    assert said.count("own-check: more than calls of check(…) stands there") == 1


def test_nothing_is_graded_where_code_cannot_be_kept_apart_unless_that_is_wanted(tmp_path):
    course = tmp_path / "course"
    make_class(course, {"ada": answering(relu=ALL)}, settings() + 'c.Grading.tier = "limits"\n')
    refused = run(course, "-m", "nbgrader", "autograde", TASK)
    assert refused.returncode == 1
    assert "Nothing was graded: in the tier 'limits'" in refused.stderr
    assert not (course / "autograded").exists()
    with (course / "nbgrader_config.py").open("a") as file:
        file.write("c.Grading.trust_students = True\n")
    nbgrader(course, "autograde", TASK)
    assert graded(course)["ada", "relu-check"] == (3.0, False)


def test_nothing_is_graded_where_nbgrader_would_execute_it_itself(tmp_path):
    course = tmp_path / "course"
    stock = 'c.Autograde.autograde_preprocessors = ["nbgrader.preprocessors.Execute"]\n'
    make_class(course, {"ada": answering()}, settings() + stock)
    refused = run(course, "-m", "nbgrader", "autograde", TASK)
    assert refused.returncode == 1
    assert "lets nbgrader itself execute what was handed in" in refused.stderr
    assert not (course / "autograded").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_nothing_is_graded_with_a_key_that_others_can_read(tmp_path):
    course = tmp_path / "course"
    make_class(course, {"ada": answering()}, settings())
    key_file(course).chmod(0o644)
    refused = run(course, "-m", "nbgrader", "autograde", TASK)
    assert refused.returncode == 1
    assert "chmod 600" in refused.stderr
