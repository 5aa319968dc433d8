"""Say how a wrong answer differs from the right one, where no known mistake explains it.

A symptom is a fact about all answers of the probe ("right, but upside down"), and never a guess about the code.
"""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.compare import same

Pairs = Sequence[tuple[np.ndarray, np.ndarray]]  # (what was answered, what is right), for each usable answer

_ALONG_A_LINE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "in reverse order": lambda a: a[::-1],
    "without the last one": lambda a: a[:-1],
    "without the first one": lambda a: a[1:],
}
_IN_A_PLANE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "transposed: rows and columns have changed places": lambda a: a.T,
    "turned by 180°": lambda a: np.flip(a),
    "upside down": lambda a: a[::-1],
    "mirrored from left to right": lambda a: a[:, ::-1],
    "without the last row": lambda a: a[:-1],
    "without the first row": lambda a: a[1:],
    "without the last column": lambda a: a[:, :-1],
    "without the first column": lambda a: a[:, 1:],
}


def symptom(pairs: Pairs) -> str:
    """Find the one sentence that is true of all answers.

    Parameters
    ----------
    pairs : sequence of (numpy.ndarray, numpy.ndarray)
        What was answered and what is right, for every call of the probe that got an answer of the right kind.

    Returns
    -------
    str
        A sentence, or "" if none is true of all of them.
    """
    if len(pairs) < 2 or all(same(got, right) for got, right in pairs):
        return ""
    if all(got.size and not got.any() for got, _ in pairs):
        return "Every number that you return is 0."
    for words, move in {1: _ALONG_A_LINE, 2: _IN_A_PLANE}.get(pairs[0][1].ndim, {}).items():
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
    'Your result has shape (3, 2); (2, 3) is right. Height and width have changed places.'
    """
    told = f"Your result has shape {got}; {right} is right."
    if len(got) != len(right):
        return f"{told} It must have {len(right)} {'axis' if len(right) == 1 else 'axes'}, and has {len(got)}."
    if len(got) == 2 and got == right[::-1]:
        return f"{told} Height and width have changed places."
    steps = {g - r for g, r in zip(got, right, strict=True)}
    if steps in ({1}, {-1}):
        return f"{told} That is one {'more' if steps == {1} else 'less'}{' along each axis' * (len(right) > 1)}."
    return told


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
    if any(got.shape != right.shape for got, right in pairs):
        return ""
    inner = [(got[(slice(1, -1),) * got.ndim], right[(slice(1, -1),) * got.ndim]) for got, right in pairs]
    if sum(got.size for got, _ in inner) >= 4 and all(same(got, right) for got, right in inner):
        return "Your answers are right inside, and wrong only in the outermost rows and columns."
    return ""
