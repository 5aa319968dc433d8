"""How far the grading is: one line that is written over, or a new line now and then where there is no terminal."""

import sys
import threading
import time
from collections.abc import Callable
from typing import TextIO

SECONDS, SECONDS_A_LINE = 0.25, 10.0


Counts = tuple[int, int, int, int, int]


class Progress:
    """Tells how far it is, until its end.

    Parameters
    ----------
    counts : callable
        Returns what :func:`line` takes, up to the seconds; or None as long as nothing is known.
    to : file
        Where it is written; where errors are told, if it is left out.
    """

    def __init__(self, counts: Callable[[], Counts | None], to: TextIO | None = None) -> None:
        self._counts, self._to = counts, to or sys.stderr
        self._began = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._tell, daemon=True)

    def __enter__(self) -> "Progress":
        """Begin to tell."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Tell how it ended."""
        self._ended.set()
        self._thread.join()
        counts = self._counts()
        if counts and counts[0]:
            self._write(line(*counts, time.monotonic() - self._began), "\n")

    def _tell(self) -> None:
        terminal = self._to.isatty()
        while not self._ended.wait(SECONDS if terminal else SECONDS_A_LINE):
            counts = self._counts()
            if counts:
                self._write(line(*counts, time.monotonic() - self._began), "" if terminal else "\n")

    def _write(self, text: str, end: str) -> None:
        # The cursor goes back, so that a warning is written over the line, and not behind it.
        self._to.write((f"\r\033[K{text}\r" if self._to.isatty() else text) + end)
        self._to.flush()


def line(total: int, done: int, ahead: int, again: int, person: int, seconds: float) -> str:
    """Say it.

    Parameters
    ----------
    total, done, ahead, again, person : int
        How many notebooks there are, and how many of them are in the gradebook, will be as soon as nbgrader comes to
        them, were tried again, and need a person.
    seconds : float
        Since the beginning.

    Returns
    -------
    str
        One line.

    Examples
    --------
    >>> line(60, 20, 11, 1, 0, 4.0)
    '20 of 60 notebooks graded (5.0 a second, 8 s left), 11 ahead, 1 tried again, 0 need a person'
    """
    pace = done / seconds if seconds else 0.0
    left = f", {(total - done) / pace:.0f} s left" if 0 < done < total else ""
    waiting = f", {ahead} ahead" if ahead else ""
    told = f"{done} of {total} notebooks graded ({pace:.1f} a second{left}){waiting}"
    return f"{told}, {again} tried again, {person} need a person"
