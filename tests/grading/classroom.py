"""A course with a small class in it, and nbgrader's own commands run there."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat

from autograder.course import make_course
from tests.grading.test_rebuild import released_cell

TASK = "tasks"
GRADERS = "tests.grading.graders."
ROOT = Path(__file__).parents[2]
# As `python -m nbgrader`, without a grammar that takes more than half of the time of all imports.
NBGRADER = """
import runpy, sys
sys.modules["rfc3987_syntax"] = None
runpy.run_module("nbgrader", run_name="__main__", alter_sys=True)
"""
RELU = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)"
COUNT = """def count_pixels_values(shape):
    n = shape[0] * shape[1]
    return n, n * (shape[2] if len(shape) > 2 else 1)"""


def solution(name, source):
    """Make an instructor's solution cell, of which learners get the first line."""
    first = source[source.index("def ") :].partition("\n")[0]
    body = f"{first}\n    ### BEGIN SOLUTION\n    return None\n    ### END SOLUTION"
    return released_cell("code", body, name, solution=True, locked=False)


def check(name, exercise, points):
    """Make a test cell with a hidden test."""
    hidden = f'### BEGIN HIDDEN TESTS\ncheck("{exercise}", {exercise}, seed=1234567)\n### END HIDDEN TESTS'
    return released_cell("code", f'check("{exercise}", {exercise})\n{hidden}', name, grade=True, points=points)


MASTER = nbformat.v4.new_notebook(
    metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    cells=[
        released_cell("code", "from autograder import check", "set-up"),
        solution("relu-solution", RELU),
        check("relu-check", "relu", 3),
        solution("count-solution", COUNT),
        check("count-check", "count_pixels_values", 5),
    ],
)


def make_class(course, students, settings="", master=MASTER):
    """Make a course, release its one assignment, and hand in for each student.

    Parameters
    ----------
    course : pathlib.Path
        Where.
    students : dict of str to callable
        ``hand_in(notebook)`` changes the released notebook into what a student hands in.
    settings : str
        More lines for the course's configuration.
    master : nbformat.NotebookNode
        The instructor's notebook.
    """
    make_course(course)
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(settings)
    (course / "source" / TASK).mkdir()
    nbformat.write(master, course / "source" / TASK / f"{TASK}.ipynb")
    nbgrader(course, "generate_assignment", TASK)
    for student, change in students.items():
        hand_in(course, student, change)


def hand_in(course, student, change):
    """Write a student's notebook where nbgrader looks for it."""
    folder = course / "submitted" / student / TASK
    folder.mkdir(parents=True, exist_ok=True)
    notebook = nbformat.read(course / "release" / TASK / f"{TASK}.ipynb", as_version=4)
    change(notebook)
    nbformat.write(notebook, folder / f"{TASK}.ipynb")


def answering(**answers):
    """Return a change that fills in solutions: ``relu="…"``, ``count="…"``."""

    def change(notebook):
        for cell in notebook.cells:
            cell.source = answers.get(cell.id.removesuffix("-solution"), cell.source)

    return change


def run(course, *arguments, **more):
    """Run Python in a course's folder."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)} | more
    return subprocess.run(
        [sys.executable, *arguments], cwd=course, env=environment, capture_output=True, text=True, check=False
    )


def nbgrader(course, *arguments):
    """Run one of nbgrader's commands, and return what it said."""
    done = run(course, "-c", NBGRADER, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def graded(course):
    """Return the gradebook: for each student and test cell the score, and whether a person is asked for."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for submission in gradebook.assignment_submissions(TASK)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def shown(course, student):
    """Return the graded notebook."""
    return nbformat.read(course / "autograded" / student / TASK / f"{TASK}.ipynb", as_version=4)
