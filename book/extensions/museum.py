"""The museum of bugs: its page is written from the exercises, each mistake beside the right answer.

``book/museum_of_bugs.md`` holds a line ``MARK``; this puts the mistakes in its place. No page needs editing when an
exercise or a mistake is added.
"""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from myst_parser.mdit_to_docutils.base import default_slugify  # what makes a heading's anchor
from pygments.lexers import PythonLexer
from pygments.token import Error
from sphinx.application import Sphinx

from autograder.answer import Answer, ask
from autograder.compare import same
from autograder.diagnose import with_slips
from autograder.exercise import Exercise, Slip
from autograder.exercises import load, names
from autograder.show import call_text, number

PAGE = "book/museum_of_bugs"
MARK = "% the mistakes stand here"
CELLS_SHOWN = 48


def setup(app: Sphinx) -> dict:
    """Connect the extension to Sphinx."""
    app.connect("env-get-outdated", lambda *_: [PAGE])  # it depends on the exercises, which Sphinx does not see
    app.connect("source-read", write_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_page(app: Sphinx, page: str, source: list[str]) -> None:
    """Put the mistakes in the place of the mark."""
    if page == PAGE:
        toc = yaml.safe_load((Path(app.srcdir) / app.config.external_toc_path).read_text(encoding="utf-8"))
        source[0] = source[0].replace(MARK, museum([load(name) for name in names()], chapter_titles(toc)))


def chapter_titles(toc: Mapping) -> dict[int, str]:
    """Return the chapters' titles with their numbers, as the table of contents has them.

    Examples
    --------
    >>> chapter_titles({"parts": [{"caption": "Before you start"}, {"caption": "1 · Images are arrays"}]})
    {1: '1 · Images are arrays'}
    """
    captions = [part.get("caption", "") for part in toc.get("parts", [])]
    return {int(caption.split()[0]): caption for caption in captions if caption[:1].isdigit()}


def museum(exercises: Sequence[Exercise], titles: Mapping[int, str]) -> str:
    """Write the mistakes of all exercises.

    Parameters
    ----------
    exercises : sequence of Exercise
        Chapter by chapter.
    titles : mapping
        The chapters' titles.

    Returns
    -------
    str
        Markdown: a heading for each chapter and each exercise, and a part that unfolds for each mistake.
    """
    rooms = []
    for chapter, group in groupby(exercises, key=lambda exercise: exercise.chapter):
        title = titles.get(chapter, f"Chapter {chapter}")
        rooms += [f"## {title}", *(_room(exercise) for exercise in group)]
    return "\n\n".join(rooms)


def _room(exercise: Exercise) -> str:
    bugs = [_bug(exercise, slip) for slip in exercise.slips]
    return "\n\n".join([f"### `{exercise.name}`", exercise.goal, *bugs])


def _bug(exercise: Exercise, slip: Slip) -> str:
    lesson, _, heading = slip.section.partition("#")
    link = f"[{heading}](../notebooks/{lesson}.ipynb#{default_slugify(heading)})"
    return "\n\n".join(
        [
            f'<details class="bug"><summary>{_inline(slip.does)}</summary>',
            f'<div id="{exercise.slug(slip)}">',
            f"```{_language(slip.code)}\n{slip.code}\n```",
            slip.why,
            _example(exercise, slip),
            f"**Where it is met.** {slip.seen}" if slip.seen else "",
            f"**Where it is taught.** {link}",
            "</div></details>",
        ]
    )


def _language(code: str) -> str:
    """Tell how to colour a line: what leaves something out by an ellipsis is no Python."""
    return "none" if any(kind in Error for kind, _ in PythonLexer().get_tokens(code)) else "python"


def _inline(text: str) -> str:
    """Write a sentence as HTML, with what stands between backticks as code."""
    pieces = escape(text).split("`")
    return "".join(f"<code>{piece}</code>" if i % 2 else piece for i, piece in enumerate(pieces))


def _example(exercise: Exercise, slip: Slip) -> str:
    answer = smallest_difference(exercise, slip)
    if answer.outcome.raised:
        mistaken = f"<p>{escape(answer.outcome.raised)}</p>"
    else:
        mistaken = _result(answer.outcome.result, answer.truth, marked=not exercise.observe)
    right = _result(answer.truth, answer.truth, marked=False)
    return (
        f'<pre class="bug-call">{escape(call_text(exercise, answer.case))}</pre>\n'
        f'<div class="bug-results"><figure><figcaption>right</figcaption>{right}</figure>'
        f"<figure><figcaption>with this mistake</figcaption>{mistaken}</figure></div>"
    )


def smallest_difference(exercise: Exercise, slip: Slip) -> Answer:
    """Find the smallest designed call that shows a mistake.

    Parameters
    ----------
    exercise : Exercise
        Whose probe is asked.
    slip : Slip
        The mistake.

    Returns
    -------
    Answer
        A wrong value of two cells or more if there is one, then any wrong value; else a call that raises.
    """
    answers = [ask(exercise, with_slips(exercise, slip), case) for case in exercise.probe]
    return min((answer for answer in answers if not _right(answer)), key=_size)


def _right(answer: Answer) -> bool:
    return answer.got is not None and same(answer.got, answer.expected)


def _size(answer: Answer) -> tuple[bool, bool, int]:
    values = [*answer.case.args, answer.truth, answer.outcome.result]
    nothing_to_see = answer.got is None or not np.size(answer.got)
    lone = isinstance(answer.truth, np.ndarray) and answer.truth.size == 1
    return nothing_to_see, lone, sum(np.size(value) for value in values if isinstance(value, np.ndarray))


def _result(result: Any, truth: Any, *, marked: bool) -> str:
    if isinstance(result, np.ndarray) and 0 < result.size <= CELLS_SHOWN:
        alike = marked and isinstance(truth, np.ndarray) and result.shape == truth.shape
        wrong = _wrong(result, truth) if alike else np.zeros(result.shape, bool)
        return f'<div class="bug-grids">{"".join(_grids(np.atleast_1d(result), np.atleast_1d(wrong)))}</div>'
    if isinstance(result, np.ndarray):
        return f"<p>an {'array' if result.size else 'empty array'} of shape {result.shape}</p>"
    if isinstance(result, tuple):
        return f"<p>({', '.join(_text(item) for item in result)})</p>"
    return f"<p>{_text(result)}</p>"


def _wrong(result: np.ndarray, truth: np.ndarray) -> np.ndarray:
    return ~np.isclose(result.astype(float), truth.astype(float), rtol=1e-5, atol=1e-5, equal_nan=True)


def _grids(cells: np.ndarray, wrong: np.ndarray) -> list[str]:
    """Write the planes of an array, one table each."""
    rows, columns = (1, *cells.shape)[-2:] if cells.ndim > 1 else (1, cells.size)
    planes = zip(cells.reshape(-1, rows, columns), wrong.reshape(-1, rows, columns), strict=True)
    return [f'<table class="bug-grid">{"".join(map(_row, plane, marks))}</table>' for plane, marks in planes]


def _row(cells: np.ndarray, wrong: np.ndarray) -> str:
    shown = [f"<mark>{number(cell)}</mark>" if bad else number(cell) for cell, bad in zip(cells, wrong, strict=True)]
    return f"<tr>{''.join(f'<td>{text}</td>' for text in shown)}</tr>"


def _text(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"an array {escape(str(value.tolist()))}" if value.size <= CELLS_SHOWN else f"an array {value.shape}"
    return escape(number(value))
