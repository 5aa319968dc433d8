"""Call a learner's function once, and put down all that happened as plain facts."""

import copy
import io
import traceback
import warnings
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.behind import behind
from autograder.exercise import Case
from autograder.given import resolve

PRINTED_AT_MOST = 2_000
LINES_AT_MOST = 20


@dataclass(frozen=True)
class Outcome:
    """What one call came to.

    Attributes
    ----------
    result : object
        What was returned; None if it raised.
    raised : str
        ``"IndexError: index 3 is out of bounds …"``, or "" if it returned.
    line : str
        Where in the learner's code it raised: ``"line 4: y[i, j] = 0"``, or "".
    attempted : bool
        False if it raised NotImplementedError, as an untouched stub does.
    printed : str
        What it printed, cut to a readable length.
    changed : tuple of int
        Positions of the arguments that it changed.
    shares : bool
        Whether the result is a view of an argument.
    """

    result: Any = None
    raised: str = ""
    line: str = ""
    attempted: bool = True
    printed: str = ""
    changed: tuple[int, ...] = ()
    shares: bool = False


def call(function: Callable[..., Any], case: Case) -> Outcome:
    """Call a function on copies of a case's arguments.

    Parameters
    ----------
    function : callable
        The learner's, or any other.
    case : Case
        What to call it with.

    Returns
    -------
    Outcome
        What happened. Nothing that the function raises comes through, SystemExit and RecursionError included;
        only KeyboardInterrupt does, since that is the person at the keyboard.
    """
    args = copy.deepcopy([resolve(value) for value in case.args])
    options = copy.deepcopy({name: resolve(value) for name, value in case.options.items()})
    output = io.StringIO()
    try:
        with redirect_stdout(output), redirect_stderr(output), warnings.catch_warnings(), np.errstate():
            warnings.simplefilter("ignore")
            result = function(*args, **options)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return Outcome(
            raised=_told(error),
            line=_line_of(error, function),
            attempted=not isinstance(error, NotImplementedError),
            printed=_printed(output),
        )
    return Outcome(
        result=result,
        printed=_printed(output),
        changed=tuple(i for i, (now, was) in enumerate(zip(args, case.args, strict=True)) if _differ(now, was)),
        shares=any(_share(result, value) for value in args),
    )


def _told(error: BaseException) -> str:
    try:
        text = str(error)
    except BaseException:  # a learner's exception may fail to print itself
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _line_of(error: BaseException, function: Callable[..., Any]) -> str:
    """Tell the deepest line of the file or cell that the function was written in."""
    home = getattr(getattr(behind(function), "__code__", None), "co_filename", None)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == home]
    return f"line {frames[-1].lineno}: {frames[-1].line}".rstrip(": ") if frames else ""


def _printed(output: io.StringIO) -> str:
    text = "" if output.closed else output.getvalue()  # a learner may have closed sys.stdout
    lines = text[:PRINTED_AT_MOST].splitlines(keepends=True)
    shown = "".join(lines[:LINES_AT_MOST])
    return shown if shown == text else f"{shown.rstrip()}\n…"


def _differ(now: Any, was: Any) -> bool:
    if not isinstance(was, np.ndarray):
        return False
    return now.shape != was.shape or now.dtype != was.dtype or now.tobytes() != was.tobytes()


def _share(result: Any, value: Any) -> bool:
    return isinstance(result, np.ndarray) and isinstance(value, np.ndarray) and np.may_share_memory(result, value)
