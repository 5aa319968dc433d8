"""Asks a learner's process for the answers that one check needs."""

import functools
import marshal
import math
import time
from pathlib import Path
from typing import Any

from autograder.elsewhere import ThereError
from autograder.grading.job import Limits
from autograder.grading.processes import PATIENCE, EndedError, Process, seconds_left, told_end
from autograder.grading.wire import Frame
from autograder.outcome import Outcome

DEATHS_AT_MOST = 3
GIVEN = Path(__file__).parents[1] / "given"


class Caller:
    """Answers the calls of one check from a fresh copy of a learner's process, and from another if that one ends.

    Parameters
    ----------
    process : Process
        In which the cells have run. It is left as it is.
    limits : Limits
        How much all the calls together may use.
    until : float
        When the notebook's time is up, as ``time.monotonic`` counts.
    """

    def __init__(self, process: Process, limits: Limits, until: float = math.inf) -> None:
        self.process = process
        self.limits = limits
        self.until = min(until, time.monotonic() + PATIENCE * limits.wall)
        self.cpu = 0.0
        self.over: Outcome | None = None
        self.lost = False  # whether the process that forks is gone as well
        self.number = 0  # of the copy: objects of an earlier one are gone
        self._copy: Process | None = None
        self._furnished = False

    def ask(
        self,
        tree: dict[str, Any],
        buffers: list[Any] = (),
        *,
        number: int | None = None,
        given: bool = False,  # type: ignore[assignment]
    ) -> Frame:
        """Ask a copy.

        Parameters
        ----------
        tree, buffers
            The request.
        number : int, optional
            Which copy must be alive for it to make sense.
        given : bool
            Whether it names something of :mod:`autograder.given`, which is handed over then.

        Returns
        -------
        Frame
            The answer.

        Raises
        ------
        ThereError
            If there is none, with what is known of the reason.
        """
        if self.over:
            raise ThereError(self.over)
        if number is not None and (number != self.number or self._copy is None):
            raise ThereError(Outcome(raised="ProcessEnded: the process that held this object has ended."))
        copy = self._copy or self._fresh_copy()
        try:
            if given and not self._furnished:
                modules = _given()
                copy.ask({"op": "given", "names": [*modules]}, [*modules.values()], seconds=self._seconds())
                self._furnished = True
            frame = copy.ask(tree, buffers, seconds=self._seconds())
        except EndedError as error:
            raise ThereError(self._ended(error.why)) from None
        self._look_at(frame)
        return frame

    def _seconds(self) -> float:
        """Return how long to wait for an answer."""
        return seconds_left(self.until, self.limits)

    def _look_at(self, frame: Frame) -> None:
        """Look at an answer before it is handed on."""

    def _fresh_copy(self) -> Process:
        try:
            self._copy = self.process.fork(self.limits.cpu)
        except EndedError:
            raise ThereError(self._lose()) from None
        self.number += 1
        self._furnished = False
        return self._copy

    def _lose(self) -> Outcome:
        """Write down that the process that is copied does not answer either."""
        self.lost = True
        self.over = Outcome(raised="ProcessEnded: your code ended all processes that it could reach.")
        return self.over

    def _ended(self, why: str) -> Outcome:
        try:
            status, cpu = self.finish()
        except EndedError:
            return self._lose()
        outcome = Outcome(raised=told_end(why, status, cpu, self.limits))
        if outcome.raised.startswith("TimeoutError") or self.number >= DEATHS_AT_MOST:
            self.over = outcome
        return outcome

    def finish(self) -> tuple[int | None, float]:
        """End the copy, if there is one.

        Returns
        -------
        tuple
            As :meth:`Process.end`.
        """
        if self._copy is None:
            return None, 0.0
        copy, self._copy = self._copy, None
        status, cpu = self.process.end(copy)
        self.cpu += cpu
        return status, cpu


class CallerInside(Caller):
    """Answers from the process that all cells ran in, as at home: threads live on there, and a copy takes long to make.

    If that process ends because its time was up, that is the answer. If it ends otherwise, or has no memory left, it is
    lost: what an earlier cell or check left behind may be the reason, so this check is to be judged in a copy.

    Parameters
    ----------
    process, limits, until
        As for :class:`Caller`.
    parent : Process
        Which it was forked from.
    """

    def __init__(self, process: Process, limits: Limits, until: float, parent: Process) -> None:
        super().__init__(process, limits, until)
        self._parent, self._began = parent, 0.0

    def _look_at(self, frame: Frame) -> None:
        if str(frame.tree.get("raised")).startswith("MemoryError"):
            raise ThereError(self._lose())

    def _fresh_copy(self) -> Process:
        try:
            self._began = self._allowed()
        except EndedError as error:
            raise ThereError(self._ended(error.why)) from None
        self._copy, self.number = self.process, 1
        return self._copy

    def _allowed(self) -> float:
        """Allow the process as much time as a check may take, and return what it has used by now."""
        asked = {"op": "allow", "cpu": self.limits.cpu}
        used = self.process.ask(asked, seconds=self._seconds()).tree.get("used")
        return float(used) if isinstance(used, int | float) and 0 <= used < 1e9 else 0.0

    def _ended(self, why: str) -> Outcome:
        self._copy = None
        try:
            status, cpu = self._parent.end(self.process)
        except EndedError:
            return self._lose()
        self.cpu = max(0.0, cpu - self._began)
        told = told_end(why, status, self.cpu, self.limits)
        if not told.startswith("TimeoutError"):
            return self._lose()
        self.over = Outcome(raised=told)
        return self.over

    def finish(self) -> tuple[int | None, float]:
        """Leave the process as it is now."""
        if self._copy is not None:
            self._copy = None
            self.cpu = max(0.0, self._allowed() - self._began)
        return None, self.cpu


@functools.cache
def _given() -> dict[str, bytes]:
    """Compile what may be handed over; both processes run the same Python."""
    paths = {f"autograder.given.{path.stem}".removesuffix(".__init__"): path for path in sorted(GIVEN.glob("*.py"))}
    return {
        name: marshal.dumps(compile(path.read_text(encoding="utf-8"), f"<{name}>", "exec"))
        for name, path in paths.items()
    }
