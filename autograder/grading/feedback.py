"""What a learner gets back: the reports on their functions, and of the rest of the notebook what cannot act.

A check cell's report is kept as plain data beside its HTML, and written anew from that data for the feedback: so no
HTML is ever taken from a notebook.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict
from html import escape
from typing import Any

from nbformat import NotebookNode, from_dict
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import List, Unicode

from autograder.exercises import load
from autograder.grading.inert import inert_markdown, inert_outputs
from autograder.grading.job import Verdict
from autograder.report import PartScore, Report

METADATA = "cnn_by_hand"  # of an output: the report as data, and what the judging took


def verdict_outputs(
    verdict: Verdict, points: float, log: Mapping[str, Any], *, cell: str = "", book: str = ""
) -> list[dict[str, Any]]:
    """Show a verdict as the outputs of its check cell: nbgrader takes a number for points, and an error for none.

    Parameters
    ----------
    verdict : Verdict
        What the cell earned.
    points : float
        What it is worth in the notebook.
    log : mapping
        The record's: the seconds of processor time of each cell under "cpu", the notebook's bytes under "memory".
    cell : str
        The name of the cell in the log.
    book : str
        The address of the book; without one a lesson is told by its name.

    Returns
    -------
    list of dict
        As nbformat has them: a display for each report; then nothing for full marks, the number of points for a part
        of them, an error for none.
    """
    took = {"cpu": log.get("cpu", {}).get(cell), "memory": log.get("memory")}
    shown = [_shown({"report": dict(report), **took}, book) for report in verdict.reports]
    if verdict.earned >= verdict.possible:
        return shown
    if verdict.earned > 0:
        number = repr(points * verdict.earned / verdict.possible)
        result = {"output_type": "execute_result", "execution_count": None, "metadata": {}}
        return [*shown, {**result, "data": {"text/plain": number}}]
    told = [f"{report['exercise']}: {report['headline']}" for report in verdict.reports if report["status"] != "passed"]
    line = f"{' '.join(told)} The report above says more." if told else "The cell ended with an error."
    return [*shown, {"output_type": "error", "ename": "CheckFailed", "evalue": line, "traceback": [line]}]


def graded_html(report: Report, *, cpu: float | None = None, memory: int | None = None, book: str = "") -> str:
    """Write a report for a learner who gets it back graded.

    Parameters
    ----------
    report : Report
        What was found.
    cpu : float, optional
        Seconds of processor time that the judging took.
    memory : int, optional
        Bytes that the notebook used at most.
    book : str
        The address of the book; without one a lesson is told by its name.

    Returns
    -------
    str
        HTML, in which all that came from the learner is escaped.
    """
    html = report._repr_html_()
    for slip in _slips(report):
        lesson, _, heading = slip.section.partition("#")
        named = escape(f"“{heading}” in {lesson}.ipynb")
        address = escape(address_of(slip.section, book))
        html = html.replace(named, f'<a href="{address}">{named}</a>') if book else html
    lines = [*_repeated(report), *_took(cpu, memory)]
    return html + (f'<div class="cnn-report-more">{"<br/>".join(lines)}</div>' if lines else "")


def address_of(section: str, book: str) -> str:
    """Return where a section stands in the book.

    Parameters
    ----------
    section : str
        A lesson and a heading, as exercises name them.
    book : str
        The address of the book.

    Returns
    -------
    str
        An address.

    Examples
    --------
    >>> address_of("02_2_two_dimensions#What K hides", "https://book.example.org/")
    'https://book.example.org/notebooks/02_2_two_dimensions.html#what-k-hides'
    """
    lesson, _, heading = section.partition("#")
    anchor = re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
    return f"{book.rstrip('/')}/notebooks/{lesson}.html#{anchor}"


class Inert(NbGraderPreprocessor):
    """Take the life out of a graded notebook, but for our reports: for the formgrader, and for the feedback."""

    book = Unicode("", help="The address of the book: reports link into it.").tag(config=True)
    display_data_priority = List(help="nbconvert sets it for each step; it is not used here.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Do so.

        Parameters
        ----------
        nb : nbformat.NotebookNode
            Graded; it is changed in place.
        resources : dict
            nbgrader's.

        Returns
        -------
        tuple of nbformat.NotebookNode and dict
            The notebook, and the resources as they were.
        """
        for cell in nb.cells:
            cell.pop("attachments", None)
            if is_check(cell):
                cell.outputs = [from_dict(shown) for output in cell.outputs for shown in self._judged(output)]
            elif cell.cell_type == "code":
                cell.outputs = [from_dict(output) for output in inert_outputs(cell.outputs)]
            else:
                cell.cell_type = "markdown"  # a raw cell would go into the page as it is
                cell.source = inert_markdown(cell.source)
        return nb, resources

    def _judged(self, output: NotebookNode) -> list[dict[str, Any]]:
        if METADATA in output.get("metadata", {}):
            try:
                return [_shown(dict(output.metadata[METADATA]), self.book)]
            except (TypeError, ValueError, LookupError, AttributeError) as error:
                self.log.warning("A report could not be read, and is left out: %s", error)
        return inert_outputs([output])


def is_check(cell: NotebookNode) -> bool:
    """Tell whether nbgrader takes a cell's outcome for points."""
    marked = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and bool(marked.get("grade")) and not marked.get("solution")


def _shown(kept: dict[str, Any], book: str) -> dict[str, Any]:
    """Display a report that is kept as data."""
    fields = dict(kept["report"])
    report = Report(**{**fields, "parts": tuple(PartScore(**part) for part in fields["parts"])})
    html = graded_html(report, cpu=kept["cpu"], memory=kept["memory"], book=book)
    data = {"text/html": html, "text/plain": str(report)}
    return {"output_type": "display_data", "data": data, "metadata": {METADATA: {**kept, "report": asdict(report)}}}


def _slips(report: Report) -> list[Any]:
    exercise = load(report.exercise) if report.mistakes else None
    return [slip for slip in exercise.slips if exercise.slug(slip) in report.mistakes] if exercise else []


def _repeated(report: Report) -> list[str]:
    if report.status in ("passed", "not attempted"):
        return []
    call = f'check("{report.exercise}", {report.exercise}, seed={report.seed})'
    return [f"To see the same at home, run <code>{escape(call)}</code>"]


def _took(cpu: float | None, memory: int | None) -> list[str]:
    time = [] if cpu is None else [f"Judging it took {_at_least(cpu, 0.01, '.2f')} s of processor time."]
    space = [] if memory is None else [f"The notebook used {_at_least(memory / 1e6, 1, ',.0f')} MB of memory at most."]
    return [" ".join(time + space)] if time or space else []


def _at_least(number: float, least: float, form: str) -> str:
    return f"less than {least:{form}}" if number < least else f"{number:{form}}"
