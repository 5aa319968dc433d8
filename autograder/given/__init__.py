"""Functions and small networks that a check hands to a learner's function by name.

A case holds ``Given("name")``; the process that runs the learner's function builds the thing itself, by
:func:`resolve`. So a case is data only, and can cross to another process.
"""

from collections.abc import Callable
from typing import Any

from autograder.exercise import Given
from autograder.given import maps


def double(x: Any) -> Any:
    """Return twice its argument: the simplest function of an array that changes it."""
    return x + x


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        double,
        maps.circular_convolution,
        maps.zero_padded_convolution,
        maps.strided_convolution,
        maps.max_pooling,
        maps.rectified_pair,
        maps.adds_position,
        maps.global_mean,
        maps.row_means,
        maps.weighs_every_cell,
        maps.largest_value,
    )
}


def resolve(value: Any) -> Any:
    """Return what a :class:`~autograder.exercise.Given` names, and anything else as it is.

    Raises
    ------
    LookupError
        If nothing is given under that name.
    """
    if not isinstance(value, Given):
        return value
    if value.name not in _FUNCTIONS:
        raise LookupError(f"Given({value.name!r}): nothing is given under that name; have {', '.join(_FUNCTIONS)}.")
    return _FUNCTIONS[value.name]
