"""Read what was handed in, whatever it is: a notebook, a damaged one, or something else of that name.

Nothing is raised for what a learner did, and nothing is followed, run or unpacked. What can be saved is, and what was
odd is told in sentences that the learner can read.
"""

import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BYTES_AT_MOST = 50_000_000
CELLS_AT_MOST = 2_000
SOURCE_AT_MOST = 200_000  # characters of a cell, which no person types

KINDS = ("code", "markdown", "raw")


@dataclass(frozen=True)
class Cell:
    """A cell as it was handed in, of which no more is believed than this.

    Attributes
    ----------
    kind : str
        "code", "markdown" or "raw".
    source : str
        Its text: valid Unicode.
    id : str
        The notebook's name for it, or "".
    grade_id : str
        nbgrader's name for it, or "".
    """

    kind: str
    source: str
    id: str = ""
    grade_id: str = ""


@dataclass(frozen=True)
class Submission:
    """What was handed in.

    Attributes
    ----------
    cells : tuple of Cell
        In their order; none, if nothing could be read.
    remarks : tuple of str
        What was odd, in sentences to the learner.
    """

    cells: tuple[Cell, ...] = ()
    remarks: tuple[str, ...] = ()


def read_submission(path: Path) -> Submission:
    """Read a notebook that was handed in.

    Parameters
    ----------
    path : pathlib.Path
        The file.

    Returns
    -------
    Submission
        Its cells, as far as they can be read, and what was odd.
    """
    try:
        data = _bytes_of(path)
    except (OSError, _UnreadableError) as error:
        return Submission(remarks=(f"{path.name} could not be read: {_reason(error)}. So nothing in it was graded.",))
    text, remarks = _decoded(data)
    tree, more = _parsed(text)
    cells, odd = _cells(tree)
    return Submission(tuple(cells), (*remarks, *more, *odd))


class _UnreadableError(Exception):
    """The file is none that is opened."""


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, _UnreadableError) else (os.strerror(error.errno or 0)).lower()


def _bytes_of(path: Path) -> bytes:
    """Open without following a link and without waiting for a pipe, and look at what was opened, not at the name."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    if path.is_symlink():
        raise _UnreadableError("it is a link to another file; hand in the file itself")
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise _UnreadableError("it is no ordinary file")
        if found.st_nlink > 1:
            raise _UnreadableError("it is a second name of another file (a hard link); hand in a copy")
        if found.st_size > BYTES_AT_MOST:
            raise _UnreadableError(
                f"it has {found.st_size / 1e6:,.0f} million bytes, and {BYTES_AT_MOST / 1e6:,.0f} are the most; clear "
                "its outputs, save it, and hand it in again"
            )
        return file.read(BYTES_AT_MOST)


def _decoded(data: bytes) -> tuple[str, list[str]]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), ["The file was saved as UTF-16; it was read as that."]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("latin-1"), ["The file is not UTF-8, as notebooks are; it was read as Latin-1."]


def _parsed(text: str) -> tuple[Any, list[str]]:
    """Return the notebook's data; of a damaged file, a notebook of the cells that can be saved."""
    try:
        return json.loads(text), []
    except (ValueError, RecursionError):
        pass
    if not text.strip():
        return {}, ["The file is empty. So nothing in it was graded."]
    if CONFLICT.search(text):
        try:
            return json.loads(_without_conflicts(text)), [
                "The file holds both sides of a merge conflict (<<<<<<<, =======, >>>>>>>). The first side was graded."
            ]
        except (ValueError, RecursionError):
            text = _without_conflicts(text)
    cells = list(_salvaged(text))
    told = f"{len(cells)} of its cells could be saved" if cells else "None of its cells could be saved"
    return {"cells": cells}, [f"The file is damaged: it is no valid notebook. {told}; the rest was not graded."]


CONFLICT = re.compile(r"^<{7}( .*)?$", re.MULTILINE)


def _without_conflicts(text: str) -> str:
    """Keep the first side of each conflict."""
    kept, side = [], 0
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<<"):
            side = 1
        elif line.startswith(("=======", "|||||||")) and side:
            side = 2
        elif line.startswith(">>>>>>>") and side:
            side = 0
        elif side < 2:
            kept.append(line)
    return "".join(kept)


def _salvaged(text: str) -> Iterator[Any]:
    """Yield the whole objects of a list of cells that does not end, or that is broken in between."""
    decoder, at = json.JSONDecoder(), max(0, text.find('"cells"'))
    for _ in range(CELLS_AT_MOST):
        found = CELL_BEGINS.search(text, at)
        if not found:
            return
        try:
            cell, at = decoder.raw_decode(text, found.start())
            yield cell
        except (ValueError, RecursionError):
            at = found.end()


CELL_BEGINS = re.compile(r'\{\s*"(?:cell_type|id|attachments|execution_count|metadata)"\s*:')


def _cells(tree: Any) -> tuple[list[Cell], list[str]]:
    remarks: list[str] = []
    listed = tree.get("cells") if isinstance(tree, dict) else None
    if listed is None and isinstance(tree, dict) and isinstance(tree.get("worksheets"), list):
        remarks.append("The notebook has an old format (3); it was read as that.")
        sheets = [sheet.get("cells") for sheet in tree["worksheets"] if isinstance(sheet, dict)]
        listed = [cell for cells in sheets if isinstance(cells, list) for cell in cells]
    if not isinstance(listed, list):
        return [], [*remarks, "The file holds no list of cells: it is no notebook. So nothing in it was graded."]
    if len(listed) > CELLS_AT_MOST:
        remarks.append(f"The notebook has {len(listed):,} cells. The first {CELLS_AT_MOST:,} were read.")
    read = [_cell(cell) for cell in listed[:CELLS_AT_MOST]]
    cells = [cell for cell in read if cell]
    if len(cells) < len(read):
        remarks.append(f"{len(read) - len(cells)} of its cells are no cells; they were left out.")
    cut = sum(len(cell.source) > SOURCE_AT_MOST for cell in cells)
    if cut:
        remarks.append(f"{cut} of its cells are longer than {SOURCE_AT_MOST:,} characters; they were left out.")
    return [cell for cell in cells if len(cell.source) <= SOURCE_AT_MOST], remarks


def _cell(cell: Any) -> Cell | None:
    if not isinstance(cell, dict):
        return None
    kind = cell.get("cell_type")
    source = _text(cell.get("source", cell.get("input")))
    if source is None or not isinstance(kind, str):
        return None
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    kind = kind if kind in KINDS else "markdown"
    return Cell(kind, source, *(name if isinstance(name, str) else "" for name in (cell.get("id"), grade_id)))


def _text(source: Any) -> str | None:
    """Join a source, which may be a list of lines, and replace what is no valid Unicode."""
    if source is None:
        return ""
    lines = source if isinstance(source, list) else [source]
    if not all(isinstance(line, str) for line in lines):
        return None
    return "".join(lines).encode("utf-8", errors="replace").decode("utf-8")
