"""The walls of a room: namespaces that bubblewrap makes, or, where there is no bubblewrap, a folder and no more."""

import contextlib
import json
import os
import platform
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from glob import glob
from pathlib import Path

from autograder.grading import linux, warm
from autograder.grading.bubblewrap import PLACE, command
from autograder.grading.job import Limits

SECONDS_TO_END = 10
NUMBERS = Path("/proc/self/uid_map")
FIRST_USER, USERS = 2_000_000_000, 4096  # numbers that no system gives to anybody
# Linux counts a user's processes in each user namespace apart since 5.14.
COUNTED_APART = tuple(int(part) for part in re.findall(r"\d+", platform.release())[:2]) >= (5, 14)
# It tells by an echo that the room is ready. When its input is closed, which happens if the grader ends, however it
# ends, it ends, and the first process of a room takes all others with it. It collects what others leave behind.
FIRST_PROCESS = ("/bin/sh", "-c", "until cat; do :; done")


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
    others : int
        How many processes and threads outside of it the system counts together with those in it.
    fds : list of int
        What is needed to enter.

    Raises
    ------
    OSError
        If it cannot be made.
    """

    folder = PLACE

    def __init__(self, environment: str, limits: Limits, tier: str) -> None:
        alone = tier == "user-namespaces"
        if alone == (os.geteuid() == 0):
            raise OSError(f"Tier {tier!r} is for {'users other than the' if alone else 'the'} superuser.")
        self.user: int | None = None
        self.others = _tasks() if alone and not COUNTED_APART else 0
        self.fds: list[int] = []
        self._close = contextlib.ExitStack()
        try:
            if not alone:
                self._lock, self.user = _take_user()
                self._close.callback(os.close, self._lock)
            first = self._build([*command(environment, limits, alone=alone)])
            self._proc = self._kept(os.open(os.path.join(f"/proc/{first}", "root", "proc"), os.O_RDONLY))
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
            self._close.callback(_collect, process)
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


def _collect(process: subprocess.Popen) -> None:
    """Wait for bubblewrap, which waits for the room; on a machine whose first process collects nobody it might hang."""
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_END)


class Folder:
    """No walls: a folder for what is written, and a process that collects the room's orphans.

    Attributes
    ----------
    user, folder, others, fds
        As those of :class:`Bubble`.
    """

    def __init__(self) -> None:
        self._close = contextlib.ExitStack()
        self.folder = tempfile.mkdtemp(prefix="room-")
        self._close.callback(_remove, self.folder)
        self.user, self.others = None, 0
        if sys.platform == "linux" and linux.may_become_others():
            lock, self.user = _take_user()
            self._close.callback(os.close, lock)
            os.chown(self.folder, self.user, self.user)
        else:
            self.others = _tasks()
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


def _remove(folder: str) -> None:
    """Remove what the keeper has not, if it was ended or never there; Python would give up on very deep folders."""
    if os.path.exists(folder):
        subprocess.run(["rm", "-rf", folder], check=False)


def _tasks() -> int:
    """Count the processes and threads of who asks, if there is a /proc."""
    count = 0
    for place in glob("/proc/[0-9]*/task"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            count += len(os.listdir(place)) if os.stat(place).st_uid == os.getuid() else 0
    return count


def _first_user() -> int:
    """Return the first number to give; a container may have fewer, and gives those before its last to nobody."""
    lines = NUMBERS.read_text().splitlines()
    ends = [int(first) + int(count) for first, _, count in map(str.split, lines)]
    return min(FIRST_USER, max(ends) - 2 * USERS)


def _take_user() -> tuple[int, int]:
    """Return a lock, which is held as long as it is open, and the number of a user that nobody else has meanwhile."""
    import fcntl  # not everywhere

    lock = os.open(warm.folder() / "users", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    for place in range(USERS):
        with contextlib.suppress(OSError):  # this one is taken
            # The lock is of one byte, and of this opening of the file, not of this process.
            fcntl.fcntl(lock, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, place, 1, 0))
            return lock, _first_user() + place
    os.close(lock)
    raise OSError(f"{USERS} rooms are in use at once; are there graders that hang? Please end them.")
