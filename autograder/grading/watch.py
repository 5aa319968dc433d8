"""Who watches a room: adds up what its processes use, and ends it if that is too much.

The system limits each process; what all of them use together it counts only where there are control groups.
"""

import contextlib
import math
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from autograder.grading.job import Limits

EVERY = 0.1  # seconds
SELDOM = 5  # how many of these times are let pass
CELLS = 20  # a room may use so many times the processor time of one cell


class _Seen(NamedTuple):
    """What a process has used: seconds, of its own and of its children that ended, and bytes that it has in memory."""

    name: tuple[str, str]
    own: float
    children: float
    memory: int


class Watch:
    """Watches until it is stopped.

    Parameters
    ----------
    processes : callable
        Yields the place in /proc of each process that is in the room at this time.
    limits : Limits
        How much all may use.
    end : callable
        Ends the room's processes.

    Attributes
    ----------
    memory : int
        The most bytes that all were seen to have at one time, beyond what they were forked with.
    reason : str
        Why the room was ended, or "".
    """

    def __init__(self, processes: Callable[[], Iterable[Path]], limits: Limits, end: Callable[[], None]) -> None:
        self.memory, self.reason = 0, ""
        self._processes, self._limits, self._end = processes, limits, end
        self._own: dict[tuple[str, str], float] = {}
        self._cpu = 0.0
        self._looks = 0
        self._most = math.inf
        self._inherited = 0
        self._inherited = max((seen.memory for seen in self._look()), default=0)
        self._lock, self._stop = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def cpu(self) -> float:
        """Return the seconds of processor time that all have used by now."""
        with self._lock:
            if not self._stop.is_set():
                self._add(self._look())
            return self._cpu

    def allow(self, seconds: float) -> None:
        """Let all use so much processor time from now on, and no more until the next such word.

        Parameters
        ----------
        seconds : float
            Infinity for as much as a room may use at all.
        """
        self._most = self._cpu + seconds

    def stop(self) -> None:
        """Look for the last time."""
        self.cpu()
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(EVERY):
            with self._lock:
                reason = self._too_much()
            if reason:
                self.reason = self.reason or reason
                self._end()

    def _too_much(self) -> str:
        seen = self._look()
        self._add(seen)
        if self._cpu > min(self._most, CELLS * self._limits.cpu):
            return "processor time"
        counted, beyond = sum(process.memory for process in seen), self._beyond(seen)
        if counted <= self._limits.memory:
            return ""
        # What a fork shares with its parent was counted twice. To count it once takes ten milliseconds and more, so it
        # is done at once only where much is new, and else now and then: what was shared can be written to.
        self._looks += 1
        if beyond <= self._limits.memory // 4 and self._looks % SELDOM:
            return ""
        return "memory" if sum(map(_share, self._processes())) > self._limits.memory else ""

    def _beyond(self, seen: list[_Seen]) -> int:
        return sum(max(0, process.memory - self._inherited) for process in seen)

    def _add(self, seen: list[_Seen]) -> None:
        """Keep the larger of two counts that both miss something: children nobody waited for, and short lives."""
        self._own.update((process.name, process.own) for process in seen)
        living = sum(process.own + process.children for process in seen)
        self._cpu = max(self._cpu, living, sum(self._own.values()))
        self.memory = max(self.memory, self._beyond(seen))

    def _look(self) -> list[_Seen]:
        seen = []
        with contextlib.suppress(OSError):
            for place in self._processes():
                with contextlib.suppress(OSError, IndexError):  # it has ended meanwhile
                    seen.append(_look_at(place))
        return seen


def _look_at(place: Path) -> _Seen:
    # The name of the program stands in parentheses, and can have any in it.
    values = (place / "stat").read_text(errors="replace").rpartition(")")[2].split()
    tick = os.sysconf("SC_CLK_TCK")
    own, children = (sum(map(int, pair)) / tick for pair in (values[11:13], values[13:15]))
    return _Seen((place.name, values[19]), own, children, _kilobytes(place / "status", ("RssAnon:", "RssShmem:")))


def _share(place: Path) -> int:
    """Return the bytes of a process's memory, where what n processes share counts one n-th for each."""
    share = 0
    with contextlib.suppress(OSError):
        share = _kilobytes(place / "smaps_rollup", ("Pss_Anon:", "Pss_Shmem:"))
    with contextlib.suppress(OSError):  # older kernels do not tell, and a process can hide it: then all of it counts
        return share or _look_at(place).memory
    return share


def _kilobytes(file: Path, names: tuple[str, ...]) -> int:
    lines = (line.split() for line in file.read_text().splitlines())
    return sum(int(words[1]) << 10 for words in lines if words and words[0] in names)
