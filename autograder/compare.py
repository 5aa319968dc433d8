"""Bring a result into the form that is compared, and compare it within what its dtype can hold."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.exercise import Exercise

# How far, relative to the largest value of the right answer, a right answer may be off. An array of float64 may have
# been filled with sums of float32, so it has to be no closer than these are.
TOLERANCE = {2: 2e-2, 4: 1e-4, 8: 1e-5}


class WrongKindError(Exception):
    """A result is not of the kind that the exercise asks for; the message says so in a sentence to "you"."""


def observed(exercise: Exercise, result: Any, expected: Any) -> Any:
    """Return the array or number that stands for a result when results are compared.

    Parameters
    ----------
    exercise : Exercise
        Tells what is compared.
    result : object
        What a function returned.
    expected : object
        What the reference returned, which tells the kind that is asked for.

    Returns
    -------
    numpy.ndarray
        Real numbers.

    Raises
    ------
    WrongKindError
        If the result is nothing, a list, not real numbers, and so on.
    """
    if isinstance(expected, np.ndarray):
        result = _array(result)
    elif isinstance(expected, (int, float)):
        result = _number(result)
    if exercise.observe is None:
        return result
    try:
        return exercise.observe(result)
    except ValueError as error:
        raise WrongKindError(str(error)) from None


def same(got: Any, expected: Any) -> bool:
    """Tell whether two observed results are the same, within the tolerance of the coarser of their dtypes.

    Parameters
    ----------
    got, expected : numpy.ndarray
        Observed results.

    Returns
    -------
    bool
        False if shapes differ. NaN is the same as NaN only.
    """
    got, expected = np.asarray(got), np.asarray(expected)
    return got.shape == expected.shape and not wrong_cells(got, expected).any()


def wrong_cells(got: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Mark the cells in which two arrays of one shape differ by more than rounding can explain.

    Parameters
    ----------
    got, expected : numpy.ndarray
        Of the same shape.

    Returns
    -------
    numpy.ndarray of bool
        True where they differ.
    """
    got, expected = np.asarray(got), np.asarray(expected)
    finite = np.abs(expected[np.isfinite(expected)].astype(float))
    tolerance = max(_tolerance(got.dtype), _tolerance(expected.dtype)) * max(1.0, finite.max(initial=0.0))
    return ~np.isclose(got.astype(float), expected.astype(float), rtol=0, atol=tolerance, equal_nan=True)


def _tolerance(dtype: np.dtype) -> float:
    return TOLERANCE.get(dtype.itemsize, 1e-5) if dtype.kind == "f" else 0.0


def _array(result: Any) -> np.ndarray:
    if result is None:
        raise WrongKindError("Your function returns nothing (None). Does it end with `return`?")
    if result is Ellipsis:
        raise WrongKindError("Your function returns `...`. Put the array that it computed in its place.")
    if str(type(result).__module__).partition(".")[0] == "torch":
        raise WrongKindError("Your function returns a torch tensor; this exercise wants a NumPy array.")
    if isinstance(result, list):
        raise WrongKindError("Your function returns a list; wrap it into an array: `np.array(...)`.")
    if isinstance(result, tuple):
        raise WrongKindError("Your function returns a tuple, as a comma after `return` makes it; return one array.")
    if isinstance(result, (bool, int, float, complex, np.generic)):
        raise WrongKindError(f"Your function returns the single number {result}; an array is asked for.")
    if type(result) is not np.ndarray:
        raise WrongKindError(f"Your function returns a {type(result).__name__}; {_made_from(result)}.")
    if result.dtype.kind == "c":
        raise WrongKindError(f"Your array holds {result.dtype} values; take their real part: `.real`.")
    if result.dtype.kind == "O":
        raise WrongKindError(
            "Your array has dtype object, which can hold anything; give `np.array` lists of plain numbers."
        )
    if result.dtype.kind not in "biuf":
        raise WrongKindError(f"Your array holds {result.dtype} values; it must hold real numbers.")
    return result


def _made_from(result: Any) -> str:
    if isinstance(result, np.ndarray):
        return "a plain NumPy array is asked for: `np.asarray(...)`"
    if isinstance(result, Iterator):
        return "put what it yields into an array: `np.array(list(...))`"
    return "a NumPy array is asked for"


def _number(result: Any) -> np.ndarray:
    if result is None:
        raise WrongKindError("Your function returns nothing (None). Does it end with `return`?")
    array = np.asarray(result) if isinstance(result, (int, float, np.generic, np.ndarray)) else None
    if array is None or array.ndim or array.dtype.kind not in "iuf":
        raise WrongKindError(f"Your function returns {result!r}; a single number is asked for.")
    return array
