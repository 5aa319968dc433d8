"""Call a learner's function once, and put down all that happened as plain facts."""

import copy
import io
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stderr, redirect_stdout
from typing import Any

import numpy as np

from autograder.behind import behind
from autograder.elsewhere import Elsewhere, ThereError
from autograder.exercise import Case, Given
from autograder.outcome import Outcome
from autograder.tensors import as_array, as_tensor, seeded

PRINTED_AT_MOST = 2_000
LINES_AT_MOST = 20


def handed(values: Iterable[Any], *, tensors: bool) -> list[Any]:
    """Make what a function is called with: copies, with what is given by name built anew.

    Parameters
    ----------
    values : iterable
        Arguments of a case.
    tensors : bool
        Whether arrays become torch tensors.

    Returns
    -------
    list
        The arguments.
    """
    # Copied first: a network is built anew anyway, and a copy of it would lack the gradients that it holds.
    copies = [_built(value) for value in copy.deepcopy(list(values))]
    return [as_tensor(value) for value in copies] if tensors else copies


def _built(value: Any) -> Any:
    if not isinstance(value, Given | dict):
        return value
    # Only here: a process that runs a learner's code is handed these modules when a case asks for one of them.
    from autograder.given import resolve

    return resolve(value)


def call(
    function: Callable[..., Any], case: Case, *, tensors: bool = False, home: Callable[..., Any] | None = None
) -> Outcome:
    """Call a function on copies of a case's arguments.

    Parameters
    ----------
    function : callable
        The learner's, or any other.
    case : Case
        What to call it with.
    tensors : bool
        Whether arrays are handed over as torch tensors; then torch's random numbers are drawn from a fixed seed.
    home : callable, optional
        Whose file is told when something raises; the function's own, if it is left out.

    Returns
    -------
    Outcome
        What happened. Nothing that the function raises comes through, SystemExit and RecursionError included;
        only KeyboardInterrupt does, since that is the person at the keyboard.
    """
    if isinstance(function, Elsewhere):
        return function.called(case, tensors=tensors)
    args = handed(case.args, tensors=tensors)
    options = dict(zip(case.options, handed(case.options.values(), tensors=tensors), strict=True))
    before = [] if tensors else [_as_text(value) for value in args]
    output = io.StringIO()
    try:
        with _apart(output), seeded(0) if tensors else nullcontext():
            result = function(*args, **options)
    except KeyboardInterrupt:
        raise
    except ThereError as error:
        return error.outcome
    except BaseException as error:
        return _raised(error, home or function, output)
    return Outcome(
        result=result,
        args=tuple(args),
        printed=_printed(output),
        changed=_changed(args, case.args, before),
        shares=any(_share(result, value) for value in args),
    )


def _raised(error: BaseException, home: Callable[..., Any], output: io.StringIO) -> Outcome:
    return Outcome(
        raised=_told(error),
        refused=isinstance(error, ValueError),
        line=_line_of(error, home),
        attempted=not isinstance(error, NotImplementedError) or _came_from(error) == "torch",
        printed=_printed(output),
    )


def _changed(now: Sequence[Any], were: Sequence[Any], before: Sequence[str]) -> tuple[int, ...]:
    """Find the arguments that are not as they were: arrays by their bytes, what else there is by its text."""
    differ = [_differ(value, was) for value, was in zip(now, were, strict=True)]
    told = [_as_text(value) for value in now] if before else []
    return tuple(i for i, differs in enumerate(differ) if differs or (before and told[i] != before[i]))


@contextmanager
def _apart(output: io.StringIO) -> Iterator[None]:
    """Keep what is printed, warned of and set inside to itself."""
    with redirect_stdout(output), redirect_stderr(output), warnings.catch_warnings(), np.errstate():
        warnings.simplefilter("ignore")
        yield


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


def _came_from(error: BaseException) -> str:
    """Name the package that raised it: torch raises what a stub does where a network has no `forward`."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return str(frames[-1].f_globals.get("__name__", "")).partition(".")[0] if frames else ""


def _printed(output: io.StringIO) -> str:
    text = "" if output.closed else output.getvalue()  # a learner may have closed sys.stdout
    lines = text[:PRINTED_AT_MOST].splitlines(keepends=True)
    shown = "".join(lines[:LINES_AT_MOST])
    return shown if shown == text else f"{shown.rstrip()}\n…"


def _differ(now: Any, was: Any) -> bool:
    if not isinstance(was, np.ndarray):
        return False
    now = as_array(now)
    return now.shape != was.shape or now.dtype != was.dtype or now.tobytes() != was.tobytes()


def _as_text(value: Any) -> str:
    """Write down a list or a dictionary, which can be changed in place as an array can."""
    return repr(value) if isinstance(value, (list, dict)) else ""


def _share(result: Any, value: Any) -> bool:
    return isinstance(result, np.ndarray) and isinstance(value, np.ndarray) and np.may_share_memory(result, value)
