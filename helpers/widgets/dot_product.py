"""Boxes for a sliding dot product, with a sentence for each slip that a wrong number betrays.

Every sentence carries its own arithmetic, such as ``1 + 5 + 6 = 12``; a test reads each and works it out again.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from helpers.widgets.box import Box, number_text

Told = Iterator[tuple[float, str]]
NAMES = {1: ("x", "w"), 2: ("X", "K")}


def dot_product_box(
    x: ArrayLike, k: ArrayLike, *, label: str, names: tuple[str, str] | None = None, key: str = ""
) -> Box:
    """Make the boxes for the cross-correlation of ``x`` with ``k``, both shown beside them.

    Parameters
    ----------
    x, k : array_like, both with one axis or both with two
        Signal and kernel, or image and kernel; the kernel not larger.
    label, key : str
        As for :class:`Box`.
    names : tuple of str, optional
        What ``x`` and ``k`` are called; without it x and w along one axis, X and K along two.

    Returns
    -------
    Box
        Its hints tell a product forgotten, a zero overlooked, a sign lost, the next window's answer. Its slips are
        known mistakes of the exercises xcorr1d and xcorr2d: a kernel turned or unused, a mean for a sum, …

    Raises
    ------
    ValueError
        If the axes of ``x`` and ``k`` differ, or the kernel does not fit.

    Examples
    --------
    >>> box = dot_product_box([[1, 2], [5, 6]], [[1, 0], [0, 1]], label="Y")
    >>> box.answer, box.worked
    ([7.0], ['1·1 + 2·0 + 5·0 + 6·1 = 7'])
    >>> [sentence for value, sentence in box.hints[0] if value == 12]
    ['1 + 5 + 6 = 12: you let the 5 in, but it meets a 0 in the kernel.']
    """
    x, k = np.asarray(x), np.asarray(k)
    windows = sliding_window_view(x, k.shape)
    answer = _summed(windows * k)
    return Box(
        answer,
        label=label,
        key=key,
        given=dict(zip(names or NAMES[k.ndim], (x, k), strict=True)),
        slips={f"xcorr{k.ndim}d/{name}": told for name, told in _slips(windows, k, answer).items()},
        hints=[_explain(windows, k, answer, place) for place in np.ndindex(answer.shape)],
        worked=workings(x, k),
    )


def workings(x: ArrayLike, k: ArrayLike) -> list[str]:
    """Write each answer of the cross-correlation of ``x`` with ``k`` as its products and their sum.

    Parameters
    ----------
    x, k : array_like
        As for :func:`dot_product_box`.

    Returns
    -------
    list of str
        One for each window, in reading order.

    Examples
    --------
    >>> workings([3, 1, 4], [2, -1])
    ['3·2 + 1·(−1) = 5', '1·2 + 4·(−1) = −2']
    """
    x, k = np.asarray(x), np.asarray(k)
    windows = sliding_window_view(x, k.shape).reshape(-1, k.size)
    return [f"{' + '.join(map(_product, window, k.ravel()))} = {number_text(window @ k.ravel())}" for window in windows]


def _slips(windows: np.ndarray, k: np.ndarray, answer: np.ndarray) -> dict[str, tuple[np.ndarray, str]]:
    """Return what the slips lead to that are made in every window alike, by the slugs of the exercises."""
    turned = (slice(None, None, -1),) * k.ndim
    slips = {
        "kernel-ignored": (_summed(windows), "That adds up the whole window; the kernel has not been used yet."),
        "kernel-flipped": (_summed(windows * k[turned]), "You turned the kernel; here it is laid down as it stands."),
        "mean-for-sum": (answer / k.size, f"You divided by {k.size}: a mean of the products, and not their sum."),
        "total-not-reset": (
            np.cumsum(answer).reshape(answer.shape),
            "You carried the total on from window to window; each window starts again at 0.",
        ),
    }
    if k.ndim == 2 and k.shape[0] == k.shape[1]:
        transposed = _summed(windows * k.T)
        slips["kernel-transposed"] = (transposed, "You swapped the kernel's rows and columns; each row meets a row.")
    return slips


def _summed(products: np.ndarray) -> np.ndarray:
    return products.sum(axis=tuple(range(-(products.ndim // 2), 0)))


def _explain(windows: np.ndarray, k: np.ndarray, answer: np.ndarray, place: tuple[int, ...]) -> dict[float, list[str]]:
    """Return, for the box at ``place``, each wrong number that a slip leads to, with a sentence for each such slip."""
    window, kernel = windows[place].ravel(), k.ravel()
    slips = [slip(window, kernel) for slip in (_zero_let_in, _product_missing, _sign_lost, _all_signs)]
    found: dict[float, list[str]] = {}
    for value, sentence in chain(*slips, _next_windows(answer, place)):
        told = found.setdefault(value, [])
        if sentence not in told:
            told.append(sentence)
    found.pop(float(answer[place]), None)
    return found


def _zero_let_in(window: np.ndarray, k: np.ndarray) -> Told:
    for i in np.flatnonzero((k == 0) & (window != 0)):
        taken = _changed(k, i, 1)
        let_in = f"you let the {number_text(window[i])} in, but it meets a 0 in the kernel."
        yield float(window @ taken), f"{_terms(window, taken)}: {let_in}"


def _product_missing(window: np.ndarray, k: np.ndarray) -> Told:
    for i in np.flatnonzero(window * k):
        rest = _changed(k, i, 0)
        yield float(window @ rest), f"{_terms(window, rest)}: the product {_product(window[i], k[i])} is missing."


def _sign_lost(window: np.ndarray, k: np.ndarray) -> Told:
    for i in np.flatnonzero(window * k < 0):
        turned = _changed(k, i, -k[i])
        yield float(window @ turned), f"{_terms(window, turned)}: the sign of {_product(window[i], k[i])} was lost."


def _all_signs(window: np.ndarray, k: np.ndarray) -> Told:
    if np.count_nonzero(window * k) > 1 and (k < 0).any():
        yield float(-(window @ k)), f"{_terms(window, -k)}: every sign is the wrong way round."


def _next_windows(answer: np.ndarray, place: tuple[int, ...]) -> Told:
    steps = {"up": (-1, 0), "down": (1, 0), "to the left": (0, -1), "to the right": (0, 1)}
    reached: dict[Any, list[str]] = {}
    for direction, step in steps.items():
        there = tuple(np.add(place, step[-answer.ndim :]))
        inside = all(0 <= i < n for i, n in zip(there, answer.shape, strict=True))
        if inside and there != place:
            reached.setdefault(answer[there], []).append(f"one step {direction}")
    for value, directions in reached.items():
        where = " and of the window ".join(directions)
        yield float(value), f"{number_text(value)} is the answer of the window {where}."


def _changed(k: np.ndarray, i: int, value: Any) -> np.ndarray:
    k = k.copy()
    k[i] = value
    return k


def _terms(window: np.ndarray, k: np.ndarray) -> str:
    """Write the products whose factor is not 0 as a sum with its value; a factor of 1 is not written."""
    terms = [_term(x, w) for x, w in zip(window, k, strict=True) if w != 0] or ["0"]
    total = number_text(window @ k)
    return f"Only {total}" if terms == [total] else f"{_sum(terms)} = {total}"


def _term(x: Any, w: Any) -> str:
    return number_text(x) if w == 1 else number_text(-x) if w == -1 else _product(x, w)


def _sum(terms: list[str]) -> str:
    text = terms[0]
    for term in terms[1:]:
        text += f" − {term[1:]}" if term.startswith("−") else f" + {term}"
    return text


def _product(x: Any, w: Any) -> str:
    return "·".join(f"({text})" if text[0] == "−" or "/" in text else text for text in map(number_text, (x, w)))
