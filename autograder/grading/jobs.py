"""Make a job of a notebook: which cells are run, which are judged by what, and from which seeds."""

import ast
from collections.abc import Iterable
from dataclasses import replace

from nbformat import NotebookNode

from autograder.exercises import load
from autograder.grading.files import File
from autograder.grading.job import Check, Job, JobCell, Limits
from autograder.grading.key import attempt_of, seed_for
from autograder.grading.rebuild import ADDED
from autograder.grading.syntax import parsed

Asked = tuple[tuple[str, str], ...]  # pairs of an exercise and the learner's name for the function


def job_of(
    notebook: NotebookNode,
    *,
    assignment: str,
    student: str,
    key: bytes,
    limits: Limits,
    tier: str,
    files: tuple[File, ...] = (),
) -> Job:
    """Make the job that grades a notebook.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        As it was rebuilt, with nbgrader's metadata.
    assignment, student : str
        Their names.
    key : bytes
        The course's key.
    limits : Limits
        How much it may use.
    tier : str
        How it is kept apart.
    files : tuple of File
        What lies beside it.

    Returns
    -------
    Job
        The same for the same work, always.
    """
    cells = [JobCell(name, role_of(cell), cell.source) for name, cell in named_code_cells(notebook)]
    attempt = attempt_of(cells, files)

    def judged(cell: JobCell) -> JobCell:
        asked = checks_in(cell.source) or () if cell.role == "check" else ()
        checks = (
            Check(exercise, name, seed_for(key, assignment, exercise, student, attempt)) for exercise, name in asked
        )
        return replace(cell, checks=tuple(checks))

    ready = tuple(judged(cell) for cell in cells)
    return Job(ready, _environment(ready), limits, tier, files)


def named_code_cells(notebook: NotebookNode) -> list[tuple[str, NotebookNode]]:
    """Return the code cells with a name for each: nbgrader's for it, or its place.

    A cell's own id is no name that lasts: nbformat draws another on each reading, where a notebook has none.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        A notebook.

    Returns
    -------
    list of tuple of str and nbformat.NotebookNode
        In their order.
    """
    named: dict[str, NotebookNode] = {}
    for place, cell in enumerate(cell for cell in notebook.cells if cell.cell_type == "code"):
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        named[name if name and name not in named else f"code cell {place}"] = cell
    return list(named.items())


def role_of(cell: NotebookNode) -> str:
    """Return what a cell is: "check", "solution", "added" or "given"."""
    marked = cell.metadata.get("nbgrader", {})
    if marked.get("solution"):
        return "solution"
    if marked.get("grade"):
        return "check"
    return "added" if cell.get("id", "").startswith(ADDED) else "given"


def checks_in(source: str) -> Asked | None:
    """Read what a check cell asks for.

    Parameters
    ----------
    source : str
        Its text. It is not run.

    Returns
    -------
    tuple of tuple of str and str, or None
        An exercise and the name of a function, each pair once; None, if the cell holds anything else than calls of
        ``check`` with names and numbers.

    Examples
    --------
    >>> checks_in('check("relu", relu)  # and hidden: check("relu", relu, seed=2)')
    (('relu', 'relu'),)
    >>> checks_in("assert relu(1) == 1") is None
    True
    """
    tree = parsed(source)
    if tree is None:
        return None
    asked = [_asked(statement) for statement in tree.body]
    pairs = [pair for pair in asked if pair is not None]
    return tuple(dict.fromkeys(pairs)) if pairs and len(pairs) == len(asked) else None


def _asked(statement: ast.stmt) -> tuple[str, str] | None:
    match statement:
        case ast.Expr(ast.Call(ast.Name("check"), [ast.Constant(str(exercise)), ast.Name(name)], keywords)) if (
            _only_a_seed(keywords) and _exists(exercise)
        ):
            return exercise, name
    return None


def _only_a_seed(keywords: list[ast.keyword]) -> bool:
    return all(word.arg == "seed" and isinstance(getattr(word.value, "value", None), int) for word in keywords)


def _exists(exercise: str) -> bool:
    try:
        load(exercise)
    except LookupError:
        return False
    return True


def not_judged(notebook: NotebookNode) -> list[str]:
    """Name the test cells that hold more than checks, so that what they hold is run among the learner's code.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        The instructor's own, in which hidden tests can be seen.

    Returns
    -------
    list of str
        The names that nbgrader has for them.
    """
    return [
        cell.metadata.nbgrader.get("grade_id", "")
        for _, cell in named_code_cells(notebook)
        if role_of(cell) == "check" and checks_in(cell.source) is None
    ]


def _environment(cells: Iterable[JobCell]) -> str:
    """Return "torch" where an exercise asks for it, or where what was given out imports it for tests of its own."""
    checks = [cell for cell in cells if cell.role == "check"]
    if any("torch" in load(check.exercise).allowed for cell in checks for check in cell.checks):
        return "torch"
    own_tests = any(not cell.checks for cell in checks)
    return "torch" if own_tests and any(_imports_torch(c.source) for c in cells if c.role == "given") else "numpy"


def _imports_torch(source: str) -> bool:
    tree = parsed(source)
    nodes = list(ast.walk(tree)) if tree else []
    whole = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    parts = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return any(name.split(".")[0] == "torch" for name in (*whole, *parts))
