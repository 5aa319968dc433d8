"""The processes that a learner's code runs in, as the judge has hold of them."""

import contextlib
import signal
import socket
import time
from collections.abc import Callable
from typing import Any

from autograder.grading.job import Limits
from autograder.grading.wire import Frame, Line, WireError

SECONDS_TO_FORK = 10
SOON = 0.5  # seconds after which an answer is late enough to look whether the machine is busy
STARVED = 0.02  # a process that got so little of the clock's time, and not less, is not waiting: the machine is full
PATIENCE = 3  # how many times as long a starved process is waited for
LEAST = 0.05


class EndedError(Exception):
    """A learner's process does not answer any more.

    Attributes
    ----------
    why : str
        "slow", if it did not answer in time, else "gone".
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Patience:
    """Time to wait, by the clock; longer, once, if it turns out that the machine had no time for the room."""

    def __init__(self, seconds: float, used: Callable[[], float]) -> None:
        self.seconds, self.used = seconds, used
        self.end, self.extended = time.monotonic() + seconds, False
        self.soon, self.at_first = self.end - seconds + SOON, 0.0

    def left(self) -> float:
        """Return the seconds that are left, or until the room's use of processor time is to be looked at first."""
        now = time.monotonic()
        if self.soon and now < min(self.soon, self.end):
            return min(self.soon, self.end) - now
        if self.soon:  # most answers have come by now, so few are worth this look
            self.soon, self.at_first = 0.0, self.used()
        left = self.end - now
        if left <= 0 and not self.extended and self.used() - self.at_first > STARVED * self.seconds:
            self.extended = True
            self.end += (PATIENCE - 1) * self.seconds
            left = self.end - time.monotonic()
        return left


class Process:
    """One process of a learner's.

    Parameters
    ----------
    sock : socket.socket
        A connection to it.
    pid : int
        Its number in the room, as the process tells that it was forked from.
    used : callable
        Tells the seconds of processor time that the room has used by now.
    """

    def __init__(self, sock: socket.socket, pid: int = 0, *, used: Callable[[], float] = lambda: 0.0) -> None:
        self.line = Line(sock)
        self.pid = pid
        self.used = used

    def ask(self, tree: dict[str, Any], buffers: list[Any] = (), *, seconds: float, descriptor: int = -1) -> Frame:  # type: ignore[assignment]
        """Ask for one thing, and wait for the answer.

        Parameters
        ----------
        tree : dict
            The request.
        buffers : list
            What it refers to.
        seconds : float
            How long to wait, by the clock.
        descriptor : int
            A file descriptor to hand over, or −1 for none. None is ever taken.

        Returns
        -------
        Frame
            The answer, of which nothing is believed.

        Raises
        ------
        EndedError
            If there is none.
        """
        try:
            self.line.patience = seconds
            self.line.send(tree, buffers, descriptor)
            return self.line.receive(_Patience(seconds, self.used).left)
        except TimeoutError:
            raise EndedError("slow") from None
        except (OSError, EOFError, WireError):
            raise EndedError("gone") from None

    def fork(self, cpu: int) -> "Process":
        """Let it make a copy of itself, which has a connection of its own.

        Parameters
        ----------
        cpu : int
            Seconds of processor time that the copy may use.

        Returns
        -------
        Process
            The copy.

        Raises
        ------
        EndedError
            If it does not.
        """
        here, there = socket.socketpair()  # made on this side: what the other side made it could still change
        try:
            with there:
                asked = {"op": "fork", "cpu": cpu}
                pid = self.ask(asked, seconds=SECONDS_TO_FORK, descriptor=there.fileno()).tree.get("pid")
            if not isinstance(pid, int):
                raise EndedError("gone")
        except EndedError:
            here.close()
            raise
        return Process(here, pid, used=self.used)

    def end(self, child: "Process") -> tuple[int | None, float]:
        """Kill a copy that it made.

        Parameters
        ----------
        child : Process
            The copy.

        Returns
        -------
        tuple
            The status that it ended with, None if that is not known, and the seconds of processor time that it used.

        Raises
        ------
        EndedError
            If it does not answer.
        """
        child.close()
        tree = self.ask({"op": "end", "pid": child.pid}, seconds=SECONDS_TO_FORK).tree
        status, cpu = tree.get("status"), tree.get("cpu")
        return (
            status if isinstance(status, int) else None,
            float(cpu) if isinstance(cpu, int | float) and 0 <= cpu < 1e9 else 0.0,
        )

    def close(self) -> None:
        """Hang up; the process ends by itself if it still listens."""
        self.line.sock.close()


def seconds_left(until: float, limits: Limits) -> float:
    """Return how long to wait for one answer, so that even if the machine is starved the wait ends in time.

    Parameters
    ----------
    until : float
        When all has to be over, as ``time.monotonic`` counts.
    limits : Limits
        Of which `wall` is the most for one answer.

    Returns
    -------
    float
        Seconds: more than 0, so that an answer that is there is read.
    """
    return min(limits.wall, max(LEAST, (until - time.monotonic()) / PATIENCE))


def told_end(why: str, status: int | None, cpu: float, limits: Limits) -> str:
    """Tell why a process ended, as an error is told.

    Parameters
    ----------
    why : str
        "slow" or "gone".
    status : int, optional
        What it ended with, as the system counts.
    cpu : float
        Seconds of processor time that it used.
    limits : Limits
        What it was allowed.

    Returns
    -------
    str
        ``"TimeoutError: …"`` or ``"ProcessEnded: …"``.
    """
    number = None if status is None else status & 0x7F
    if number == signal.SIGXCPU or cpu >= limits.cpu:
        return f"TimeoutError: it did not end within {limits.cpu} seconds of processor time."
    if why == "slow":
        return f"TimeoutError: it did not end within {limits.wall} seconds by the clock. Does it wait for something?"
    if not number:
        return "ProcessEnded: your code ended the process that it ran in."
    with contextlib.suppress(ValueError):
        return f"ProcessEnded: the process that your code ran in was ended by {signal.Signals(number).name}."
    return "ProcessEnded: the process that your code ran in was ended."
