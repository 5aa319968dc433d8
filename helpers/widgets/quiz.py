"""Questions with an answer to each answer: what a wrong choice or a wrong number betrays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import anywidget
import traitlets

from helpers.widgets.source import script, style


@dataclass(frozen=True)
class Choice:
    """A question with one right option.

    Attributes
    ----------
    question : str
        Plain text; code in backticks.
    right : str
        The right option.
    wrong : mapping of str to str
        Each wrong option, and what it betrays.
    because : str
        Why the right option is right; told once it is chosen.
    """

    question: str
    right: str
    wrong: Mapping[str, str]
    because: str

    def as_item(self) -> dict[str, Any]:
        """Return the question as the page reads it, its options in the order of the alphabet."""
        options = {self.right: "", **self.wrong}
        return _item("choice", self, [[text, text == self.right, options[text]] for text in sorted(options)])


@dataclass(frozen=True)
class Choices:
    """A question with several right options.

    Attributes
    ----------
    question, because : str
        As in :class:`Choice`.
    right, wrong : mapping of str to str
        Each option, and what is told to who has left out a right one, or chosen a wrong one.
    """

    question: str
    right: Mapping[str, str]
    wrong: Mapping[str, str]
    because: str

    def as_item(self) -> dict[str, Any]:
        """Return the question as the page reads it, its options in the order of the alphabet."""
        options = {**self.right, **self.wrong}
        return _item("choices", self, [[text, text in self.right, options[text]] for text in sorted(options)])


@dataclass(frozen=True)
class Number:
    """A question with a number to type.

    Attributes
    ----------
    question, because : str
        As in :class:`Choice`.
    answer : float
        The right number; a fraction may be typed as such, or rounded to two or more decimals.
    wrong : mapping of float to str
        Numbers that known slips lead to, and what they betray.
    """

    question: str
    answer: float
    because: str
    wrong: Mapping[float, str] = field(default_factory=dict)

    def as_item(self) -> dict[str, Any]:
        """Return the question as the page reads it: the numbers it knows in place of options."""
        known = [[float(value), False, betrays] for value, betrays in self.wrong.items()]
        return _item("number", self, [[float(self.answer), True, ""], *known])


class Quiz(anywidget.AnyWidget):
    """A list of questions, each checked in the page, with its own answer to each wrong answer.

    Parameters
    ----------
    items : iterable of Choice, Choices or Number
        The questions.
    key : str, optional
        Unique in its page: the name under which the answers are kept over a reload. Empty keeps nothing.

    Raises
    ------
    ValueError
        If an option is told twice, or a wrong number is the right one.

    Examples
    --------
    >>> item = Number("How many windows of 3 has a row of 5?", 3, "5 − 3 + 1 = 3.", {2: "5 − 3 forgets the first."})
    >>> Quiz([item]).items[0]["options"]
    [[3.0, True, ''], [2.0, False, '5 − 3 forgets the first.']]
    """

    _esm = script("quiz")
    _css = style("quiz")
    items = traitlets.List(traitlets.Dict()).tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(self, items: Iterable[Choice | Choices | Number], *, key: str = "") -> None:
        super().__init__(items=[item.as_item() for item in items], key=key)


def _item(kind: str, item: Choice | Choices | Number, options: list[list[Any]]) -> dict[str, Any]:
    told = [option[0] for option in options]
    both = set(item.wrong) & set(item.right) if isinstance(item, Choices) else set()
    if len(set(told)) < len(told) or both or (isinstance(item, Choice) and item.right in item.wrong):
        raise ValueError(f"Quiz: {item.question!r} gives one answer twice; give each once.")
    return {"kind": kind, "question": item.question, "options": options, "because": item.because}
