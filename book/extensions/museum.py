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
NAMES_SHOWN = 4


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
    right, mistaken = _both_seen(answer) if exercise.tensors else _both(answer, marked=not exercise.observe)
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
    seen = answer.expected.size if answer.case.trial else 0
    return nothing_to_see, lone, seen + sum(np.size(value) for value in values if isinstance(value, np.ndarray))


def _both(answer: Answer, *, marked: bool) -> tuple[str, str]:
    """Write the right result and the mistaken one, of large arrays the first plane in which they differ."""
    right, mistaken = answer.truth, answer.outcome.result
    if answer.outcome.raised:
        return _result(right), f"<p>{escape(answer.outcome.raised)}</p>"
    if not (isinstance(right, np.ndarray) and isinstance(mistaken, np.ndarray)):
        return _result(right), _result(mistaken)
    if right.shape != mistaken.shape:
        return tuple(f"{_result(array)}<p>shape {array.shape}</p>" for array in (right, mistaken))
    wrong = _wrong(mistaken, right) if marked else np.zeros(right.shape, bool)
    if right.size <= CELLS_SHOWN or right.ndim < 3:
        return _result(right), _result(mistaken, wrong)
    plane = tuple(int(i) for i in np.argwhere(wrong)[0][:-2])
    place = f"<p>[{', '.join(map(str, plane))}] of shape {right.shape}</p>"
    return _result(right[plane]) + place, _result(mistaken[plane], wrong[plane]) + place


def _both_seen(answer: Answer) -> tuple[str, str]:
    """Write what was seen of networks and tensors: names that differ, or the cells around the first that does."""
    right, mistaken = answer.expected, answer.got
    if mistaken is None:
        told = answer.outcome.raised or answer.complaint
        return f"<p>an answer of shape {right.shape}</p>", f"<p>{escape(told)}</p>"
    if right.dtype.kind == "U":
        return _names(right, mistaken), _names(mistaken, right)
    if right.shape != mistaken.shape:
        return tuple(f"<p>shape {array.shape}</p>" for array in (right, mistaken))
    if not right.ndim:
        return _result(right[()]), _result(mistaken[()])
    first = np.argwhere(_wrong(mistaken, right))[0]
    plane = (*map(int, first[:-2]), *(slice(max(0, i - 1), i + 4) for i in first[-2:]))
    place = f"<p>around [{', '.join(map(str, first))}] of shape {right.shape}</p>" if right.size > CELLS_SHOWN else ""
    if not place:
        plane = ()
    return _result(right[plane]) + place, _result(mistaken[plane], _wrong(mistaken, right)[plane]) + place


def _names(these: np.ndarray, others: np.ndarray) -> str:
    own = [name for name in these.tolist() if name not in others.tolist()]
    shown = "".join(f"<br><code>{escape(name)}</code>" for name in own[:NAMES_SHOWN])
    shown += "<br>…" if len(own) > NAMES_SHOWN else ""
    return f"<p>besides what both have{shown}</p>" if own else "<p>nothing besides what both have</p>"


def _result(result: Any, wrong: np.ndarray | None = None) -> str:
    if isinstance(result, tuple):
        return f"<p>({', '.join(_text(item) for item in result)})</p>"
    if not isinstance(result, np.ndarray):
        return f"<p>{_text(result)}</p>"
    if not 0 < result.size <= 2 * CELLS_SHOWN:
        return f"<p>an {'array' if result.size else 'empty array'} of shape {result.shape}</p>"
    marks = np.zeros(result.shape, bool) if wrong is None else wrong
    return f'<div class="bug-grids">{"".join(_grids(np.atleast_1d(result), np.atleast_1d(marks)))}</div>'


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
