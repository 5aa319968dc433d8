"""Say how a wrong answer differs from the right one, where no known mistake explains it.

A symptom is a fact about all answers of the probe ("right, but upside down"), and never a guess about the code.
"""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.answer import Answer
from autograder.compare import same
from autograder.exercise import Exercise

Pairs = Sequence[tuple[np.ndarray, np.ndarray]]  # (what was answered, what is right), for each usable answer

_ALL = slice(None)
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
# What a loop's first round fills in, in an answer of so many axes.
_FIRSTS: dict[int, dict[str, tuple[int | slice, ...]]] = {
    1: {"number": (0,)},
    2: {"row": (0,), "column": (_ALL, 0), "cell": (0, 0)},
    3: {"channel": (0,), "row of each channel": (_ALL, 0), "row of the first channel": (0, 0), "cell": (0, 0, 0)},
    4: {
        "example": (0,),
        "channel of each example": (_ALL, 0),
        "channel of the first example": (0, 0),
        "row of each channel": (_ALL, _ALL, 0),
        "row of the first channel": (0, 0, 0),
        "cell": (0, 0, 0, 0),
    },
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
        What was answered and what is right, for every call of the probe that got an answer of the right kind. Texts,
        and whole numbers beyond 64 bits, are left out.

    Returns
    -------
    str
        A sentence, or "" if none is true of all of them.
    """
    pairs = [(got, right) for got, right in pairs if not {"U", "O"} & {got.dtype.kind, right.dtype.kind}]
    if len(pairs) < 2 or all(same(got, right) for got, right in pairs):
        return ""
    if all(got.size and not got.any() for got, _ in pairs):
        return "Every number that you return is 0."
    if all(_is_coarse(got, right) for got, right in pairs):
        return "Your numbers are nearly right. They are of dtype float16, which holds three digits: leave it out."
    if words := _left_early(pairs) or _larger(pairs):
        return words
    axes = {right.ndim for _, right in pairs}
    for words, move in (_BY_AXES.get(axes.pop(), {}) if len(axes) == 1 else {}).items():
        if all(same(got, move(right)) for got, right in pairs):
            return f"Your answers are the right ones, {words}."
    if all(got.size == right.size and same(got.reshape(right.shape), right) for got, right in pairs):
        return "Your numbers are the right ones, in the right order, and their shape is not."
    return _by_a_number(pairs) or _at_the_border(pairs)


def _is_coarse(got: np.ndarray, right: np.ndarray) -> bool:
    if got.dtype != np.float16 or got.shape != right.shape:
        return False
    return np.allclose(got, right, rtol=0, atol=0.02 * max(1.0, np.abs(right).max(initial=0)))


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
    if sorted(got) == sorted(right):
        return f"{told} Those are the same sizes, in {'reverse' if got == right[::-1] else 'another'} order."
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
    """Tell whether answers are filled in only as far as some rounds of a loop go, and 0 after it."""
    axes = {right.ndim for _, right in pairs}
    if len(axes) > 1 or any(got.shape != right.shape for got, right in pairs):
        return ""
    for words, place in _FIRSTS.get(axes.pop(), {}).items():
        if all(same(got, _only(right, place)) for got, right in pairs):
            return f"Only the first {words} of your answer is filled in, as when `return` stands inside a loop."
    if all(same(got, _as_far_as(got, right)) for got, right in pairs):
        return "Your answers are right up to some place, and 0 from there on, as when a loop is left early."
    return ""


def _only(right: np.ndarray, place: tuple[int | slice, ...]) -> np.ndarray:
    """Return it with nothing but what stands in this place."""
    kept = np.zeros_like(right)
    if right.size:
        kept[place] = right[place]
    return kept


def _as_far_as(got: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return what is right in the order of the cells, as far as there is anything but 0 in what was answered."""
    filled = np.flatnonzero(got)
    kept = right.copy()
    kept.reshape(-1)[filled[-1] + 1 if filled.size else 0 :] = 0
    return kept


def _larger(pairs: Pairs) -> str:
    """Tell whether the right answers stand in a corner, and 0 beside them."""
    if any(got.ndim != right.ndim or not got.ndim or (np.array(got.shape) < right.shape).any() for got, right in pairs):
        return ""
    corners = [
        np.pad(right, [(0, more - n) for more, n in zip(got.shape, right.shape, strict=True)]) for got, right in pairs
    ]
    if all(same(got, corner) for (got, _), corner in zip(pairs, corners, strict=True)):
        return "Your answers begin with the right ones, and go on with 0: the array is made larger than what fills it."
    return ""


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
