"""Masters of exercises: nbgrader's metadata, and what a learner reads before each function."""

import ast
import re

from nbformat import NotebookNode

from autograder.exercises import load
from tests.notebooks.notebook import Notebook, called, calls, tree

TASK = re.compile(
    r"\*\*Difficulty\*\* [●○]{4} · \*\*Importance\*\* [●○]{4} · \*\*about \d+ minutes\*\* · (?P<points>\d+) points?"
)
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
KINDS = {  # what nbgrader's four switches may say together
    "read-only": {"grade": False, "locked": True, "solution": False, "task": False},
    "solution": {"grade": False, "locked": False, "solution": True, "task": False},
    "check": {"grade": True, "locked": True, "solution": False, "task": False},
}


def kind(cell: NotebookNode) -> str:
    """Return what a cell is to nbgrader, or an empty text."""
    metadata = cell.metadata.get("nbgrader", {})
    switches = {switch: metadata.get(switch) for switch in KINDS["check"]}
    return next((name for name, wanted in KINDS.items() if switches == wanted), "")


def of_kind(notebook: Notebook, name: str) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if kind(cell) == name]


def nbgrader_knows_each_cell(notebook: Notebook) -> list[str]:
    complaints = []
    for cell in notebook.cells:
        metadata = cell.metadata.get("nbgrader", {})
        if not kind(cell) or metadata.get("schema_version") != 3:
            complaints.append(notebook.complain(cell, f"is none of {', '.join(KINDS)} to nbgrader; set its metadata."))
        elif metadata.get("grade_id") != cell.id:
            complaints.append(notebook.complain(cell, "its grade_id is not its id; give it the same name."))
    return complaints


def solution_is_marked_once(notebook: Notebook) -> list[str]:
    return [
        notebook.complain(cell, f"has not one {BEGIN} and one {END}; a solution is between them, and nowhere else.")
        for cell in notebook.code
        if not cell.source.count(BEGIN) == cell.source.count(END) == int(kind(cell) == "solution")
    ]


def stub_is_typed(notebook: Notebook) -> list[str]:
    complaints = []
    for cell in of_kind(notebook, "solution"):
        for stub in (node for node in tree(cell).body if isinstance(node, ast.FunctionDef)):
            told = ast.get_docstring(stub) or ""
            for argument in stub.args.args + stub.args.kwonlyargs:
                if argument.annotation is None or f"{argument.arg}: " not in told:
                    wrong = f"{stub.name} tells no type or meaning of {argument.arg}; annotate it, and name its axes."
                    complaints.append(notebook.complain(cell, wrong))
            if stub.returns is None or "returns: " not in told:
                complaints.append(notebook.complain(cell, f"{stub.name} does not tell what it returns; add it."))
    return complaints


def check_is_short_and_has_hidden_cases(notebook: Notebook) -> list[str]:
    complaints = []
    for cell in of_kind(notebook, "check"):
        shown, _, hidden = cell.source.partition("### BEGIN HIDDEN TESTS")
        if len(shown.strip().splitlines()) > 3 or "check(" not in shown:
            complaints.append(
                notebook.complain(cell, "is no 1 to 3 lines that call check; move the rest to autograder.")
            )
        if "check(" not in hidden or "seed=" not in hidden:
            complaints.append(notebook.complain(cell, "has no hidden check with another seed; add it."))
    return complaints


def points_are_those_of_the_exercise(notebook: Notebook) -> list[str]:
    complaints, asked = [], 0
    for cell in notebook.cells:
        told = TASK.search(cell.source)
        asked = int(told["points"]) if cell.cell_type == "markdown" and told else asked
        if kind(cell) != "check":
            continue
        name = next(call.args[0].value for call in calls(cell) if called(call) == "check")
        points = load(name).points
        if not asked == cell.metadata.nbgrader.points == points:
            wrong = f"gives {cell.metadata.nbgrader.points} points, the text says {asked}, {name} has {points}; agree."
            complaints.append(notebook.complain(cell, wrong))
    return complaints


def task_tells_what_it_takes_and_has_a_hint(notebook: Notebook) -> list[str]:
    complaints = []
    for place, cell in enumerate(notebook.cells):
        if kind(cell) != "solution":
            continue
        task = notebook.cells[place - 1] if place else cell
        if not TASK.search(task.source):
            complaints.append(
                notebook.complain(task, "tells no difficulty, importance, minutes and points; add the line.")
            )
        if "<summary>A hint</summary>" not in task.source:
            complaints.append(notebook.complain(task, "has no hint that unfolds; add <details>."))
    return complaints


RULES = [
    nbgrader_knows_each_cell,
    solution_is_marked_once,
    stub_is_typed,
    check_is_short_and_has_hidden_cases,
    points_are_those_of_the_exercise,
    task_tells_what_it_takes_and_has_a_hint,
]
