"""Functions and small networks that a check hands to a learner's function by name.

A case holds ``Given("name")``; the process that runs the learner's function builds the thing itself, by
:func:`resolve`. So a case is data only, and can cross to another process.
"""

from collections.abc import Callable
from inspect import getmembers, isfunction
from types import ModuleType
from typing import Any

from autograder.exercise import Given
from autograder.given import field_networks, maps, networks, predictors, trained_networks


def double(x: Any) -> Any:
    """Return twice its argument: the simplest function of an array that changes it."""
    return x + x


def _written_in(module: ModuleType) -> dict[str, Callable[..., Any]]:
    functions = getmembers(module, isfunction)
    return {name: f for name, f in functions if f.__module__ == module.__name__ and not name.startswith("_")}


_FUNCTIONS = {"double": double, **_written_in(maps), **_written_in(predictors)}
_BUILDERS = (networks, field_networks, trained_networks)
_NETWORKS = {name: build for module in _BUILDERS for name, build in _written_in(module).items()}


def kind_of(given: Given) -> str:
    """Tell in a word what a :class:`~autograder.exercise.Given` names.

    Parameters
    ----------
    given : Given
        The name.

    Returns
    -------
    str
        "network" or "function".
    """
    return "network" if given.name in _NETWORKS else "function"


def resolve(value: Any) -> Any:
    """Return what a :class:`~autograder.exercise.Given` names, and anything else as it is.

    Parameters
    ----------
    value : object
        An argument of a case; of a dict the values are looked at.

    Returns
    -------
    object
        A network is built anew each time, so that nobody sees what another did to it.

    Raises
    ------
    LookupError
        If nothing is given under that name.
    """
    if isinstance(value, dict):
        return {name: resolve(item) for name, item in value.items()}
    if not isinstance(value, Given):
        return value
    if value.name in _NETWORKS:
        return _NETWORKS[value.name]()
    if value.name not in _FUNCTIONS:
        have = ", ".join([*_FUNCTIONS, *_NETWORKS])
        raise LookupError(f"Given({value.name!r}): nothing is given under that name; have {have}.")
    return _FUNCTIONS[value.name]
