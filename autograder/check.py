"""What a learner calls: judge a function, show what was found, and stop the notebook unless all of it is right."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from autograder.judge import evaluate
from autograder.report import Report
from autograder.surroundings import warnings, watch

watch()


class CheckFailed(Exception):
    """A check that did not pass; in a notebook it shows one line, since the report stands above it."""

    def __init__(self, report: Report) -> None:
        super().__init__(str(report))
        self.report = report

    def _render_traceback_(self) -> list[str]:
        return [f"{self.report.exercise}: {self.report.headline} The report above says more."]


def check(name: str, function: Callable[..., Any], *, seed: int = 0) -> int | None:
    """Check a function, and show what is right and what is wrong with it, and why.

    Parameters
    ----------
    name : str
        The exercise, such as ``"xcorr2d"``.
    function : callable
        Your function.
    seed : int
        From which the drawn cases come; another seed draws others.

    Returns
    -------
    None
        If all is right. While nbgrader grades, the points of the parts that are right, if there are any: nbgrader
        takes the value of a test cell for its score.

    Raises
    ------
    CheckFailed
        If something is not right.
    LookupError
        If there is no exercise of that name.
    """
    report = evaluate(name, function, seed=seed)
    report = replace(report, details=(*warnings(function), *report.details))
    _show(report)
    if report.passed:
        return None
    if report.points and os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return report.points
    raise CheckFailed(report)


def _show(report: Report) -> None:
    """Show the report in a notebook as HTML, and elsewhere as text."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None:
        print(report)
        return
    from IPython.display import display

    display(report)
