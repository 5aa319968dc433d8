"""The walls of a room: namespaces that bubblewrap makes, or, where there is no bubblewrap, a folder and no more."""

import contextlib
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from functools import cache
from glob import glob
from pathlib import Path

from autograder.grading import environments, linux, warm
from autograder.grading.entering import WRITABLE
from autograder.grading.job import Limits

FIRST_USER, USERS = 2_000_000_000, 4096  # numbers that no system gives to anybody
SYSTEM = ("/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/bin", "/lib", "/lib32", "/lib64")
SETTINGS = ("/etc/ld.so.cache", "/etc/alternatives")
# It tells by an echo that the room is ready. When its input is closed, which happens if the grader ends, however it
# ends, it ends, and the first process of a room takes all others with it. It collects what others leave behind.
FIRST_PROCESS = ("/bin/sh", "-c", "cat; exit")


class Bubble:
    """Namespaces of their own for files, processes, network, IPC and names.

    Parameters
    ----------
    environment : str
        Which packages there are.
    limits : Limits
        How much may be written.
    tier : str
        "namespaces" or "user-namespaces".

    Attributes
    ----------
    user : int or None
        Who the learner is in it: a number that no other room has at this time, or None, if it is who asks.
    folder : str
        Where the learner's code works.
    fds : list of int
        What is needed to enter.

    Raises
    ------
    OSError
        If it cannot be made.
    """

    folder = "/work"

    def __init__(self, environment: str, limits: Limits, tier: str) -> None:
        alone = tier == "user-namespaces"
        if alone == (os.geteuid() == 0):
            raise OSError(f"Tier {tier!r} is for {'users other than the' if alone else 'the'} superuser.")
        self.user: int | None = None
        self.fds: list[int] = []
        self._close = contextlib.ExitStack()
        try:
            if not alone:
                self._lock, self.user = _take_user()
                self._close.callback(os.close, self._lock)
            first = self._build([*_command(environment, limits, alone=alone)])
            self._proc = self._kept(os.open(f"/proc/{first}/root/proc", os.O_RDONLY | os.O_DIRECTORY))
            if alone:
                inner = self._kept(os.open(f"/proc/{first}/ns/user", os.O_RDONLY))
                mounts = self._kept(os.open(f"/proc/{first}/ns/mnt", os.O_RDONLY))
                outer = self._kept(linux.owner(mounts))
                self.fds += [inner, outer]
        except BaseException:
            self.kill()
            raise

    def _kept(self, fd: int) -> int:
        self._close.callback(os.close, fd)
        return fd

    def _build(self, command: list[str]) -> int:
        """Start bubblewrap, wait until the room stands, and return the number of its first process."""
        info, told = os.pipe()
        with open(info, "rb") as answer:
            try:
                process = subprocess.Popen(
                    [*command, "--info-fd", str(told), "--", *FIRST_PROCESS],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    pass_fds=[told],
                )
            finally:
                os.close(told)
            self._close.callback(process.__exit__, None, None, None)
            about = answer.read()
        first = json.loads(about)["child-pid"] if about else 0
        if first:
            self.fds.append(self._kept(os.pidfd_open(first)))
            self._close.callback(self.end)
            with contextlib.suppress(OSError):
                os.write(process.stdin.fileno(), b"\n")
        if not first or not process.stdout.read(1):
            raise OSError(f"bubblewrap made no room: {process.stderr.read().decode(errors='replace').strip()}")
        return first

    def end(self) -> None:
        """End the first process, and with it all others; bubblewrap, outside, ends when they are gone."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.fds[0], signal.SIGKILL)

    def entered(self, number: int) -> None:
        """Take note of who has entered."""

    def processes(self) -> Iterator[Path]:
        """Yield the place in /proc of each process in it."""
        for name in os.listdir(self._proc):
            if name.isdigit():
                yield Path(f"/proc/self/fd/{self._proc}/{name}")

    def kill(self) -> None:
        """End all processes in it; what was in it is gone with the last."""
        self._close.close()


class Folder:
    """No walls: a folder for what is written, and a process that collects the room's orphans.

    Attributes
    ----------
    user, folder, fds
        As those of :class:`Bubble`.
    """

    def __init__(self) -> None:
        self._close = contextlib.ExitStack()
        self.folder = tempfile.mkdtemp(prefix="room-")
        self._close.callback(subprocess.run, ["rm", "-rf", self.folder], check=True)
        self.user: int | None = None
        if os.geteuid() == 0:
            lock, self.user = _take_user()
            self._close.callback(os.close, lock)
            os.chown(self.folder, self.user, self.user)
        self._keeper = 0
        self._here, there = socket.socketpair()
        self._close.enter_context(there)
        self._close.enter_context(self._here)
        self._close.callback(self.end)
        self.fds = [there.fileno()]
        self._there = there

    def entered(self, number: int) -> None:
        """Take note of the process that keeps the room; it alone has the other end now."""
        self._keeper = number
        self._there.close()

    def processes(self) -> Iterator[Path]:
        """Yield the place in /proc of each process in it.

        Yields
        ------
        pathlib.Path
            Such as ``/proc/4711``. Those that end meanwhile may be among them.
        """
        waiting = [self._keeper]
        while waiting:
            for children in Path(f"/proc/{waiting.pop()}/task").glob("*/children"):
                with contextlib.suppress(OSError):
                    found = [int(number) for number in children.read_text().split()]
                    yield from (Path(f"/proc/{number}") for number in found)
                    waiting += found

    def end(self) -> None:
        """End all processes in it, and wait until the keeper has seen that they are gone."""
        with contextlib.suppress(OSError):
            self._here.shutdown(socket.SHUT_WR)
            if self._keeper:
                self._here.recv(1)

    def kill(self) -> None:
        """End all processes in it, and remove what they wrote."""
        self._close.close()


def _take_user() -> tuple[int, int]:
    """Return a lock, which is held as long as it is open, and the number of a user that nobody else has meanwhile."""
    import fcntl  # not everywhere

    lock = os.open(warm.folder() / "users", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    for place in range(USERS):
        with contextlib.suppress(OSError):  # this one is taken
            # The lock is of one byte, and of this opening of the file, not of this process.
            fcntl.fcntl(lock, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, place, 1, 0))
            return lock, FIRST_USER + place
    os.close(lock)
    raise OSError(f"{USERS} rooms are in use at once; are there graders that hang? Please end them.")


def _command(environment: str, limits: Limits, *, alone: bool) -> tuple[str, ...]:
    """Return the command that makes a room, up to what runs in it."""
    apart = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
    return (
        *("bwrap", "--new-session", "--as-pid-1", "--clearenv", "--cap-drop", "ALL"),
        *(("--unshare-user",) if alone else ()),
        *apart,
        *("--hostname", "room", "--proc", "/proc", "--dev", "/dev"),
        *("--dev-bind", "/dev/null", "/dev/zero"),  # a shared mapping of it is memory that no limit counts
        # First what is empty and can be written, since packages may lie below a place of the same name.
        *(
            word
            for place in WRITABLE
            for word in ("--perms", "1777", "--size", str(limits.disk // 3), "--tmpfs", place)
        ),
        *_read_only(environment),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", Bubble.folder),
    )


@cache
def _read_only(environment: str) -> tuple[str, ...]:
    """Return what makes the interpreter, the system's programs and the allowed packages readable."""
    python, real = sys.executable, os.path.realpath(sys.executable)
    library = sysconfig.get_config_var("LIBDIR")
    system = [place for place in SYSTEM if os.path.isdir(place) and not os.path.islink(place)]
    trees = [*system, *([] if library.startswith("/usr/lib") else [library])]
    others = [place for tree in trees for place in glob(f"{tree}/python*/*-packages")]
    files = [*SETTINGS, real, os.path.join(sys.prefix, "pyvenv.cfg"), *map(str, environments.paths(environment))]
    return (
        *_parents([*trees, *files, python]),
        *(word for place in SYSTEM if os.path.islink(place) for word in ("--symlink", os.readlink(place), place)),
        *(word for tree in trees for word in ("--ro-bind", tree, tree)),
        *(word for place in others for word in ("--tmpfs", place)),
        *(word for file in files if not _is_in(file, system) for word in ("--ro-bind-try", file, file)),
        *(() if _is_in(python, system) or python == real else ("--symlink", real, python)),
        *(word for place in others for word in ("--remount-ro", place)),
    )


def _is_in(file: str, trees: list[str]) -> bool:
    return any(file.startswith(f"{tree}/") for tree in trees) and "-packages/" not in file


def _parents(places: list[str]) -> list[str]:
    """Make the folders above, which bubblewrap would close to others."""
    above = {str(parent) for place in places for parent in Path(place).parents} - {"/"}
    return [word for place in sorted(above) for word in ("--perms", "0755", "--dir", place)]
