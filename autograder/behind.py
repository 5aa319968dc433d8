"""Find the Python function behind what a learner hands over: a partial, a decorated function, an object."""

import inspect
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FunctionType, MethodType
from typing import Any


def behind(function: Callable[..., Any]) -> Any:
    """Return what runs when something is called.

    Parameters
    ----------
    function : callable
        A function, a ``functools.partial``, a wrapped function, a method, or an object with ``__call__``.

    Returns
    -------
    callable
        A Python function where there is one; else what was handed over, such as a function written in C.

    Examples
    --------
    >>> def slide(x, w): ...
    >>> behind(partial(slide, w=[1])) is slide
    True
    """
    while isinstance(function, partial):
        function = function.func
    with suppress(ValueError):  # of an object that says yes to every attribute
        function = inspect.unwrap(function)
    function = function.__func__ if isinstance(function, MethodType) else function
    called = getattr(type(function), "__call__", None)  # noqa: B004 - it is looked at, and not only for
    return called if isinstance(called, FunctionType) else function
