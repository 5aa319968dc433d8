"""Find the packages that a function uses, to say at home what the grader does not have."""

import dis
import sys
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

from autograder.behind import behind
from autograder.elsewhere import Elsewhere

_OURS = {"autograder", "helpers"}  # in a checkout they do not lie where packages are installed


def packages_used(function: Callable[..., Any]) -> set[str]:
    """Return the top-level packages that a function reaches for, itself or through the functions beside it.

    Parameters
    ----------
    function : callable
        The learner's. One that comes from an installed package uses that package.

    Returns
    -------
    set of str
        Names such as ``{"numpy", "torch"}``, without Python's own.

    Examples
    --------
    >>> import numpy as np
    >>> in_a_notebook = {"np": np, "__name__": "__main__"}
    >>> packages_used(eval("lambda x: np.sum(x)", in_a_notebook))
    {'numpy'}
    """
    if isinstance(function, Elsewhere):
        return set()  # the other process has only the packages that it may use
    function = behind(function)
    home = str(getattr(function, "__module__", "")).partition(".")[0]
    if _is_installed(home):
        return {home}
    return {root for root in _roots(function, set()) if root not in sys.stdlib_module_names | {"__main__", home}}


def _is_installed(package: str) -> bool:
    if package == "__main__":
        return False  # a notebook's own, even if its file is that of an installed program which runs it
    file = getattr(sys.modules.get(package), "__file__", None) or ""
    return package in _OURS or "site-packages" in file


def _roots(function: Any, seen: set[int]) -> Iterator[str]:
    if not isinstance(function, FunctionType) or id(function) in seen:
        return
    seen.add(id(function))
    cells = function.__closure__ or ()
    reached = dict(zip(function.__code__.co_freevars, (_content(cell) for cell in cells), strict=True))
    for code in _codes(function.__code__):
        yield from (name.partition(".")[0] for name in _imports(code))
        reached.update({name: function.__globals__[name] for name in _names(code) if name in function.__globals__})
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


def _names(code: CodeType) -> Iterator[str]:
    """Tell names from attributes: `np.fft` is numpy's, whatever else a notebook calls `fft`."""
    return (step.argval for step in dis.get_instructions(code) if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"))


def _content(cell: Any) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # not yet filled
        return None
