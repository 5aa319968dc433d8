"""Say how a wrong answer differs from the right one, where no known mistake explains it.

A symptom is a fact about all answers of the probe ("right, but upside down"), and never a guess about the code.
"""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.answer import Answer
from autograder.compare import same
from autograder.exercise import Exercise

Pairs = Sequence[tuple[np.ndarray, np.ndarray]]  # (what was answered, what is right), for each usable answer

_ALONG_A_LINE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "in reverse order": lambda a: a[::-1],
    "without the last one": lambda a: a[:-1],
    "without the first one": lambda a: a[1:],
}
# Of the last two axes, whatever stands before them.
_IN_A_PLANE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "transposed: rows and columns have changed places": lambda a: np.swapaxes(a, -1, -2),
    "turned by 180°": lambda a: a[..., ::-1, ::-1],
    "upside down": lambda a: a[..., ::-1, :],
    "mirrored from left to right": lambda a: a[..., ::-1],
    "without the last row": lambda a: a[..., :-1, :],
    "without the first row": lambda a: a[..., 1:, :],
    "without the last column": lambda a: a[..., :-1],
    "without the first column": lambda a: a[..., 1:],
    "without the last row and the last column": lambda a: a[..., :-1, :-1],
    "without the first row and the first column": lambda a: a[..., 1:, 1:],
}
_IN_CHANNELS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    **_IN_A_PLANE,
    "with the channels in reverse order": lambda a: a[..., ::-1, :, :],
    "without the last channel": lambda a: a[..., :-1, :, :],
}
_BY_AXES = {1: _ALONG_A_LINE, 2: _IN_A_PLANE, 3: _IN_CHANNELS, 4: _IN_CHANNELS}
# What one round of the outermost loop fills in, of the next one, and so on, in an answer of so many axes.
_FIRSTS = {
    1: ("number",),
    2: ("row", "cell"),
    3: ("channel", "row of the first channel", "cell"),
    4: ("example", "channel of the first example", "row of the first channel", "cell"),
}
_INSIDE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "in the last row": lambda a: a[..., :-1, :],
    "in the first row": lambda a: a[..., 1:, :],
    "in the last column": lambda a: a[..., :-1],
    "in the first column": lambda a: a[..., 1:],
    "in the last row and the last column": lambda a: a[..., :-1, :-1],
    "in the first row and the first column": lambda a: a[..., 1:, 1:],
    "in the outermost rows and columns": lambda a: a[..., 1:-1, 1:-1],
}


def symptom(pairs: Pairs) -> str:
    """Find the one sentence that is true of all answers.

    Parameters
    ----------
    pairs : sequence of (numpy.ndarray, numpy.ndarray)
        What was answered and what is right, for every call of the probe that got an answer of the right kind. Texts
        are left out.

    Returns
    -------
    str
        A sentence, or "" if none is true of all of them.
    """
    pairs = [(got, right) for got, right in pairs if "U" not in (got.dtype.kind, right.dtype.kind)]
    if len(pairs) < 2 or all(same(got, right) for got, right in pairs):
        return ""
    if all(got.size and not got.any() for got, _ in pairs):
        return "Every number that you return is 0."
    if words := _left_early(pairs):
        return words
    axes = {right.ndim for _, right in pairs}
    for words, move in (_BY_AXES.get(axes.pop(), {}) if len(axes) == 1 else {}).items():
        if all(same(got, move(right)) for got, right in pairs):
            return f"Your answers are the right ones, {words}."
    if all(got.size == right.size and same(got.reshape(right.shape), right) for got, right in pairs):
        return "Your numbers are the right ones, in the right order, and their shape is not."
    return _by_a_number(pairs) or _at_the_border(pairs)


def shapes_differ(got: tuple[int, ...], right: tuple[int, ...]) -> str:
    """Say in words how a shape is wrong.

    Parameters
    ----------
    got, right : tuple of int
        The shapes.

    Returns
    -------
    str
        One or two sentences.

    Examples
    --------
    >>> shapes_differ((3, 2), (2, 3))
    'Your result has shape (3, 2); (2, 3) is right. The two axes have changed places.'
    """
    told = f"Your result has shape {got}; {right} is right."
    if len(got) != len(right):
        return f"{told} It must have {len(right)} {'axis' if len(right) == 1 else 'axes'}, and has {len(got)}."
    if len(got) == 2 and got == right[::-1]:
        return f"{told} The two axes have changed places."
    if len(got) > 1 and got[:-1] == right[:-1] and got[-1] == right[-2]:
        return f"{told} It has as many columns as it should have rows."
    if len(got) > 1 and (*got[:-2], got[-1]) == (*right[:-2], right[-1]) and got[-2] == right[-1]:
        return f"{told} It has as many rows as it should have columns."
    steps = {g - r for g, r in zip(got, right, strict=True)}
    if steps in ({1}, {-1}):
        return f"{told} That is one {'more' if steps == {1} else 'less'}{' along each axis' * (len(right) > 1)}."
    return told


def shape_reason(exercise: Exercise, answers: Sequence[Answer]) -> str:
    """Find the slip of the size formula that explains every shape.

    Parameters
    ----------
    exercise : Exercise
        Knows the slips, in its ``shapes``.
    answers : sequence of Answer
        The answers to the probe.

    Returns
    -------
    str
        Its sentence, or "" if all shapes are right, or no one slip, or more than one, gives them all.
    """
    usable = [answer for answer in answers if answer.got is not None]
    if exercise.shapes is None or all(answer.got.shape == answer.expected.shape for answer in usable):
        return ""
    tables = [exercise.shapes(answer.case) for answer in usable]
    fitting = [
        words
        for words in tables[0]
        if all(answer.got.shape == table[words] for answer, table in zip(usable, tables, strict=True))
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _left_early(pairs: Pairs) -> str:
    """Tell whether answers are filled in as far as one round of a loop over their axes goes, and 0 after it."""
    axes = {right.ndim for _, right in pairs}
    if len(axes) > 1 or any(got.shape != right.shape for got, right in pairs):
        return ""
    for depth, words in enumerate(_FIRSTS.get(axes.pop(), ()), start=1):
        if all(same(got, _only_the_first(right, depth)) for got, right in pairs):
            return f"Only the first {words} of your answer is filled in, as when `return` stands inside a loop."
    return ""


def _only_the_first(right: np.ndarray, depth: int) -> np.ndarray:
    """Return it with nothing but what stands at 0 of its first axes, so many of them."""
    kept = np.zeros_like(right)
    first = (0,) * depth
    if right.size:
        kept[first] = right[first]
    return kept


def _by_a_number(pairs: Pairs) -> str:
    if any(got.shape != right.shape for got, right in pairs):
        return ""
    got = np.concatenate([got.ravel().astype(float) for got, _ in pairs])
    right = np.concatenate([right.ravel().astype(float) for _, right in pairs])
    if not np.isfinite(got).all() or not right.any():
        return ""
    factor = got @ right / (right @ right)
    if f"{factor:g}" not in ("0", "1") and np.allclose(got, factor * right, rtol=1e-6, atol=1e-6):
        return f"Your answers are the right ones, times {factor:g}.".replace("-", "−")
    if np.allclose(got - right, (got - right)[0], rtol=0, atol=1e-6):
        return f"Your answers are the right ones, plus {(got - right)[0]:g}.".replace("-", "−")
    return ""


def _at_the_border(pairs: Pairs) -> str:
    if any(got.shape != right.shape or got.ndim < 2 for got, right in pairs):
        return ""
    for words, cut in _INSIDE.items():
        inner = [(cut(got), cut(right)) for got, right in pairs]
        if all(got.size and same(got, right) for got, right in inner):
            return f"Your answers are right, except {words}."
    return ""
