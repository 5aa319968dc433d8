"""Bring a result into the form that is compared, and compare it within what its dtype can hold."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.exercise import Exercise
from autograder.tensors import as_array, is_tensor

# How far, relative to the largest value of the right answer, a right answer may be off. An array of float64 may have
# been filled with sums of float32, so it has to be no closer than these are. No exercise asks for float16: a result in
# it was rounded once, by half of a thousandth, and more would let wrong answers through.
TOLERANCE = {2: 2e-3, 4: 1e-4, 8: 1e-5}


class WrongKindError(Exception):
    """A result is not of the kind that the exercise asks for; the message says so in a sentence to "you"."""


def observed(exercise: Exercise, result: Any, expected: Any) -> Any:
    """Return the array that stands for a result when results are compared.

    A number becomes an array without axes, a tuple of numbers an array of one axis, a fraction its numerator and
    denominator.

    Parameters
    ----------
    exercise : Exercise
        Tells what is compared.
    result : object
        What a function returned.
    expected : object
        What the reference returned, which tells the kind that is asked for: an array, a tensor, a number, a fraction,
        or a tuple of whole numbers. Of anything else ``exercise.observe`` has to make an array.

    Returns
    -------
    numpy.ndarray
        Real numbers. Those of a tensor, if that is asked for; an array will do, too.

    Raises
    ------
    WrongKindError
        If the result is nothing, a list, not real numbers, and so on.
    """
    if isinstance(expected, np.ndarray):
        result = _array(result)
    elif is_tensor(expected):
        result = _tensor(result)
    elif isinstance(expected, (int, float)):
        result = _number(result, whole=isinstance(expected, int))
    elif isinstance(expected, Fraction):
        result = _fraction(result)
    elif isinstance(expected, tuple) and exercise.observe is None:
        result = _numbers(result, len(expected))
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
    if "U" in (got.dtype.kind, expected.dtype.kind) or expected.dtype.kind == "O":
        return np.asarray(got != expected)  # texts, such as the names of parameters; whole numbers beyond 64 bits
    if not expected.ndim and expected.dtype.kind in "iu":
        return np.asarray(got != expected)  # a count: 231,211,009 is not nearly right
    finite = np.abs(expected[np.isfinite(expected)].astype(float))
    tolerance = max(_tolerance(got.dtype), _tolerance(expected.dtype)) * max(1.0, finite.max(initial=0.0))
    try:
        numbers = got.astype(float)
    except OverflowError:  # whole numbers that no float can hold
        return np.ones(got.shape, bool)
    return ~np.isclose(numbers, expected.astype(float), rtol=0, atol=tolerance, equal_nan=True)


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
        raise WrongKindError(f"Your function returns a tuple; return one array. {_TUPLES}")
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


def _tensor(result: Any) -> np.ndarray:
    if is_tensor(result) and result.is_complex():
        raise WrongKindError("Your tensor holds complex numbers; take their real part: `.real`.")
    if is_tensor(result) or type(result) is np.ndarray:
        return _array(as_array(result))
    if result is None:
        raise WrongKindError("Your function returns nothing (None). Does it end with `return`?")
    if result is Ellipsis:
        raise WrongKindError("Your function returns `...`. Put the tensor that it computed in its place.")
    if isinstance(result, list):
        raise WrongKindError("Your function returns a list; make a tensor of it: `torch.stack` or `torch.tensor`.")
    raise WrongKindError(f"Your function returns a {type(result).__name__}; a torch tensor is asked for.")


_TUPLES = "A comma after `return` makes a tuple, and so does `np.where` with a condition alone."


def _made_from(result: Any) -> str:
    if isinstance(result, np.ndarray):
        return "a plain NumPy array is asked for: `np.asarray(...)`"
    if isinstance(result, Iterator):
        return "put what it yields into an array: `np.array(list(...))`"
    return "a NumPy array is asked for"


def _number(result: Any, *, whole: bool) -> np.ndarray:
    if result is None:
        raise WrongKindError("Your function returns nothing (None). Does it end with `return`?")
    if result is Ellipsis:
        raise WrongKindError("Your function returns `...`. Put the number that it computed in its place.")
    if isinstance(result, Fraction):
        result = int(result) if result.denominator == 1 else float(result)
    array = np.asarray(result) if isinstance(result, (int, float, np.generic, np.ndarray)) else None
    if array is not None and array.dtype.kind == "O":
        array = np.asarray(np.inf)  # a whole number beyond what 64 bits hold
    if array is None or array.ndim or array.dtype.kind not in "iuf":
        raise WrongKindError(f"Your function returns {result!r:.80}; a single number is asked for.")
    if whole and array.dtype.kind == "f" and abs(array) < 2**53 and array == np.trunc(array):
        return array.astype(int)  # 112.0 is 112
    return array


def _numbers(result: Any, count: int) -> np.ndarray:
    wanted = f"a tuple of {count} numbers is asked for"
    if result is None:
        raise WrongKindError("Your function returns nothing (None). Does it end with `return`?")
    if isinstance(result, (int, float, np.number)):
        raise WrongKindError(f"Your function returns the single number {result}; {wanted}.")
    if not isinstance(result, (tuple, list, np.ndarray)) or len(np.shape(result) or ()) != 1:
        raise WrongKindError(f"Your function returns {result!r:.80}; {wanted}.")
    if len(result) != count:
        raise WrongKindError(f"Your function returns {len(result)} numbers, {result!r:.80}; {wanted}.")
    return np.array([_number(item, whole=True) for item in result])


def _fraction(result: Any) -> np.ndarray:
    if result is None:
        raise WrongKindError("Your function returns nothing (None). Does it end with `return`?")
    if isinstance(result, (int, np.integer)) and not isinstance(result, bool):
        result = Fraction(int(result))
    if not isinstance(result, Fraction):
        raise WrongKindError(
            f"Your function returns {result!r:.80}; an exact fraction is asked for, such as `Fraction(1, 3)`."
        )
    return np.array([result.numerator, result.denominator])
