"""Build the notebook that is graded: the released one, with the learner's solutions in it, and nothing else of theirs.

Whatever was done to the tests, to tags, to metadata or to the order of cells has no effect, since none of it is taken
over. Cells that the learner added run where they stood: after the cell that they followed. What the learner made of a
locked cell with code runs after the one that was given out.
"""

import ast
import copy
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.grading.reading import Cell, Submission
from autograder.grading.syntax import parsed

ADDED = "added-"  # how the names of the learner's own cells begin
ADDED_AT_MOST, CHARACTERS_AT_MOST = 200, 2_000_000
ALIKE = 0.6  # from which share of equal text on a cell without a name is taken for the one that it was made from


@dataclass(frozen=True)
class Rebuilt:
    """A notebook to grade.

    Attributes
    ----------
    notebook : nbformat.NotebookNode
        Made from the released one.
    remarks : tuple of str
        What was odd about what was handed in, in sentences to the learner.
    """

    notebook: NotebookNode
    remarks: tuple[str, ...]


def rebuild(released: NotebookNode, submission: Submission) -> Rebuilt:
    """Put a learner's solutions into the released notebook.

    Parameters
    ----------
    released : nbformat.NotebookNode
        As it was given out, with nbgrader's metadata. It is not changed.
    submission : Submission
        What came back.

    Returns
    -------
    Rebuilt
        The notebook to grade. A solution that is not found stays as it was given out: not attempted.
    """
    frame = copy.deepcopy(released)
    found = _matched(frame.cells, submission.cells)
    odd = [*_transplanted(frame.cells, submission.cells, found), *_changed(frame.cells, submission.cells, found)]
    if not submission.cells:
        odd = [] if submission.remarks else ["There are no cells in it."]
    elif not any(_is_solution(frame.cells[place]) for place in found):
        odd = ["None of the cells to fill in is there. Is it the notebook of another assignment?"]
    added, more = _added(frame.cells, submission.cells, found)
    cells = [*added.get(-1, [])]
    for place, cell in enumerate(frame.cells):
        cells += [cell, *added.get(place, [])]
    frame.cells = cells
    return Rebuilt(frame, (*submission.remarks, *odd, *more))


def _is_solution(cell: NotebookNode) -> bool:
    return bool(_nbgrader(cell).get("solution"))


def _nbgrader(cell: NotebookNode) -> dict[str, Any]:
    return cell.metadata.get("nbgrader", {})


def _matched(released: Sequence[NotebookNode], handed_in: Sequence[Cell]) -> dict[int, int]:
    """Return which cell that was handed in is which released one, each once: by name, then by what it holds."""
    found: dict[int, int] = {}
    for alike in (_by_name_and_function, _by_function, _by_both_names, _by_grade_id, _by_id):
        _match(released, handed_in, found, alike)
    _match_by_likeness(released, handed_in, found)
    return found


def _match(released: Sequence[NotebookNode], handed_in: Sequence[Cell], found: dict[int, int], alike: Any) -> None:
    taken = set(found.values())
    for place, cell in enumerate(released):
        if place not in found:
            for number, other in enumerate(handed_in):
                if number not in taken and alike(cell, other):
                    found[place] = number
                    taken.add(number)
                    break


def _by_both_names(cell: NotebookNode, other: Cell) -> bool:
    return _by_grade_id(cell, other) and _by_id(cell, other)


def _by_name_and_function(cell: NotebookNode, other: Cell) -> bool:
    return (_by_grade_id(cell, other) or _by_id(cell, other)) and _by_function(cell, other)


def _by_grade_id(cell: NotebookNode, other: Cell) -> bool:
    return bool(other.grade_id) and other.grade_id == _nbgrader(cell).get("grade_id")


def _by_id(cell: NotebookNode, other: Cell) -> bool:
    return bool(other.id) and other.id == cell.get("id")


def _by_function(cell: NotebookNode, other: Cell) -> bool:
    """Tell whether a cell defines the function that a released stub asks for."""
    return _is_solution(cell) and bool(_defined(cell.source) & _defined(other.source))


def _defined(source: str) -> set[str]:
    tree = parsed(source)
    if tree is None:
        words = [line.split("(")[0].split() for line in source.splitlines() if line.startswith("def ")]
        return {name[1] for name in words if len(name) == 2}
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def _match_by_likeness(released: Sequence[NotebookNode], handed_in: Sequence[Cell], found: dict[int, int]) -> None:
    """Match what is left where it stands between matched neighbours, and is much like what was given out."""
    taken = set(found.values())
    for place, cell in enumerate(released):
        if place in found:
            continue
        before = max((number for other, number in found.items() if other < place), default=-1)
        after = min((number for other, number in found.items() if other > place), default=len(handed_in))
        between = [number for number in range(before + 1, after) if number not in taken]
        if not between:
            continue
        best = max(between, key=lambda number: _likeness(cell.source, handed_in[number].source))
        if _likeness(cell.source, handed_in[best].source) >= ALIKE:
            found[place] = best
            taken.add(best)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:4000], other[:4000], autojunk=False).ratio()


def _transplanted(released: Sequence[NotebookNode], handed_in: Sequence[Cell], found: dict[int, int]) -> list[str]:
    """Put solutions in their places, and tell of those that are not there."""
    remarks = []
    defined = set().union(*(_defined(cell.source) for cell in handed_in if cell.kind == "code"))
    for place, cell in enumerate(released):
        if _is_solution(cell):
            remarks += _transplant(cell, handed_in[found[place]] if place in found else None, defined)
    return remarks


def _transplant(cell: NotebookNode, solution: Cell | None, defined: set[str]) -> list[str]:
    name = _nbgrader(cell).get("grade_id", "")
    if solution is None and cell.cell_type == "code" and _defined(cell.source) & defined:
        cell.source = ""  # what was given out would take the place of what another cell defines
        return [f"The cell {name} is missing. What another cell defines was graded."]
    if solution is None:
        return [f"The cell {name} is missing. Its task counts as not attempted."]
    cell.source = solution.source
    if solution.kind != cell.cell_type:
        return [f"The cell {name} was no {cell.cell_type} cell any more. Its text was graded as one."]
    return []


def _changed(released: Sequence[NotebookNode], handed_in: Sequence[Cell], found: dict[int, int]) -> list[str]:
    """Tell of locked cells that came back otherwise: the ones that were given out are used."""
    remarks = []
    for place, cell in enumerate(released):
        name = _nbgrader(cell).get("grade_id")
        if _is_solution(cell) or not name:
            continue
        if not _nbgrader(cell).get("grade"):
            if place in found and _is_changed_code(cell, handed_in[found[place]]):
                remarks.append(f"The cell {name} was changed. The one that was given out was run, and then yours.")
        elif place not in found:
            remarks.append(f"The check {name} is missing. It was put back.")
        elif _is_changed(cell, handed_in[found[place]]):
            remarks.append(f"The check {name} was changed. The one that was given out was used.")
    return remarks


def _is_changed(cell: NotebookNode, other: Cell) -> bool:
    return other.source.strip() != cell.source.strip()


def _is_changed_code(cell: NotebookNode, other: Cell) -> bool:
    """Tell whether this was made of code that was given out to be run."""
    is_given = not _is_solution(cell) and not _nbgrader(cell).get("grade")
    return (
        is_given and cell.cell_type == other.kind == "code" and bool(other.source.strip()) and _is_changed(cell, other)
    )


def _added(
    released: Sequence[NotebookNode], handed_in: Sequence[Cell], found: dict[int, int]
) -> tuple[dict[int, list[NotebookNode]], list[str]]:
    """Return the learner's own cells, by the released cell that they followed: −1, where there was none."""
    place_of = {number: place for place, number in found.items()}
    added: dict[int, list[NotebookNode]] = {}
    follows, count, kept, size = -1, 0, 0, 0
    for number, cell in enumerate(handed_in):
        place = place_of.get(number)
        if place is not None:
            follows = max(follows, place)
        if cell.source.strip() if place is None else _is_changed_code(released[place], cell):
            count, size = count + 1, size + len(cell.source)
            if count <= ADDED_AT_MOST and size <= CHARACTERS_AT_MOST:
                kept = count
                added.setdefault(follows if place is None else place, []).append(_new(cell, count))
    if count > kept:
        return added, [f"You added {count:,} cells with {size:,} characters. The first {kept} of them were kept."]
    return added, []


def _new(cell: Cell, number: int) -> NotebookNode:
    make = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}
    return make.get(cell.kind, nbformat.v4.new_raw_cell)(cell.source, id=f"{ADDED}{number}")
