"""Grade many notebooks side by side: workers, and what is done when one of them dies.

A worker supervises and judges; learners' code runs in rooms of its own. So a worker that dies says nothing about the
notebook: another one tries again, twice. Then the notebook is put aside for a person, and the class goes on.
"""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Protocol

from autograder.grading import warm
from autograder.grading.job import Job, Record
from autograder.grading.wire import Line, WireError

GRADE = "autograder.grading.spare.grade"
TRIES = 3
MARGIN = 60  # seconds beyond those of a notebook, after which a worker is taken for hung


class LostError(Exception):
    """A worker gave no record: it died, hung, or could not build what it needs."""


class QuarantinedError(Exception):
    """A notebook that no worker could grade; a person must look at it."""


class Farm(Protocol):
    """What grades jobs, here or elsewhere.

    Attributes
    ----------
    workers : int
        How many jobs are graded at a time.
    lost : int
        How many tries came to nothing so far.
    """

    workers: int
    lost: int

    def submit(self, job: Job) -> "Future[Record]":
        """Take a job; its future has the record, or a :class:`QuarantinedError`."""

    def close(self) -> None:
        """End all workers; what is not done by then is cancelled."""


class Worker:
    """One process that grades: forked from one that is warm, or started cold where there can be none.

    Parameters
    ----------
    function : str
        The dotted name of what makes a record of a job.

    Attributes
    ----------
    pid : int
        Its number.
    """

    def __init__(self, function: str) -> None:
        self._sock, there = socket.socketpair()
        self._line = Line(self._sock)
        with there:
            self._process = _forked(function, there) or _started(function, there)
        self.pid = self._process.pid

    def grade(self, job: Job) -> Record:
        """Have a job graded.

        Parameters
        ----------
        job : Job
            What is to be graded.

        Returns
        -------
        Record
            What came of it.

        Raises
        ------
        LostError
            If nothing came of it. The worker cannot be used any more.
        """
        seconds = job.limits.notebook + MARGIN
        end = time.monotonic() + seconds
        try:
            self._line.send({}, [json.dumps(job.to_json(), ensure_ascii=False).encode()])
            frame = self._line.receive(lambda: end - time.monotonic())
        except TimeoutError:
            raise LostError(f"a worker did not answer within {seconds} seconds") from None
        except (EOFError, OSError):
            raise LostError("a worker died") from None
        except WireError as error:
            raise LostError(f"a worker could not be understood: {error}") from None
        if "failed" in frame.tree:
            raise LostError(f"a worker could not grade: {frame.tree['failed']}")
        if frame.tree["key"] != job.key():
            raise LostError(
                "a worker judges by other code or packages than this process has: install the same there; or, if they "
                "were changed meanwhile, run this again"
            )
        return Record.from_json(json.loads(frame.buffers[0]))

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._sock.shutdown(socket.SHUT_RDWR)  # and not closed: another thread may be reading from it


class _Fork:
    """A process that is no child of this one, held by a descriptor: its number may be another's by now."""

    def __init__(self, pid: int) -> None:
        self.pid, self._held = pid, os.pidfd_open(pid)

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._held, signal.SIGKILL)

    def wait(self) -> None:
        select.select([self._held], [], [])

    def __del__(self) -> None:
        if hasattr(self, "_held"):
            os.close(self._held)


def _forked(function: str, there: socket.socket) -> _Fork | None:
    if not hasattr(os, "pidfd_open"):
        return None
    request = {"call": "autograder.grading.worker.serve", "arguments": [{"socket": 0}, function]}
    try:
        return _Fork(warm.fork("judge", request, [there.fileno()]))
    except (warm.ColdError, OSError):
        return None


def _started(function: str, there: socket.socket) -> subprocess.Popen:
    command = [sys.executable, "-m", "autograder.grading.worker", str(there.fileno()), function]
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, pass_fds=[there.fileno()], stdin=nothing, stdout=nothing, start_new_session=True)


@dataclass
class Tries:
    """How often a job was tried in vain, and why.

    Attributes
    ----------
    reasons : list of str
        One for each try.
    """

    reasons: list[str] = field(default_factory=list)

    def failed(self, reason: str) -> None:
        """Note a try in vain.

        Parameters
        ----------
        reason : str
            What happened.

        Raises
        ------
        QuarantinedError
            If it was the last.
        """
        self.reasons.append(reason)
        if len(self.reasons) == TRIES:
            told = "; ".join(dict.fromkeys(self.reasons))
            raise QuarantinedError(f"Tried {TRIES} times, and none came to an end: {told}. A person must look at it.")


class Local:
    """Worker processes on this machine.

    Parameters
    ----------
    function : str
        The dotted name of what makes a record of a job.
    workers : int
        How many; 0 is one for each core.
    """

    def __init__(self, function: str = GRADE, workers: int = 0) -> None:
        self.workers = workers or cores()
        self.lost = 0
        self._function = function
        self._closed = threading.Event()
        self._waiting: SimpleQueue[tuple[Job, Future[Record]] | None] = SimpleQueue()
        self._at_work: dict[int, Worker] = {}
        for number in range(self.workers):
            threading.Thread(target=self._work, args=(number,), daemon=True).start()

    def submit(self, job: Job) -> "Future[Record]":
        """Take a job."""
        future: Future[Record] = Future()
        self._waiting.put((job, future))
        return future

    def close(self) -> None:
        """End all workers."""
        self._closed.set()
        for _ in range(self.workers):
            self._waiting.put(None)
        for number in range(self.workers):
            self._end(number)

    def _work(self, number: int) -> None:
        with contextlib.suppress(OSError):  # it is met again with the first job
            self._worker(number)
        while (item := self._waiting.get()) is not None:
            job, future = item
            if self._closed.is_set():
                future.cancel()
            elif future.set_running_or_notify_cancel():
                try:
                    future.set_result(self._graded(number, job))
                except Exception as error:
                    future.set_exception(error)
        self._end(number)

    def _graded(self, number: int, job: Job) -> Record:
        tries = Tries()
        while True:
            try:
                return self._worker(number).grade(job)
            except (LostError, OSError) as error:
                if self._closed.is_set():
                    raise CancelledError from None
                self.lost += 1
                self._end(number)
                tries.failed(str(error))

    def _worker(self, number: int) -> Worker:
        if number not in self._at_work:
            self._at_work[number] = Worker(self._function)
        return self._at_work[number]

    def _end(self, number: int) -> None:
        worker = self._at_work.pop(number, None)
        if worker:
            worker.end()


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
