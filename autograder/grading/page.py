"""The page of feedback: nbgrader's, made so that it runs nothing, asks no other host, and fits a telephone."""

import re
from itertools import accumulate
from pathlib import Path
from typing import Any

from docutils.utils.math.latex2mathml import tex2mathml
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.html import contextfilter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode, from_dict

from autograder.grading.feedback import METADATA, is_check
from autograder.grading.inert import shortened

KEPT = ("kernelspec", "language_info")  # of a notebook's metadata
HIDDEN = re.compile(r"^[^\n]*### BEGIN HIDDEN TESTS.*?(?:### END HIDDEN TESTS[^\n]*\n?|\Z)", re.DOTALL | re.MULTILINE)
# What nbgrader's own page would fetch: a script that sets mathematics, and a font of icons.
FETCHED = re.compile(r"<script\b.*?</script>|@font-face\s*\{[^}]*\}", re.DOTALL)
# A page with this asks no other host for anything, and runs nothing, whatever stands in it.
POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
)
HEAD = f"""<head>
<meta http-equiv="Content-Security-Policy" content="{POLICY}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
"""
STYLE = Path(__file__).with_name("feedback.css").read_text(encoding="utf-8")
PAGE, SOURCE = 1_000_000, 20_000  # characters of all cells and what they show as text, and of one cell
LEFT_OUT = {"output_type": "stream", "name": "stdout", "text": "… What this cell shows is left out: it is too much."}
FORMULA, DEEPEST = 2_000, 40  # characters of a formula that is set; tags in one another, which nbconvert goes down


class _Renderer(IPythonRenderer):
    """Sets formulas as MathML, which a browser draws by itself."""

    def block_math(self, body: str) -> str:
        return _set(body, block=True) or super().block_math(body)

    def inline_math(self, body: str) -> str:
        return _set(body, block=False) or super().inline_math(body)


class FeedbackExporter(HTMLExporter):
    """Write nbgrader's page of feedback so that it runs nothing, asks nobody, and can be read on a telephone."""

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Write the page.

        Parameters
        ----------
        nb : nbformat.NotebookNode
            Graded.
        resources : dict
            nbgrader's.
        **kw
            Handed on.

        Returns
        -------
        tuple of str and dict
            The page, and the resources.
        """
        nb.metadata = from_dict({name: nb.metadata[name] for name in KEPT if name in nb.metadata})
        for cell in filter(is_check, nb.cells):
            cell.source = HIDDEN.sub("", cell.source)
            # The report tells what the points and the error, which are there for nbgrader, would tell again.
            cell.outputs = [output for output in cell.outputs if METADATA in output.get("metadata", {})] or cell.outputs
        _shorten(nb.cells)
        html, resources = super().from_notebook_node(nb, resources, **kw)
        page = (
            FETCHED.sub("", html).replace("<head>", HEAD, 1).replace("</head>", f"<style>\n{STYLE}</style>\n</head>", 1)
        )
        return page, resources

    @contextfilter
    def markdown2html(self, context: Any, source: str) -> str:  # noqa: ARG002 - jinja hands it over
        """Turn Markdown into HTML.

        Parameters
        ----------
        context : jinja2.runtime.Context
            Not looked at: what a cell has attached is no part of the page.
        source : str
            Markdown.

        Returns
        -------
        str
            HTML.
        """
        return MarkdownWithMath(renderer=_Renderer(escape=False)).render(source)


def _shorten(cells: list[NotebookNode]) -> None:
    """Bound what stands in a page, our reports left as they are: what anybody wrote may take hours to be coloured."""
    left = PAGE
    for cell in cells:
        cell.source = shortened(cell.source, max(0, min(SOURCE, left)))
        left -= len(cell.source)
        if cell.cell_type == "code" and not is_check(cell):
            left -= sum(len(repr(output)) for output in cell.outputs if "data" not in output)
            cell.outputs = cell.outputs if left > 0 or not cell.outputs else [from_dict(LEFT_OUT)]


def _set(formula: str, *, block: bool) -> str:
    """Return a formula as MathML, or an empty text if that cannot be had: then its source is shown."""
    if len(formula) > FORMULA:
        return ""
    try:
        written = tex2mathml(formula, as_block=block)
    except Exception:  # what stands in a formula can be anybody's, and break its reader in any way
        return ""
    steps = (-1 if tag[1] == "/" else 0 if tag[-2] == "/" else 1 for tag in re.findall(r"<[^>]+>", written))
    return written if max(accumulate(steps)) <= DEEPEST else ""
