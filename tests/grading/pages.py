"""Feedback as nbgrader makes it: a course folder with a gradebook and one graded notebook, turned into a page."""

import logging
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import determine_grade
from traitlets.config import Config

TASK, STUDENT = "tasks", "ada"
FEEDBACK = {
    "preprocessors": [
        "nbgrader.preprocessors.GetGrades",
        "autograder.grading.feedback.Inert",
        "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
    ],
    "exporter_class": "autograder.grading.page.FeedbackExporter",
}
PLAIN = {"preprocessors": ["nbgrader.preprocessors.GetGrades", "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor"]}
PLAIN["exporter_class"] = "nbconvert.exporters.HTMLExporter"


def check_cell(name, outputs, points=4):
    """A check cell with what it showed, as nbgrader keeps it."""
    marks = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}
    cell = nbformat.v4.new_code_cell(f'check("{name}", {name})', id=f"{name}-check")
    cell.metadata["nbgrader"] = {**marks, "grade_id": f"{name}-check", "points": points, "cell_type": "code"}
    cell.outputs = [nbformat.from_dict(output) for output in outputs]
    return cell


def solution_cell(name, source):
    marks = {"grade": False, "solution": True, "locked": False, "task": False, "schema_version": 3}
    cell = nbformat.v4.new_code_cell(source, id=f"{name}-solution")
    cell.metadata["nbgrader"] = {**marks, "grade_id": f"{name}-solution", "cell_type": "code"}
    return cell


def feedback_page(folder, cells, *, metadata=None, feedback=FEEDBACK, **settings):
    """Write the graded notebook, run nbgrader's converter over it, and return the path of the page."""
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=metadata or {})
    path = folder / "autograded" / STUDENT / TASK / f"{TASK}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(notebook, path)
    _fill_gradebook(folder / "gradebook.db", cells)
    config = Config({"CourseDirectory": {"root": str(folder)}, "GenerateFeedback": feedback, "Inert": settings})
    coursedir = CourseDirectory(config=config, assignment_id=TASK)
    coursedir.db_url = f"sqlite:///{folder}/gradebook.db"
    converter = GenerateFeedback(coursedir=coursedir, config=config)
    converter.log.setLevel(logging.ERROR)
    converter.start()
    return folder / "feedback" / STUDENT / TASK / f"{TASK}.html"


@cache
def _empty_gradebook():
    """Make one: for a new database nbgrader starts another program, which takes seconds."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gradebook.db"
        Gradebook(f"sqlite:///{path}").close()
        return path.read_bytes()


def _fill_gradebook(path, cells):
    path.write_bytes(_empty_gradebook())
    with Gradebook(f"sqlite:///{path}") as gradebook:
        gradebook.add_assignment(TASK)
        gradebook.add_notebook(TASK, TASK)
        marked = [(cell, cell.metadata.nbgrader) for cell in cells if "nbgrader" in cell.metadata]
        for cell, marks in marked:
            add = gradebook.add_grade_cell if marks.grade else gradebook.add_solution_cell
            points = {"max_score": marks.points, "cell_type": cell.cell_type} if marks.grade else {}
            add(marks.grade_id, TASK, TASK, **points)
        gradebook.add_student(STUDENT)
        gradebook.add_submission(TASK, STUDENT)
        for cell, marks in marked:
            if marks.grade:
                gradebook.find_grade(marks.grade_id, TASK, TASK, STUDENT).auto_score = determine_grade(cell)[0]
        gradebook.db.commit()
