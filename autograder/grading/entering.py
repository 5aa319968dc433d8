"""What a fork of the warm process does before any learner's code: it walks into its room, and gives up all rights.

    warm process ── fork ── walker ── joins the room's namespaces ── fork ── limits, user, filter ── the learner's side

The room's network, processes, mounts and the like were made by bubblewrap, which is told by :mod:`rooms`.
"""

import contextlib
import importlib
import os
import signal
import socket
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any, NoReturn

from autograder.grading import linux, seccomp
from autograder.grading.environments import VARIABLES

FIRST = 3  # the number of the first descriptor that is handed over; those before are input and outputs
HIGH = 1000  # above all that are in use
FILES = 10_000  # files and folders in each place that can be written
DESCRIPTORS = 256
WRITABLE = ("/room", "/tmp", "/dev/shm")  # in memory, and all that can be written in a room
ROOM = linux.NEW_MOUNTS | linux.NEW_PROCESSES | linux.NEW_NETWORK | linux.NEW_IPC | linux.NEW_NAMES


def begin(request: dict[str, Any], fds: list[int], connection: socket.socket) -> NoReturn:
    """Do, in a fork, what was asked for; the process ends with that.

    Parameters
    ----------
    request : dict
        As :func:`autograder.grading.warm.fork` has it.
    fds : list of int
        What was handed over.
    connection : socket.socket
        Who asked. It is told the process's number, and what goes wrong; that all is well it sees when this is closed.
    """
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        connection.setblocking(True)
        fds, told = _only(fds, connection)
        room = request.get("room")
        fds = enter(room, fds, told) if room else _reply(told, fds)
        arguments = [_argument(value, fds) for value in request["arguments"]]
        function = _find(request["call"])
        os.close(told)
        function(*arguments)
        status = 0
    except BaseException:
        text = traceback.format_exc().encode()
        try:
            os.write(told, text)
        except OSError:  # it is closed: what failed is the function
            os.write(2, text)
    finally:
        os._exit(status)


def _only(fds: list[int], connection: socket.socket) -> tuple[list[int], int]:
    """Close all descriptors but those that were handed over, which get the first numbers, and the connection."""
    for number, fd in enumerate([*fds, connection.fileno()]):
        os.dup2(fd, HIGH + number)
    os.closerange(FIRST, HIGH)
    kept = [os.dup2(HIGH + number, FIRST + number) for number in range(len(fds) + 1)]
    os.closerange(kept[-1] + 1, os.sysconf("SC_OPEN_MAX"))
    connection.detach()
    return kept[:-1], kept[-1]


def _reply(told: int, fds: list[int]) -> list[int]:
    os.setsid()
    os.write(told, b"%d\n" % os.getpid())
    return fds


def _argument(value: Any, fds: list[int]) -> Any:
    match value:
        case {"socket": place}:
            return socket.socket(fileno=fds[place])
        case {"descriptors": places}:
            return [fds[place] for place in places]
    return value


def _find(name: str) -> Any:
    module, _, function = name.rpartition(".")
    return getattr(sys.modules.get(module) or importlib.import_module(module), function)


def enter(room: dict[str, Any], fds: list[int], told: int) -> list[int]:
    """Enter a room; only the process inside comes back from this.

    Parameters
    ----------
    room : dict
        "tier"; "user", a number, or None to stay who one is; "limits"; "folder", where it works; "groups" to be in.
    fds : list of int
        The learner's socket and, in a room of namespaces, descriptors of its first process and of its two user
        namespaces, inner and outer, if it has some; else a socket that tells when the room has to end.
    told : int
        Where to write the number of who brings it in.

    Returns
    -------
    list of int
        The learner's socket.
    """
    os.write(told, b"%d\n" % os.getpid())
    _offer_to_be_ended()
    for group in room["groups"]:
        with contextlib.suppress(OSError):  # its limits hold without
            Path(group).write_text("0")
    if room["tier"] == "limits":
        _stay_in_charge(fds, told, room)
    else:
        _join(*fds[1:])
        _walk()
    os.closerange(fds[0] + 1, told)
    _settle(room)
    return fds[:1]


def _offer_to_be_ended() -> None:
    """If the machine has no memory left, the system ends this process before any other."""
    place = Path("/proc/self/oom_score_adj")
    if place.exists():
        place.write_text("1000")


def _join(process: int, inner: int | None = None, outer: int | None = None) -> None:
    """Enter the namespaces; without the superuser's rights first the user namespace that owns all the others."""
    if outer is not None:
        linux.join(outer, linux.NEW_USER)
    linux.join(process, ROOM)
    for place in WRITABLE:
        linux.limit_files(place, FILES)
    if inner is not None:
        linux.join(inner, linux.NEW_USER)


def _walk() -> None:
    """Fork: only a child is in the room. Nobody in there can collect it, so who brought it in waits, and holds nothing.

    To let the room's first process collect it would take another fork, and of such a large process each takes long.
    """
    pid = os.fork()
    if pid:
        os.closerange(0, HIGH)
        os.waitpid(pid, 0)
        os._exit(0)


def _stay_in_charge(fds: list[int], told: int, room: dict[str, Any]) -> None:
    """Fork, outlive the child and all processes that it leaves behind, and remove what they wrote."""
    if sys.platform == "linux":
        linux.adopt_orphans()
    pid = os.fork()
    if pid:
        os.close(told)
        os.close(fds[0])
        _keep(pid, fds[1], room["user"])
        os.execvp("rm", ["rm", "-rf", room["folder"]])


def _keep(pid: int, stop: int, user: int | None) -> None:
    """Wait until the grader ends the room, or ends itself; then end all that was started in it."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that the system collects those that end
    os.setsid()
    os.read(stop, 1)
    if user is not None and os.fork() == 0:
        os.setresuid(user, user, user)
        os.kill(-1, signal.SIGKILL)
        os._exit(0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    while children.exists() and (found := children.read_text().split()):
        for number in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(number), signal.SIGKILL)
        time.sleep(0.005)


def _settle(room: dict[str, Any]) -> None:
    """Become the process that the room was made for."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for number in range(FIRST):
        os.dup2(null, number)
    os.close(null)
    os.chdir(room["folder"])
    os.umask(0o022)
    os.environ.clear()
    os.environ.update(VARIABLES)
    if room["tier"] == "limits":
        os.environ.update(HOME=room["folder"], TMPDIR=room["folder"])
    tempfile.tempdir = None  # that of the warm process is remembered, and is not there
    _limit(room["limits"])
    if sys.platform == "linux":
        _give_up(room)


def _give_up(room: dict[str, Any]) -> None:
    if room["user"] is not None:
        linux.become(room["user"])
    # Without walls, a superuser's own Python is still needed, and other users may not be let into that folder.
    linux.drop_capabilities(read_all=room["tier"] == "limits" and not os.access(os.__file__, os.R_OK))
    linux.let_be_seen()
    seccomp.install(network=room["tier"] != "limits")


def _limit(limits: dict[str, int]) -> None:
    import resource  # not everywhere

    mapped = Path("/proc/self/statm")
    inherited = int(mapped.read_text().split()[0]) * resource.getpagesize() if mapped.exists() else 0
    for name, most in (
        ("AS", inherited + limits["memory"]),
        ("NPROC", limits["processes"]),
        ("FSIZE", limits["file_size"]),
        ("NOFILE", DESCRIPTORS),
        ("CORE", 0),
        ("MEMLOCK", 0),
        ("MSGQUEUE", 0),
    ):
        what = getattr(resource, f"RLIMIT_{name}", None)  # a system may not have it
        if what is not None:
            resource.setrlimit(what, (most, most))
