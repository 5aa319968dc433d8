"""Boxes to fill in by hand: a number, a row or a grid, checked in the page, without a kernel."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import anywidget
import numpy as np
import traitlets
from numpy.typing import ArrayLike

from helpers.widgets.source import script, style


class Box(anywidget.AnyWidget):
    """Boxes for an answer worked out on paper; a wrong number is answered by the slip it betrays.

    If all boxes together fit one slip, that slip is told once. Else each wrong box is answered by itself. A number
    that two slips explain is told both; a number that none explains is only told to be wrong.

    Parameters
    ----------
    answer : number or array_like, one or two axes
        What should be typed. Fractions may be typed as such, or rounded to two or more decimals.
    label : str
        What is asked for, such as ``"Y = X ⋆ K"``.
    key : str, optional
        Unique in its page: the name under which what was typed is kept over a reload. Empty keeps nothing.
    given : mapping of str to array_like, optional
        Numbers shown beside the boxes, by name.
    slips : mapping of str to (array_like, str), optional
        By the slip's name: what it leads to, of the answer's shape, and the sentence that says so. A slip that leads
        to the right answer is left out.
    hints : sequence of mappings of number to list of str, optional
        For each box, in reading order: what a wrong number means there.
    worked : sequence of str, optional
        For each box, in reading order: how it is worked out. Shown after three wrong tries.

    Raises
    ------
    ValueError
        If the answer or a slip is not finite, or their shapes differ, or there are not as many hints or workings as
        boxes.

    Examples
    --------
    >>> box = Box([-2, -2], label="y", slips={"xcorr1d/sign": ([2, 2], "You took left minus right.")})
    >>> box.shape, [slip["name"] for slip in box.slips]
    ([1, 2], ['xcorr1d/sign'])
    """

    _esm = script("box")
    _css = style("box")
    label = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)
    shape = traitlets.List(traitlets.Int()).tag(sync=True)
    answer = traitlets.List(traitlets.Float()).tag(sync=True)
    given = traitlets.List(traitlets.Dict()).tag(sync=True)
    slips = traitlets.List(traitlets.Dict()).tag(sync=True)
    hints = traitlets.List(traitlets.List()).tag(sync=True)
    worked = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self,
        answer: ArrayLike,
        *,
        label: str,
        key: str = "",
        given: Mapping[str, ArrayLike] | None = None,
        slips: Mapping[str, tuple[ArrayLike, str]] | None = None,
        hints: list[Mapping[Any, list[str]]] | None = None,
        worked: list[str] | None = None,
    ) -> None:
        truth = _floats("answer", answer)
        for name, listed in (("hints", hints), ("worked", worked)):
            if listed and len(listed) != truth.size:
                raise ValueError(f"Box: {len(listed)} {name} for {truth.size} boxes; give one for each box.")
        super().__init__(
            label=label,
            key=key,
            shape=list(np.atleast_2d(truth).shape),
            answer=truth.ravel().tolist(),
            given=[{"name": name, "rows": _shown(array)} for name, array in (given or {}).items()],
            slips=_as_slips(slips or {}, truth),
            hints=[_as_pairs(hint) for hint in hints or []],
            worked=worked or [],
        )


def number_text(value: Any) -> str:
    """Write a number as the book does: with a true minus sign, fractions as fractions, decimals as short as may be.

    Examples
    --------
    >>> number_text(-3), number_text(Fraction(1, 3)), number_text(2.0), number_text(0.25)
    ('−3', '1/3', '2', '0.25')
    """
    text = str(value) if isinstance(value, Fraction) else f"{float(value):.10g}"
    return text.replace("-", "−")


def _floats(name: str, values: ArrayLike) -> np.ndarray:
    array = np.asarray(values, dtype=np.float64)
    if array.ndim > 2 or array.size == 0 or not np.isfinite(array).all():
        raise ValueError(f"Box: {name} must be finite numbers along at most two axes; it has shape {array.shape}.")
    return array


def _shown(values: ArrayLike) -> list[list[str]]:
    array = np.asarray(values)
    return [[number_text(value) for value in row] for row in np.atleast_2d(array)]


def _as_slips(slips: Mapping[str, tuple[ArrayLike, str]], truth: np.ndarray) -> list[dict[str, Any]]:
    told = []
    for name, (values, sentence) in slips.items():
        wrong = _floats(f"slip {name!r}", values)
        if wrong.shape != truth.shape:
            raise ValueError(f"Box: slip {name!r} has shape {wrong.shape}, the answer {truth.shape}; make them alike.")
        if not np.allclose(wrong, truth):
            told.append({"name": name, "answer": wrong.ravel().tolist(), "says": sentence})
    return told


def _as_pairs(hint: Mapping[Any, list[str]]) -> list[list[Any]]:
    return [[float(value), sentence] for value, sentences in hint.items() for sentence in sentences]
