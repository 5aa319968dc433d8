"""Notebooks as the rules see them: read as they are stored, named as the repository names them."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from nbformat import NotebookNode

ROOT = Path(__file__).parents[2]
WIDGETS = "helpers.widgets"


@dataclass(frozen=True)
class Notebook:
    """A notebook, with its name for complaints and its text as it is stored."""

    name: str
    text: str

    @cached_property
    def node(self) -> NotebookNode:
        return nbformat.v4.reads(self.text)  # unlike nbformat.read, it makes up no ids

    @property
    def cells(self) -> list[NotebookNode]:
        return self.node.cells

    @property
    def code(self) -> list[NotebookNode]:
        return [cell for cell in self.cells if cell.cell_type == "code"]

    @property
    def markdown(self) -> list[NotebookNode]:
        return [cell for cell in self.cells if cell.cell_type == "markdown"]

    def complain(self, cell: NotebookNode, what: str) -> str:
        """Name the file, the cell, what is wrong and the next step."""
        return f"{self.name}, cell {cell.get('id', self.cells.index(cell))}: {what}"


def read(path: Path) -> Notebook:
    """Read a notebook of the repository, or fail where there is none."""
    return Notebook(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


def found(*patterns: str) -> list[Path]:
    """Return the patterns' files; a pattern that matches nothing stands for itself, so that reading it fails."""
    return [path for pattern in patterns for path in sorted(ROOT.glob(pattern)) or [ROOT / pattern]]


def tokens(cell: NotebookNode) -> list[Token]:
    """Return a Markdown cell's blocks, with mathematics told from text."""
    return MarkdownIt().enable("table").use(dollarmath_plugin, allow_space=True).parse(cell.source)


def headings(cell: NotebookNode) -> list[tuple[int, str]]:
    """Return level and text of each heading of a Markdown cell."""
    blocks = tokens(cell)
    return [
        (int(block.tag[1]), blocks[place + 1].content)
        for place, block in enumerate(blocks)
        if block.type == "heading_open"
    ]


def sections(notebook: Notebook) -> dict[str, list[NotebookNode]]:
    """Return the cells of each section of level 2; a cell belongs to the last heading that it begins."""
    parts: dict[str, list[NotebookNode]] = {}
    title = ""
    for cell in notebook.cells:
        seconds = [text for level, text in headings(cell) if level == 2] if cell.cell_type == "markdown" else []
        for begun in seconds or [title]:
            parts.setdefault(begun, []).append(cell)
            title = begun
    return parts


def tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def alt_text(cell: NotebookNode) -> str:
    """Return what a figure's cell says to who cannot see it: myst-nb gives it to the image."""
    return cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")


def tree(cell: NotebookNode) -> ast.Module:
    """Parse a code cell; IPython's own commands are blanked."""
    lines = ["pass" if line.lstrip().startswith(("!", "%")) else line for line in cell.source.splitlines()]
    return ast.parse("\n".join(lines))


def calls(cell: NotebookNode) -> list[ast.Call]:
    return [node for node in ast.walk(tree(cell)) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    """Return the name that is called, without what stands before its last dot."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def imported(notebook: Notebook, module: str) -> set[str]:
    """Return the names that a notebook takes from a module."""
    nodes = [node for cell in notebook.code for node in ast.walk(tree(cell))]
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == module]
    return {alias.asname or alias.name for node in froms for alias in node.names}
