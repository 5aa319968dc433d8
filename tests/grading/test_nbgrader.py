"""Plain ``nbgrader autograde`` with the course's configuration: tampered and damaged notebooks in one class."""

import json
import os

import nbformat
import pytest

from autograder.course import make_course
from tests.grading.classroom import COUNT, MASTER, RELU, TASK, nbgrader


def solved(released):
    """Fill in both solutions."""
    for cell in released.cells:
        cell.source = {"relu-solution": RELU, "count-solution": COUNT}.get(cell.id, cell.source)
    return released


def half(notebook):
    notebook.cells[3].source = "def count_pixels_values(shape):\n    return 0, 0"
    return notebook


def skipping(notebook):
    for cell in notebook.cells:
        cell.metadata["tags"] = ["skip-execution"]
    return half(notebook)


def doubling_checks(notebook):
    notebook.cells += [nbformat.from_dict(cell) for cell in notebook.cells if cell.id.endswith("-check")]
    return notebook


def old_schema(notebook):
    for cell in notebook.cells:
        cell.metadata.nbgrader = {**cell.metadata.nbgrader, "schema_version": 1, "points": 400}
    return half(notebook)


def printing_points(notebook):
    notebook.cells = [cell for cell in half(notebook).cells if not cell.id.endswith("-check")]
    notebook.cells.append(
        nbformat.v4.new_code_cell("5", metadata={"nbgrader": dict(MASTER.cells[4].metadata.nbgrader)})
    )
    return notebook


def reading_files(notebook):
    notebook.cells.append(nbformat.v4.new_code_cell("print(*(open(name).read() for name in ('table.csv', 'own/a')))"))
    return notebook


def unnamed(notebook):
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell.source) for cell in notebook.cells])


HANDED_IN = {
    "sound": (lambda notebook: notebook, 8),
    "skipping": (skipping, 3),
    "doubling": (doubling_checks, 8),
    "old_schema": (old_schema, 3),
    "printing": (printing_points, 3),
    "unnamed": (unnamed, 8),
    "truncated": (lambda notebook: nbformat.writes(notebook)[:-150], None),
    "nothing": (lambda _: "", 0),
    "future": (lambda notebook: json.dumps({**notebook, "nbformat": 99}), 8),
    "renamed": (lambda notebook: notebook, 8),
    "linking": (lambda notebook: notebook, 8),
    "files": (reading_files, 8),
    "link_itself": (lambda notebook: notebook, 0),
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class that was graded by nbgrader: its course folder, and what was printed."""
    course = tmp_path_factory.mktemp("class") / "course"
    make_course(course)
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write("c.Grading.trust_students = True\n")  # who they are is known, on every machine
    (course / "source" / TASK).mkdir()
    nbformat.write(MASTER, course / "source" / TASK / f"{TASK}.ipynb")
    (course / "source" / TASK / "table.csv").write_text("as released,")
    nbgrader(course, "generate_assignment", TASK)
    for student, (tamper, _) in HANDED_IN.items():
        folder = course / "submitted" / student / TASK
        folder.mkdir(parents=True)
        work = tamper(solved(nbformat.read(course / "release" / TASK / f"{TASK}.ipynb", as_version=4)))
        text = work if isinstance(work, str) else json.dumps(work)
        (folder / f"{TASK}.ipynb").write_text(text, encoding="utf-8")
    hand_in_oddly(course)
    return course, nbgrader(course, "autograde", TASK)


def hand_in_oddly(course):
    """Rename one notebook as browsers do, lay files, links and a pipe beside others, and make another a link."""
    names = ("renamed", "files", "linking", "link_itself")
    renamed, files, linking, link = (course / "submitted" / name / TASK for name in names)
    (files / "own").mkdir()
    (files / "own" / "a").write_text("the learner's")
    (files / "table.csv").write_text("changed")
    (renamed / f"{TASK}.ipynb").rename(renamed / f"{TASK} (1).ipynb")
    (linking / "data.csv").symlink_to(course / "gradebook.db")
    (linking / "all").symlink_to(course / "submitted")
    (linking / "notes.txt").write_text("mine")
    os.mkfifo(linking / "pipe")
    (link / f"{TASK}.ipynb").unlink()
    (link / f"{TASK}.ipynb").symlink_to(course / "submitted" / "sound" / TASK / f"{TASK}.ipynb")


def scores(course, student):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        notebook = gradebook.find_submission_notebook(TASK, TASK, student)
        return {grade.name: grade.score for grade in notebook.grades}


@pytest.mark.parametrize("student", [name for name, (_, points) in HANDED_IN.items() if points is not None])
def test_everybody_gets_what_the_honest_part_earns(graded, student):
    assert sum(scores(graded[0], student).values()) == HANDED_IN[student][1]


def test_what_could_be_saved_of_a_truncated_notebook_is_graded(graded):
    assert scores(graded[0], "truncated") == {"relu-check": 3, "count-check": 5}


def test_what_was_odd_is_told_in_the_notebook_and_in_the_log(graded):
    course, log = graded
    text = (course / "autograded" / "truncated" / TASK / f"{TASK}.ipynb").read_text()
    assert "The file is damaged" in text
    assert "truncated, tasks: The file is damaged" in log
    assert "What was handed in" not in (course / "autograded" / "sound" / TASK / f"{TASK}.ipynb").read_text()


def test_nobody_ends_the_class(graded):
    assert {path.name for path in (graded[0] / "autograded").iterdir()} == set(HANDED_IN)


def test_feedback_is_a_page_with_the_report(graded):
    course, _ = graded
    nbgrader(course, "generate_feedback", TASK, "--student=old_schema")
    page = (course / "feedback" / "old_schema" / TASK / f"{TASK}.html").read_text(encoding="utf-8")
    assert "count_pixels_values" in page
    assert "not right yet" in page or "count_pixels_values/" in page


def test_links_and_pipes_are_set_aside_unread_and_told(graded):
    course, log = graded
    assert {path.name for path in (course / "autograded" / "linking" / TASK).iterdir()} == {
        f"{TASK}.ipynb",
        "notes.txt",
        "table.csv",
    }
    assert {path.name for path in (course / "set_aside" / "linking" / TASK).iterdir()} == {"data.csv", "all", "pipe"}
    assert "Set aside, and not used: all, data.csv, pipe." in log


def test_files_beside_the_notebook_are_there_when_its_cells_run(graded):
    text = (graded[0] / "autograded" / "files" / TASK / f"{TASK}.ipynb").read_text(encoding="utf-8")
    assert "as released, the learner's" in text


def test_a_notebook_that_is_a_link_to_anothers_earns_nothing(graded):
    text = (graded[0] / "autograded" / "link_itself" / TASK / f"{TASK}.ipynb").read_text(encoding="utf-8")
    assert "it is a link to another file" in text
    assert "maximum" not in text


def test_another_name_is_told(graded):
    assert f"{TASK} (1).ipynb was graded as {TASK}.ipynb" in graded[1]
