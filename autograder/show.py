"""Write arguments and cells as a person would, short enough to be read."""

import inspect
from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Given
from autograder.given import kind_of

CELLS_SHOWN = 64


def number(value: Any) -> str:
    """Write a number without a trailing ``.0``, with a real minus sign; whole numbers in full, others in six digits.

    Examples
    --------
    >>> number(7.0), number(-2), number(1 / 3), number(73728)
    ('7', '−2', '0.333333', '73,728')
    """
    try:
        return _number(value)
    except ValueError:
        return "a number of thousands of digits"  # Python writes none out


def _number(value: Any) -> str:
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}".replace("-", "−")
    return f"{value:.6g}".replace("-", "−") if isinstance(value, float) else str(value)


def products(window: np.ndarray, kernel: np.ndarray) -> str:
    """Write a sum of products with its numbers.

    Examples
    --------
    >>> products(np.array([[1, 2], [5, 6]]), np.array([[1, 0], [0, 1]]))
    '1·1 + 2·0 + 5·0 + 6·1 = 7'
    """
    terms = [
        f"{_bracketed(a)}·{_bracketed(b)}"
        for a, b in zip(window.ravel().tolist(), kernel.ravel().tolist(), strict=True)
    ]
    return f"{' + '.join(terms)} = {number((window.astype(float) * kernel).sum())}"


def call_text(exercise: Exercise, case: Case) -> str:
    """Write a call with its arguments, an array on a line of its own.

    Parameters
    ----------
    exercise : Exercise
        Whose parameter names are used.
    case : Case
        The arguments.

    Returns
    -------
    str
        ``conv_as_matrix(k, (3, 4)) with`` followed by a line for each array.
    """
    names = list(inspect.signature(exercise.reference).parameters)
    arrays = {name: value for name, value in zip(names, case.args, strict=False) if isinstance(value, np.ndarray)}
    shown = [name if name in arrays else _value(value) for name, value in zip(names, case.args, strict=False)]
    shown += [f"{name}={value!r}" for name, value in case.options.items()]
    lines = [f"  {name} = {_value(value)}" for name, value in arrays.items()]
    looked = f", {case.trial.told}" if case.trial else ""
    return "\n".join([f"{exercise.name}({', '.join(shown)}){looked}" + (" with" if lines else ""), *lines])


def _bracketed(value: float) -> str:
    return f"({number(value)})" if value < 0 else number(value)


def _value(value: Any) -> str:
    if isinstance(value, Given):
        return f"the given {kind_of(value)} {value.name}"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name!r}: {_value(item)}' for name, item in value.items())}}}"
    if not isinstance(value, np.ndarray):
        return repr(value)
    if value.size > CELLS_SHOWN:
        return f"an array of shape {value.shape}, {value.dtype}"
    kind = "" if value.dtype in (np.int64, np.float64) else f" ({value.dtype})"
    return str(value.tolist()) + kind
