"""Warm processes: one of each kind has imported all that takes long, and is forked on request.

A warm process stays between commands. It ends by itself when nobody has asked for a quarter of an hour. It holds
imported modules and nothing else: what a fork of it has to know comes with the request.
"""

import contextlib
import hashlib
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import sysconfig
import threading
import time
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from autograder.grading import environments
from autograder.grading.entering import begin

ENGINE = Path(__file__).parents[1]
IDLE = 15 * 60  # seconds
LONGEST = 64  # bytes of the folder's name: all of a socket's can have 104
LOOK = 2  # seconds between looks at whether the socket is still there
PATIENCE = 120  # seconds for a process to get warm, or to fork
OURS = ("judge", "desk")  # kinds that run no learner's code
KEPT = ("HOME", "PATH", "LANG", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")  # the variables of these
# A package without its contents: in a learner's process nothing of the book's is, save what serves that process.
BARE = """
import sys, types
sys.path.remove("")  # the shell puts it back, behind Python's own library
package = sys.modules["autograder"] = types.ModuleType("autograder")
package.__path__ = [sys.argv[1]]
"""
START = """
import sys
from autograder.grading.getting_warm import main
main(*sys.argv[2:])
"""


class ColdError(OSError):
    """A warm process can not be started, or did not do what it was asked for."""


def fork(kind: str, request: dict[str, Any], fds: list[int]) -> int:
    """Have a warm process forked; it is started if there is none.

    Parameters
    ----------
    kind : str
        "numpy" or "torch" for a learner's process, "judge" for one with the exercises, "desk" for one with nbgrader.
    request : dict
        What JSON can hold: "call", the dotted name of a function; "arguments" for it, where ``{"socket": 0}`` stands
        for the first of `fds`, and ``{"descriptors": [0]}`` for a list of their numbers; "room", what
        :func:`autograder.grading.entering.enter` has to know, if it is to enter one.
    fds : list of int
        File descriptors that go with it.

    Returns
    -------
    int
        The process's number; if there is a room, that of the process which brings it in, and keeps a room of limits.

    Raises
    ------
    ColdError
        If the process cannot be started, or fails before it calls the function.
    """
    message = json.dumps(request).encode()
    for _ in range(2):  # the process may have been killed: the second time it is a new one
        try:
            number, _, complaint = _ask(kind, message, fds).partition("\n")
        except ColdError:
            raise
        except OSError:
            continue
        if complaint:
            raise ColdError(f"A fork of the warm process {kind!r} failed:\n{complaint}")
        if number:
            return int(number)
    raise ColdError(f"The warm process {kind!r} does not answer; is it killed by something? Please try again.")


def start(kind: str) -> None:
    """Start a warm process if there is none, without waiting for it; what goes wrong is met when it is asked.

    Parameters
    ----------
    kind : str
        As for :func:`fork`.
    """

    def knock() -> None:
        with contextlib.suppress(OSError):
            _connection(kind).close()

    threading.Thread(target=knock, daemon=True).start()


def _ask(kind: str, message: bytes, fds: list[int]) -> str:
    """Send a request; the answer is complete when neither the warm process nor its fork holds the connection."""
    with _connection(kind) as connection:
        connection.settimeout(PATIENCE)
        socket.send_fds(connection, [message], fds)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while part := connection.recv(1 << 16):
            answer += part
        return answer.decode(errors="replace")


def _connection(kind: str) -> socket.socket:
    path = folder() / "-".join((kind, *_name(kind)))
    with contextlib.suppress(OSError):
        return _connected(path)
    import fcntl  # not everywhere

    with (folder() / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with contextlib.suppress(OSError):  # another has started it meanwhile
            return _connected(path)
        _start(kind, path)
        return _connected(path)


def _connected(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return connection


def _start(kind: str, path: Path) -> None:
    """Start a warm process, and wait until it listens, which it tells by letting go of its standard error."""
    for other in folder().glob(f"{kind}-{_name(kind)[0]}-*"):
        other.unlink(missing_ok=True)  # of earlier sources: it ends when it sees that
    code = START if kind in OURS else BARE + START
    variables = {**environments.VARIABLES, "HOME": str(folder()), "TMPDIR": str(folder())}
    if kind in OURS:
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        variables |= {**kept, "PYTHONPATH": str(ENGINE.parent)}
    process = subprocess.Popen(
        [sys.executable, "-s", "-c", code, str(ENGINE), kind, str(path)],
        env=variables,
        cwd=folder(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    said = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    _ours.append(process)
    if not path.exists():
        process.kill()
        raise ColdError(f"The warm process {kind!r} did not start:\n{said}")


_ours: list[subprocess.Popen] = []  # kept, so that Python collects those that have ended, and warns of none


@cache
def folder() -> Path:
    """Return a folder that only this user can look into; it is made if it is not there.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    PermissionError
        If there is one that others can change.
    OSError
        If its name is too long for the names of sockets in it.
    """
    place = _place()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError(f"{place} must be a folder of yours that is closed to others; remove it, and try again.")
    if len(os.fsencode(place)) > LONGEST:
        raise OSError(f"{place} is too long a name for sockets; set XDG_CACHE_HOME to a folder with a shorter one.")
    return place


def _place() -> Path:
    """Find a place for sockets: the superuser's is the same in all sessions, since rooms must not get the same user."""
    session = Path("/run" if os.geteuid() == 0 else os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    if session.is_dir() and session.stat().st_uid == os.geteuid() and os.access(session, os.W_OK):
        return session / "cnn-by-hand"
    return Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")).expanduser() / "cnn-by-hand" / "run"


@cache
def _name(kind: str) -> tuple[str, str]:
    """Name the checkout, and all that a warm process has imported: if any of it changes, another is started."""
    sources = [*ENGINE.glob("*.py"), *ENGINE.glob("grading/*.py")]
    if kind in OURS:
        sources += [*ENGINE.glob("exercises/**/*.py"), *ENGINE.glob("given/*.py"), *ENGINE.parent.glob("helpers/*.py")]
    files = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(sources)]
    packages = sorted(os.listdir(sysconfig.get_path("purelib")))
    facts = ((str(ENGINE), sys.prefix), (files, packages, sys.version))
    first, second = (hashlib.sha256(repr(fact).encode()).hexdigest()[:12] for fact in facts)
    return first, second


def serve(path: str) -> NoReturn:
    """Fork this process on each request, until nobody has asked for long or the socket is gone.

    Parameters
    ----------
    path : str
        Where it listens.
    """
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(f"{path}.new")
    listening.listen(64)
    listening.settimeout(LOOK)
    os.replace(f"{path}.new", path)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that the system collects the forks that end
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    own, last = os.stat(path).st_ino, time.monotonic()
    with open(os.devnull, "r+b") as nothing:
        os.dup2(nothing.fileno(), 2)
    while _is_there(path, own) and time.monotonic() - last < IDLE:
        with contextlib.suppress(OSError):  # nobody has come, or who came has gone
            connection, _ = listening.accept()
            with connection:
                last = time.monotonic()
                _fork(connection)
    if _is_there(path, own):
        os.unlink(path)
    os._exit(0)


def _is_there(path: str, own: int) -> bool:
    try:
        return os.stat(path).st_ino == own
    except OSError:
        return False


def _fork(connection: socket.socket) -> None:
    connection.settimeout(PATIENCE)
    message, fds, _, _ = socket.recv_fds(connection, 1 << 20, 16)
    while part := connection.recv(1 << 20):
        message += part
    if not message:  # somebody wanted to know only whether anybody is here
        return
    if os.fork() == 0:
        begin(json.loads(message), fds, connection)
    for fd in fds:
        os.close(fd)
