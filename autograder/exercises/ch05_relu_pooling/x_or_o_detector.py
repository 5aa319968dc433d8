"""A kernel and a bias that together find one letter: judged by what they do to fourteen pictures.

The contract, which the lesson teaches too. ``x_or_o_detector(letter)`` returns ``(kernel, bias)``: a kernel of two
axes, of 1 to 16 rows and columns, and one number. ``letter`` is ``"X"`` or ``"O"``. A detector *fires* on a picture
if, after filter, bias and ReLU, some number of the map is above 0::

    relu(xcorr2d(picture, kernel) + bias).max() > 0

It must fire on each picture that shows its letter, and on no other. The pictures are those of
:func:`helpers.letters.make_letter_pictures`, 16×16, ink 1 on paper 0: each letter twice small (5×5), once large
(7×7) and once small and pale (ink 0.9 on paper 0.1); a dot, a falling, a rising and a level stroke, a filled square,
and an empty picture. So a kernel needs negative numbers where its letter has paper, or the filled square fires; and
it needs a negative bias as a threshold, or a dot does. A piece that only this letter has will do, and it fits both
sizes: the crossing of X, a round corner of O.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch05_relu_pooling._detector_slips import SLIPS
from helpers.letters import LETTERS, SIDE, make_letter, make_letter_pictures

CROSSING = np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]])
CORNER = np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]])
FALLING = np.eye(3, dtype=int)


def reference(letter: str) -> tuple[np.ndarray, float]:
    """Return the crossing of an X or the upper left corner of an O, 1 for ink and −1 for paper, with its threshold."""
    ink = {"X": CROSSING, "O": CORNER}[letter]
    return np.where(ink == 1, 1.0, -1.0), 1.0 - ink.sum()


def observe(result: Any) -> np.ndarray:
    """Return on which of the fourteen pictures a detector fires, and two facts about its kernel.

    Parameters
    ----------
    result : tuple
        The kernel and the bias.

    Returns
    -------
    numpy.ndarray of int, shape (16,)
        1 where it fires and 0 where not; then 1 if its kernel answers to each X more strongly than to any O, −1 if it
        is the other way round, and else 0; then 1 if its kernel holds a negative number. Each right kernel does: one
        without answers to the square, which can cover a small letter, at least as strongly as to the letter.

    Raises
    ------
    ValueError
        If it is no kernel that can be slid over the pictures, or no bias.
    """
    kernel, bias = _checked(result)
    windows = sliding_window_view(_stack(), kernel.shape, axis=(1, 2))
    strongest = np.tensordot(windows, kernel, axes=2).max(axis=(1, 2))
    noise = 1e-6 * max(1e-300, np.abs(kernel).max())
    xs, os = strongest[:4], strongest[4:8]
    prefers = int(xs.min() > os.max() + noise) - int(os.min() > xs.max() + noise)
    return np.array([*(strongest + bias > noise), prefers, kernel.min() < 0]).astype(int)


def _checked(result: Any) -> tuple[np.ndarray, float]:
    if result is None:
        raise ValueError("Your function returns nothing (None). Does it end with `return`?")
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise ValueError("A kernel and a bias are asked for: `return kernel, bias`.")
    try:
        kernel, bias = (np.asarray(part) for part in result)
    except ValueError:
        raise ValueError("Your kernel has rows of different lengths; all must have the same.") from None
    if kernel.dtype.kind not in "biuf" or bias.dtype.kind not in "biuf":
        raise ValueError("The kernel must be an array of real numbers, and the bias one real number.")
    kernel, bias = kernel.astype(float), bias.astype(float)
    if kernel.ndim != 2 or not kernel.size or max(kernel.shape) > SIDE:
        raise ValueError(f"Your kernel has shape {kernel.shape}; it needs two axes of 1 to {SIDE} cells.")
    if bias.size != 1:
        raise ValueError(f"Your bias has shape {bias.shape}; one kernel has one bias, a single number.")
    if not np.isfinite(kernel).all() or not np.isfinite(bias).all():
        raise ValueError("Your kernel or your bias holds NaN or infinity; they need ordinary numbers.")
    return kernel, bias.item()


@cache
def _stack() -> np.ndarray:
    return np.stack(list(make_letter_pictures().values()))


def slipped(letter: str, *, slips: frozenset[str] = frozenset()) -> tuple[np.ndarray, float]:
    """Build a detector from the letter's ink, making the mistakes asked for."""
    if "detectors-swapped" in slips:
        letter = "O" if letter == "X" else "X"
    letter = "X" if "always-the-x" in slips else "O" if "always-the-o" in slips else letter
    made = {name.partition("-")[2] for name in slips if name.startswith(letter.lower())}
    ink = _ink(letter, made)
    kernel = np.where(ink == 1, 1.0, 0.0 if "paper-ignored" in made else -1.0)
    return kernel, _bias(int(ink.sum()), made)


def _ink(letter: str, made: set[str]) -> np.ndarray:
    if letter == "X":
        return FALLING if "falling-only" in made else FALLING[::-1] if "rising-only" in made else CROSSING
    return make_letter("O", 5) if "whole-letter" in made else CORNER


def _bias(count: int, made: set[str]) -> float:
    """Return the threshold for a piece of so many cells of ink, all but one of which must be there."""
    if "stroke-fires" in made:
        return -2.0
    known = {"bias-zero": 0.0, "bias-positive": count - 1.0, "never-fires": -count - 1.0, "no-room": 0.2 - count}
    known["pieces-fire"] = -1.0
    return next((bias for name, bias in known.items() if name in made), 3.0 - count if count > 5 else 1.0 - count)


def _working(case: Case, index: tuple[int, ...]) -> str:
    (letter,), names = case.args, tuple(make_letter_pictures())
    if index[0] == len(names):
        other = LETTERS[letter == "X"]
        return f"The kernel for {letter!r} must answer to each {letter} more strongly than to any {other}."
    if index[0] > len(names):
        return "The kernel must hold negative numbers, where the letter has paper."
    fires = "must fire: a number above 0 after bias and ReLU" if observe(reference(letter))[index] else "must be silent"
    return f"On {names[index[0]]} the detector for {letter!r} {fires}."


EXERCISE = Exercise(
    name="x_or_o_detector",
    chapter=5,
    goal="Return a kernel and a negative bias that fire, after ReLU, on every picture of the given letter ('X' or "
    "'O'), small, large or pale, and on no other picture.",
    reference=reference,
    slipped=slipped,
    working=_working,
    observe=observe,
    parts=tuple(Part(f"the detector for {letter}", points=2, probe=(Case((letter,)),)) for letter in LETTERS),
    slips=SLIPS,
)
