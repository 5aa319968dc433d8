"""The command's work is done in a fork of a warm process, since importing nbgrader takes longer than grading many.

The process that was started by hand lends its terminal, its folder and its variables, and waits. If it ends, however
it ends, the other ends with it.
"""

import contextlib
import gc
import os
import signal
import site
import socket
import sys
import traceback
from importlib import import_module
from typing import Any

from autograder.grading import environments, warm
from autograder.grading.worker import end_with, grader_of

KIND = "desk"
GARBAGE = 50_000  # objects between looks for those that hold each other: of nbgrader's time they took a tenth
BEGIN = b"."
STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


class LostError(Exception):
    """The process that did the work was ended."""


def hand_over(function: str, arguments: list[str]) -> int:
    """Run a function in a fork of the warm process as if it ran here.

    Parameters
    ----------
    function : str
        Its dotted name. It takes words and returns what the command is to end with.
    arguments : list of str
        The words.

    Returns
    -------
    int
        What it returned.

    Raises
    ------
    LostError
        If the process was ended before the function returned.
    OSError
        If there can be no such process; nothing was done then.
    """
    if not hasattr(os, "pidfd_open"):
        raise OSError("This system tells of a process by its number only, which may be another's by now.")
    here, there = socket.socketpair()
    with here, contextlib.ExitStack() as stack:
        with there:
            lent = {"socket": 0}, {"descriptors": [1, 2, 3]}
            request = {"call": f"{__name__}.serve", "arguments": [*lent, function, arguments, _surroundings()]}
            number = warm.fork(KIND, request, [there.fileno(), *range(len(STREAMS))])
        held = os.pidfd_open(number)
        stack.callback(os.close, held)
        here.sendall(BEGIN)  # a process that ended sooner could not be held, nor told from one that never began
        while True:
            try:
                answer = here.recv(1)
            except KeyboardInterrupt:
                signal.pidfd_send_signal(held, signal.SIGINT)
            else:
                break
    if not answer:
        raise LostError("The process that did the work was ended. Please run the same command again.")
    return answer[0]


def _surroundings() -> dict[str, Any]:
    """Return what a process has from who started it, and what is no file."""
    umask = os.umask(0)
    os.umask(umask)
    encodings = [[getattr(sys, name).encoding, getattr(sys, name).errors] for name in STREAMS]
    return {
        "folder": os.getcwd(), "variables": dict(os.environ), "umask": umask, "encodings": encodings,
    }  # fmt: skip


def serve(sock: socket.socket, streams: list[int], function: str, arguments: list[str], of: dict[str, Any]) -> None:
    """Run a function in the surroundings of who asked for it.

    Parameters
    ----------
    sock : socket.socket
        Connected to who asked: one byte says when to begin, one is the answer.
    streams : list of int
        Descriptors of the other's input, output and errors.
    function : str
        The dotted name.
    arguments : list of str
        For it.
    of : dict
        The other's surroundings.
    """
    if sock.recv(1) != BEGIN:
        return
    end_with(sock)
    gc.set_threshold(GARBAGE)
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
        os.close(descriptor)
    for number, (name, mode) in enumerate(STREAMS.items()):
        encoding, errors = of["encodings"][number]
        by_line = 1 if name == "stderr" else -1  # as Python itself does; of a terminal also the output is
        stream = open(number, mode, by_line, encoding=encoding, errors=errors, closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
    os.umask(of["umask"])
    os.chdir(of["folder"])
    os.environ.clear()
    os.environ.update(of["variables"])
    for place in filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep)):
        site.addsitedir(place)  # what a course's configuration imports may be there
    status = _status(function, arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    sock.sendall(bytes([status]))


def _status(function: str, arguments: list[str]) -> int:
    try:
        return grader_of(function)(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception:
        traceback.print_exc()
        return 1


def prepare() -> None:
    """Import nbgrader, and what stands in its places."""
    # More than half of what importing nbgrader takes is a grammar of addresses, for which jsonschema asks if it can be
    # had, and which no notebook needs.
    sys.modules.setdefault("rfc3987_syntax", None)
    for name in ("nbgrader.apps", "autograder.grading.plugins", "autograder.grading.replay"):
        import_module(name)


def rehearse() -> None:
    """Do once what takes longer the first time: find packages, connect the gradebook's tables, check a notebook."""
    import nbformat
    from nbgrader.api import Student

    for environment in environments.ROOTS:
        environments.paths(environment)
    Student(id="nobody")
    nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell()]))
