"""What the book's build executed: how long each cell took, what it said besides its result, and what it failed at."""

import re
from datetime import datetime

from nbformat import NotebookNode

from tests.notebooks.notebook import Notebook, alt_text, tags

# Seconds. A lesson tells of what takes 2 on a machine with nothing else to do; a build has a busy one.
TELL, CELL, LESSON = 4, 60, 120


def seconds(cell: NotebookNode) -> float:
    """Return how long a cell ran; the build keeps the moments in its metadata."""
    times = cell.metadata["execution"]
    start, end = times["iopub.execute_input"], times["shell.execute_reply"]
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()


def timed(notebook: Notebook) -> list[NotebookNode]:
    return [cell for cell in notebook.code if "execution" in cell.metadata]


def every_cell_was_executed(notebook: Notebook) -> list[str]:
    return [
        notebook.complain(cell, "was not executed, or without its times; build the book again: make book.")
        for cell in notebook.code
        if cell.source.strip() and cell not in timed(notebook)
    ]


def executed_is_what_is_written(notebook: Notebook, lesson: Notebook) -> list[str]:
    if [(c.cell_type, c.source) for c in notebook.cells] == [(c.cell_type, c.source) for c in lesson.cells]:
        return []
    return [f"{notebook.name}: was built from an older {lesson.name}; build the book again: make book."]


def slow_cell_says_so(notebook: Notebook) -> list[str]:
    complaints = []
    for place, cell in enumerate(notebook.cells):
        if cell not in timed(notebook) or seconds(cell) <= TELL:
            continue
        before = notebook.cells[place - 1].source if place else ""
        if not re.search(r"\b(seconds?|minutes?|moment)\b", before):
            wrong = f"takes {seconds(cell):.1f} s and does not say so; name the seconds in the text before it."
            complaints.append(notebook.complain(cell, wrong))
    return complaints


def cells_and_lesson_keep_their_time(notebook: Notebook) -> list[str]:
    complaints = [
        notebook.complain(cell, f"takes {seconds(cell):.0f} s, {CELL} is the most; make the case smaller.")
        for cell in timed(notebook)
        if seconds(cell) > CELL
    ]
    total = sum(map(seconds, timed(notebook)))
    if total > LESSON:
        complaints.append(f"{notebook.name}: takes {total:.0f} s, {LESSON} is the most; make its cases smaller.")
    return complaints


def only_wanted_errors(notebook: Notebook) -> list[str]:
    complaints = []
    for cell in notebook.code:
        raised = [output.ename for output in cell.outputs if output.output_type == "error"]
        wanted = "raises-exception" in tags(cell)
        if raised and not wanted:
            complaints.append(notebook.complain(cell, f"raised {raised[0]}; mend it, or tag it raises-exception."))
        elif wanted and not raised:
            complaints.append(
                notebook.complain(cell, "is tagged raises-exception and raised nothing; take the tag off.")
            )
    return complaints


def no_warnings(notebook: Notebook) -> list[str]:
    return [
        notebook.complain(cell, f"wrote to stderr: {output.text.strip()[:80]!r}; mend what it warns of.")
        for cell in notebook.code
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stderr"
    ]


def pictures_have_alt_text(notebook: Notebook) -> list[str]:
    return [
        notebook.complain(cell, "shows a picture without mystnb.image.alt in its metadata; add it.")
        for cell in notebook.code
        if not alt_text(cell)
        and any(kind.startswith("image/") for output in cell.outputs for kind in output.get("data", {}))
    ]


RULES = [
    every_cell_was_executed,
    slow_cell_says_so,
    cells_and_lesson_keep_their_time,
    only_wanted_errors,
    no_warnings,
    pictures_have_alt_text,
]
