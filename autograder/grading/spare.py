"""A room in advance: while a worker grades in one, the next is made, and the last is torn down.

Making a room takes as long as running a notebook's cells, and most of that is waiting for the system.
"""

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from autograder.grading import grade as graded
from autograder.grading import linux
from autograder.grading.job import Job, Limits, Record
from autograder.grading.rooms import Room

UNUSED = 10  # seconds after which a room that nobody asked for is torn down


class Spare:
    """Makes rooms, and after each one another of the same kind.

    Parameters
    ----------
    make : callable
        Makes a room of an environment, limits and a tier.
    """

    def __init__(self, make: Callable[..., Any] = Room) -> None:
        self._make = make
        self._others = ThreadPoolExecutor(1, thread_name_prefix="rooms")
        self._asked: tuple[Any, ...] = ()
        self._next: Future[Any] | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(UNUSED, self.drop)

    @contextlib.contextmanager
    def __call__(self, environment: str, limits: Limits, tier: str) -> Iterator[Any]:
        """Give a room, until the end of a block.

        Parameters
        ----------
        environment, limits, tier
            As for :class:`autograder.grading.rooms.Room`.

        Yields
        ------
        Room
            One in which nothing has been done.

        Raises
        ------
        OSError
            If there can be none.
        """
        self._timer.cancel()
        room = self._taken(environment, limits, tier)
        self._next = self._others.submit(self._make, *self._asked)
        try:
            with _together(room):
                yield room
        finally:
            self._others.submit(room.kill)
            self._timer = threading.Timer(UNUSED, self.drop)
            self._timer.daemon = True
            self._timer.start()

    def drop(self) -> None:
        """Tear down what was made in advance."""
        if made := self._pop():
            with contextlib.suppress(OSError):
                made.result().kill()

    def _pop(self) -> "Future[Any] | None":
        with self._lock:  # the timer, which calls from a thread of its own, may have run out just now
            made, self._next = self._next, None
        return made

    def _taken(self, *asked: Any) -> Any:
        """Take the one that was made in advance, if it is of the kind that is asked for, and else a new one."""
        if asked == self._asked and (made := self._pop()):
            with contextlib.suppress(OSError):  # another try may do better, or tells why it cannot
                if (room := made.result()).is_there():
                    return room
                room.kill()
        self.drop()
        self._asked = asked
        return self._make(*asked)


@contextlib.contextmanager
def _together(room: Any) -> Iterator[None]:
    """Keep the judge and the learner's process on one core: they take turns, and to wake another core takes long."""
    if sys.platform != "linux":
        yield
        return
    with linux.on_one_core() as core:
        room.stay_on(core)
        yield


_SPARE = Spare()


def grade(job: Job) -> Record:
    """Grade a submission in rooms that were made in advance, as a worker does that has many to grade.

    Parameters
    ----------
    job : Job
        What is to be graded.

    Returns
    -------
    Record
        As :func:`autograder.grading.grade.grade`.
    """
    return graded.grade(job, _SPARE)
