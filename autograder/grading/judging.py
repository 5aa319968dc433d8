"""A check, judged by what the learner's process answers; and what is written down where it cannot be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from autograder.elsewhere import ThereError
from autograder.exercise import Given
from autograder.exercises import load
from autograder.grading.caller import Caller
from autograder.grading.job import Check, JobCell, Verdict
from autograder.grading.remote import function_of
from autograder.grading.values import clean_text
from autograder.judge import evaluate
from autograder.outcome import Outcome
from autograder.report import PartScore, Report

NOT_DEFINED = "No cell that ran to its end defines {}. Was its cell stopped, or its name changed?"
CELL_FAILED = "{} was not defined, since its cell ended with {}"
TOLD_AT_MOST = 300  # characters of an error


def judged(caller: Caller, check: Check, failed: str = "") -> Report:
    """Judge what a check asks for.

    Parameters
    ----------
    caller : Caller
        Asks the learner's process.
    check : Check
        What is to be judged.
    failed : str
        The error that the cell ended with which should define it, if it did.

    Returns
    -------
    Report
        What was found. Nothing is raised for what a learner did.
    """
    try:
        tree = caller.ask({"op": "find", "name": check.name}).tree
    except ThereError as error:
        return _nothing_judged(check, "it could not be looked at.", error.outcome)
    if tree.get("found") is not True:
        why = CELL_FAILED.format(check.name, failed) if failed else NOT_DEFINED.format(check.name)
        return _nothing_judged(check, f"there is no {check.name}.", Outcome(raised=why))
    function = function_of(caller, check.name)
    if tree.get("callable") is not True:
        told = f"{check.name} is no function, but {clean_text(tree.get('text'), 80)}."
        return _nothing_judged(check, "the check needs a function.", Outcome(raised=told))
    return evaluate(check.exercise, function, seed=check.seed)


def failure(name: str, cells: Iterable[JobCell], outputs: Mapping[str, list[dict[str, Any]]]) -> str:
    """Find the error that a cell ended with which was to define something.

    Parameters
    ----------
    name : str
        Of a function or class.
    cells : iterable of JobCell
        All of the notebook's.
    outputs : mapping
        By cell, what they showed.

    Returns
    -------
    str
        Such as ``"SyntaxError: expected ':'"``; an empty text if there is none.
    """
    begins = re.compile(rf"^(?:async )?(?:def|class) {re.escape(name)}\b", re.MULTILINE)
    shown = [output for cell in cells if begins.search(cell.source) for output in outputs.get(cell.id, [])]
    errors = [f"{output['ename']}: {output['evalue']}" for output in shown if output["output_type"] == "error"]
    if not errors:
        return ""
    line = errors[-1].partition("\n")[0][:TOLD_AT_MOST]
    return re.sub(r"\([^(),]+, (line \d+)\)$", r"(\1)", line)  # the file is one that only the grader knows


def _nothing_judged(check: Check, headline: str, outcome: Outcome) -> Report:
    exercise = load(check.exercise)
    parts = tuple(PartScore(part.name, part.points, earned=False) for part in exercise.parts)
    return Report(check.exercise, "error", headline, (outcome.raised,), parts=parts, seed=check.seed)


def verdict(reports: list[Report]) -> Verdict:
    """Add up what all checks of a cell earned."""
    earned = sum(load(report.exercise).points if report.passed else report.points for report in reports)
    possible = sum(load(report.exercise).points for report in reports)
    return Verdict(tuple(asdict(report) for report in reports), earned, possible)


def unjudged(cell: JobCell, reason: str) -> Verdict:
    """Write down that a check cell earned nothing, and why."""
    if not cell.checks:
        return Verdict((), 0, 1)
    return verdict([_nothing_judged(check, "it could not be judged.", Outcome(raised=reason)) for check in cell.checks])


def hands_over(cell: JobCell) -> bool:
    """Tell whether a check hands over what stands in :mod:`autograder.given`, and may be an answer elsewhere."""
    cases = (case for check in cell.checks for case in load(check.exercise).probe)
    values = (value for case in cases for value in (*case.args, *case.options.values()))
    return any(
        isinstance(part, Given) for value in values for part in (value.values() if isinstance(value, dict) else [value])
    )
