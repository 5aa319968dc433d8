"""Find the packages that a function uses, to say at home what the grader does not have."""

import dis
import sys
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any


def packages_used(function: Callable[..., Any]) -> set[str]:
    """Return the top-level packages that a function reaches for, itself or through the functions beside it.

    Parameters
    ----------
    function : callable
        A Python function; anything else uses, as far as can be seen, nothing.

    Returns
    -------
    set of str
        Names such as ``{"numpy", "torch"}``, without Python's own.

    Examples
    --------
    >>> import numpy as np
    >>> packages_used(lambda x: np.sum(x))
    {'numpy'}
    """
    own = {"__main__", str(getattr(function, "__module__", "")).partition(".")[0]}
    return {root for root in _roots(function, set()) if root not in sys.stdlib_module_names | own}


def _roots(function: Any, seen: set[int]) -> Iterator[str]:
    if not isinstance(function, FunctionType) or id(function) in seen:
        return
    seen.add(id(function))
    cells = function.__closure__ or ()
    reached = dict(zip(function.__code__.co_freevars, (_content(cell) for cell in cells), strict=True))
    for code in _codes(function.__code__):
        yield from (name.partition(".")[0] for name in _imports(code))
        reached.update({name: function.__globals__[name] for name in code.co_names if name in function.__globals__})
    for value in reached.values():
        if isinstance(value, ModuleType):
            yield value.__name__.partition(".")[0]
        elif getattr(value, "__globals__", None) is function.__globals__:
            yield from _roots(value, seen)
        elif isinstance(getattr(value, "__module__", None), str) and callable(value):
            yield value.__module__.partition(".")[0]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _imports(code: CodeType) -> Iterator[str]:
    return (step.argval for step in dis.get_instructions(code) if step.opname == "IMPORT_NAME" and step.argval)


def _content(cell: Any) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # not yet filled
        return None
