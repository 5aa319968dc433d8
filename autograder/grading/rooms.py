"""Rooms: a learner's code runs in one that is made for it, sees nothing outside, and is destroyed as a whole.

Which kind of room can be made depends on the machine. :data:`TIERS` are the kinds, and :data:`STOPS` tells truthfully
what each of them stops.
"""

import contextlib
import os
import select
import socket
import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path

from autograder.grading import warm
from autograder.grading.groups import groups
from autograder.grading.job import Limits
from autograder.grading.walls import Bubble, Folder
from autograder.grading.watch import Watch

TIERS = ("namespaces", "user-namespaces", "limits")  # strongest first
_ALWAYS = frozenset({"memory", "processor time", "number of processes", "size of a file", "calls to the kernel"})
_NAMESPACES = _ALWAYS | {
    "reading files",
    "writing files",
    "network",
    "seeing processes",
    "signals to processes",
    "neighbours",
    "disk",
    "orphans",
}
STOPS = {"namespaces": _NAMESPACES | {"user of its own"}, "user-namespaces": _NAMESPACES, "limits": _ALWAYS}


@cache
def strongest_tier() -> str:
    """Return the strongest kind of room that can be made here: it is tried, and not guessed.

    Returns
    -------
    str
        One of :data:`TIERS`.

    Raises
    ------
    OSError
        If there are no rooms on this system at all.
    """
    if sys.platform == "win32":
        raise OSError("Learners' code cannot be kept apart on Windows; grade on Linux, for example in WSL 2.")
    for tier in TIERS[:-1] if sys.platform == "linux" else ():
        with contextlib.suppress(OSError), Room("numpy", Limits(), tier):
            return tier
    return TIERS[-1]


def why_weak() -> str:
    """Tell why no room with walls can be made here.

    Returns
    -------
    str
        What is missing, or what was said when one was tried.
    """
    if sys.platform != "linux":
        return "only Linux can do that"
    try:
        with Room("numpy", Limits(), TIERS[min(os.geteuid(), 1)]):
            return "you asked for this tier, and this machine has a stronger one"
    except FileNotFoundError:
        return "bubblewrap is not installed (on Debian and Ubuntu: apt-get install bubblewrap)"
    except OSError as error:
        return f"the system refused: {error}"


class Room:
    """A room for one submission, with a learner's process that waits for requests; it is destroyed on exit.

    Parameters
    ----------
    environment : str
        "numpy" or "torch": which packages there are.
    limits : Limits
        How much may be used in it.
    tier : str
        One of :data:`TIERS`.

    Attributes
    ----------
    socket : socket.socket
        Connected to the learner's process.

    Raises
    ------
    OSError
        If such a room cannot be made here.
    """

    serves = "autograder.grading.student.serve"

    def __init__(self, environment: str, limits: Limits, tier: str) -> None:
        self._close = contextlib.ExitStack()
        try:
            walls = Folder() if tier == "limits" else Bubble(environment, limits, tier)
            self._close.callback(walls.kill)
            self.socket, theirs = socket.socketpair()
            self._close.callback(self.socket.close)
            allowed = {**asdict(limits), "processes": limits.processes + walls.others}
            room = {"tier": tier, "user": walls.user, "folder": walls.folder, "limits": allowed}
            room["groups"] = groups(walls.user, limits)
            with theirs:
                number = warm.fork(environment, self._request(room), [theirs.fileno(), *walls.fds])
            walls.entered(number)
            self._number = number
            self._watch = Watch(walls.processes, limits, walls.end)
            self._close.callback(self._watch.stop)
        except BaseException:
            self._close.close()
            raise

    def _request(self, room: dict) -> dict:
        return {"call": self.serves, "arguments": [{"socket": 0}], "room": room}

    def cpu_seconds(self) -> float:
        """Return the seconds of processor time that all its processes have used, as far as that can be known."""
        return self._watch.cpu()

    def allow(self, seconds: float) -> None:
        """Let its processes use so much processor time from now on, and end it if they use more; infinity ends that."""
        self._watch.allow(seconds)

    def memory_bytes(self) -> int:
        """Return the most memory that all its processes were seen to have at one time, beyond what they began with."""
        return self._watch.memory

    def killed_for(self) -> str:
        """Return why it was ended early: "memory", "processor time", or "" if it was not."""
        return self._watch.reason

    def is_there(self) -> bool:
        """Tell whether the learner's process, of which nothing was asked yet, has not ended."""
        ready = select.poll()
        ready.register(self.socket, select.POLLIN)
        return not ready.poll(0)

    def stay_on(self, core: int) -> None:
        """Let the learner's process, and all that it will start, run on one core.

        Parameters
        ----------
        core : int
            Its number.
        """
        with contextlib.suppress(OSError):  # it has ended
            for number in Path(f"/proc/{self._number}/task/{self._number}/children").read_text().split():
                os.sched_setaffinity(int(number), {core})

    def kill(self) -> None:
        """End all processes in it, and remove it."""
        self._close.close()

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
