"""What a check has to say, as data, as plain text and as HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

Status = Literal["passed", "not attempted", "failed", "error"]

_MARK = {"passed": "✓", "not attempted": "○", "failed": "✗", "error": "!"}
# Light and dark backgrounds of JupyterLab and of the book both leave these readable.
_STYLE = (
    "border-left:4px solid {edge};padding:.5em 1em;margin:.5em 0;line-height:1.5;max-width:46em;"
    "font-family:var(--jp-ui-font-family,system-ui,sans-serif);white-space:pre-wrap"
)
_EDGE = {"passed": "#009E73", "not attempted": "#888888", "failed": "#D55E00", "error": "#D55E00"}


@dataclass(frozen=True)
class PartScore:
    """What a part of an exercise is worth, and whether that is earned.

    Attributes
    ----------
    name : str
        What the part asks for.
    points : int
        What it is worth.
    earned : bool
        Whether all its calls were answered rightly.
    """

    name: str
    points: int
    earned: bool


@dataclass(frozen=True)
class Report:
    """The outcome of a check.

    Attributes
    ----------
    exercise : str
        The function's name.
    status : str
        "passed", "not attempted", "failed" or "error".
    headline : str
        One sentence.
    details : tuple of str
        What was seen, where first, why it matters, where to read: a paragraph each.
    mistakes : tuple of str
        The slugs of the known mistakes that explain the answers.
    parts : tuple of PartScore
        Which points are earned.
    notes : tuple of str
        What does not count, and is worth knowing.
    printed : str
        What the function printed while it was checked.
    seed : int
        From which the drawn cases come; with it a failure can be repeated.
    """

    exercise: str
    status: Status
    headline: str
    details: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    parts: tuple[PartScore, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str = ""
    seed: int = 0

    @property
    def passed(self) -> bool:
        """Whether all of it is right."""
        return self.status == "passed"

    @property
    def points(self) -> int:
        """The points earned."""
        return sum(part.points for part in self.parts if part.earned)

    @property
    def points_possible(self) -> int:
        """The points of all parts."""
        return sum(part.points for part in self.parts)

    def __str__(self) -> str:
        """Return the report as plain text."""
        return "\n\n".join([f"{_MARK[self.status]} {self.exercise}: {self.headline}", *self._paragraphs()])

    def _repr_html_(self) -> str:
        """Return the report as HTML for a notebook; all that came from the learner is escaped."""
        head = f"<strong>{_MARK[self.status]} {escape(self.exercise)}: {_html(self.headline)}</strong>"
        body = "".join(f"\n\n{_html(text)}" for text in self._paragraphs())
        style = _STYLE.format(edge=_EDGE[self.status])
        return f'<div role="status" class="cnn-report" style="{style}">{head}{body}</div>'

    def _paragraphs(self) -> Iterator[str]:
        yield from self.details
        if self.parts and not self.passed and self.status != "not attempted":
            rows = (
                f"{'✓' if part.earned else '✗'} right for {part.name} ({_points(part.points)})" for part in self.parts
            )
            yield "\n".join([f"{self.points} of {_points(self.points_possible)}:", *rows])
        yield from (f"Note: {note}" for note in self.notes)
        if self.printed:
            yield f"Your function printed, in one call:\n{self.printed.rstrip()}"


def _html(text: str) -> str:
    """Return text as HTML, code in it as code."""
    return re.sub(r"`([^`\n]+)`", r"<code>\1</code>", escape(text))


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{count} points"
