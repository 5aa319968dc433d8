"""Grade one submission: run its cells in a room, judge what they define, and write down what came of it.

The judge sits here and never runs a learner's code. At first all cells run in one process, as in a kernel, and checks
are judged in it: it takes least time, and is as at home. If that process ends, the submission is taken up again in
another room. What has used up its time is left out there, and a check in which the process ended otherwise is judged in
a copy of it. If a cell ended it otherwise, or if it ends again and again, each cell and each check has a copy from then
on: one that has to be killed is dropped, and the rest goes on. If the whole room has to go, the cell that it was lost
in is left out.
"""

import contextlib
import math
import time
from collections.abc import Callable
from typing import Any

from autograder.grading.caller import Caller, CallerInside
from autograder.grading.files import is_name
from autograder.grading.job import Check, Job, JobCell, Limits, Record, Verdict
from autograder.grading.judging import failure, hands_over, judged, unjudged, verdict
from autograder.grading.processes import EndedError, Process, seconds_left, told_end
from autograder.grading.rooms import Room
from autograder.grading.shown import Shown
from autograder.grading.watch import CELLS
from autograder.report import Report

HOPES, ROOMS_AT_MOST = 3, 6  # so many rooms without a copy for each cell, and in all
MARGIN = 2  # seconds of processor time, of which a process is told to end by itself


def grade(job: Job, room: Callable[..., Any] = Room) -> Record:
    """Grade a submission.

    Parameters
    ----------
    job : Job
        What is to be graded.
    room : callable
        Makes the room that it runs in.

    Returns
    -------
    Record
        What came of it. Nothing is raised for what a learner did.

    Raises
    ------
    OSError
        If no room can be had: that is nobody's fault who handed in.
    """
    return _Grading(job, room).record()


class _AgainError(Exception):
    """The process that all cells run in is gone: begin anew, with a copy for each or without."""

    def __init__(self, *, careful: bool) -> None:
        super().__init__()
        self.careful = careful


class _RoomLostError(Exception):
    """The whole room is gone, or has to go."""

    def __init__(self, cell: str) -> None:
        super().__init__(cell)
        self.cell = cell


class _Grading:
    """All that is known of a submission while it is graded."""

    def __init__(self, job: Job, room: Callable[..., Any]) -> None:
        self.job, self.room = job, room
        self.ended = time.monotonic() + job.limits.notebook
        self.careful = False
        self.apart: set[str] = set()  # checks in which the process that all cells run in ended
        self.lost: dict[str, str] = {}  # cells in which a room was lost, and why
        self.verdicts: dict[str, Verdict] = {}
        self.outputs: dict[str, list[dict[str, Any]]] = {}
        self.cpu: dict[str, float] = {}
        self.log: dict[str, Any] = {"tier": job.tier, "memory": 0, "rooms": 0}

    def record(self) -> Record:
        """Grade it, in as many rooms as it needs."""
        began = time.monotonic()
        while self.log["rooms"] < ROOMS_AT_MOST:
            self.log["rooms"] += 1
            self.shown = Shown(self.job.limits.output)
            with self.room(self.job.environment, self.job.limits, self.job.tier) as room:
                try:
                    self._run(room)
                    break
                except _AgainError as error:
                    self.careful = error.careful or self.log["rooms"] >= HOPES
                except _RoomLostError as error:
                    self.careful = True
                    self.lost[error.cell] = _told_lost(room.killed_for(), self.job.limits)
                finally:
                    room.cpu_seconds()  # a last look, which sees the memory as well
                    self.log["memory"] = max(self.log["memory"], room.memory_bytes())
        for cell in self.job.cells:
            if cell.role == "check" and cell.id not in self.verdicts:
                self.verdicts[cell.id] = unjudged(cell, self.lost.get(cell.id, TOO_OFTEN))
        self.log |= {"seconds": round(time.monotonic() - began, 3), "cpu": self.cpu}
        return Record(self.verdicts, self.outputs, self.log)

    def _run(self, room: Any) -> None:
        process = self._started(room)
        last = ""  # the cell that made the process what it is
        later: list[tuple[Process, JobCell, str]] = []
        to_run = [place for place, cell in enumerate(self.job.cells) if not cell.checks]
        for place, cell in enumerate(self.job.cells):
            if not self.careful:  # the process itself can be deaf to the end of its time
                room.allow(max(1, len(cell.checks)) * self.job.limits.cpu + MARGIN)
            if self._is_left_out(cell):
                continue
            if cell.checks and hands_over(cell):
                will_change = any(other > place for other in to_run)
                later.append((self._copy(process, last) if will_change else process, cell, last))
            elif cell.checks:
                self._judge(process, cell, last)
            else:
                copy = self._run_cell(process, cell, last or cell.id)
                if copy is not process:
                    if process is not self.first:  # the first one's end would be the end of the room
                        process.close()
                    process, last = copy, cell.id
        room.allow(math.inf)
        for copy, cell, last in later:  # the last ones, so that what is handed over can be kept for no other
            self._judge(copy, cell, last)
            if copy is not process:
                copy.close()

    def _started(self, room: Any) -> Process:
        """Return the process to begin in: with care the first, to be copied for each cell, else one copy for all."""
        self.first = self._first(room)
        if self.careful:
            return self.first
        # Each cell, and each check, is given its time when it comes.
        return self._copy(self.first, self.job.cells[0].id, cpu=CELLS * self.job.limits.cpu)

    def _is_left_out(self, cell: JobCell) -> bool:
        """Tell whether a cell is judged already, or is neither run nor judged, and write down why."""
        if cell.checks and cell.id in self.verdicts:
            return True
        if cell.id in self.lost:
            self._lose(cell, self.lost[cell.id])
            return True
        if time.monotonic() > self.ended:
            self._lose(cell, f"TimeoutError: the notebook took more than {self.job.limits.notebook} seconds.")
            return True
        return False

    def _first(self, room: Any) -> Process:
        """Return the room's first process, which has run nothing of the learner's; the files lie in their places."""
        process = Process(room.socket, used=room.cpu_seconds)
        for file in self.job.files:
            if is_name(file.name):
                asked = {"op": "write", "name": file.name}
                try:
                    process.ask(asked, [file.content], seconds=self.job.limits.wall)
                except EndedError:
                    raise OSError(f"a room was lost while {file.name} was written") from None
        return process

    def _run_cell(self, process: Process, cell: JobCell, last: str) -> Process:
        """Run a cell in a copy of the process, and return the copy; or the process itself, if the copy ended."""
        limits, is_check = self.job.limits, cell.role == "check"
        inside = self._is_judged_inside(cell) if is_check else not self.careful
        copy = process if inside else self._copy(process, last)
        asked = {"op": "run", "source": cell.source, "output": limits.output} | ({"cpu": limits.cpu} if inside else {})
        try:
            frame = copy.ask(asked, seconds=seconds_left(self.ended, limits))
        except EndedError as error:
            if inside:
                raise self._ended_inside(process, cell, error.why) from None
            self._lose(cell, told_end(error.why, self._end(process, copy, cell), self.cpu[cell.id], limits))
            return process
        self.outputs[cell.id] = outputs = self.shown.clean(frame.tree.get("outputs"))
        if _is_out_of_memory(outputs) and not self._breathes(copy):
            if inside:
                raise _AgainError(careful=True)
            self._end(process, copy, cell)  # what it keeps would leave nothing for the cells that follow
            return process
        if is_check:
            self.verdicts[cell.id] = Verdict((), int(not _has_raised(outputs)), 1)
            if not inside:
                self._end(process, copy, cell)
        return process if is_check else copy

    def _is_judged_inside(self, cell: JobCell) -> bool:
        """Tell whether a check is judged in the process that all cells run in."""
        return not self.careful and cell.id not in self.apart and not hands_over(cell)

    def _ended_inside(self, process: Process, cell: JobCell, why: str) -> _AgainError:
        """Leave a cell out from now on, if it has used up its time; if not, an earlier one may be the reason."""
        with contextlib.suppress(EndedError):
            status, _ = self.first.end(process)
            told = told_end(why, status, 0.0, self.job.limits)
            if told.startswith("TimeoutError"):
                self.lost[cell.id] = told
        return _AgainError(careful=cell.id not in self.lost)

    def _copy(self, process: Process, last: str, *, cpu: int = 0) -> Process:
        try:
            return process.fork(cpu or self.job.limits.cpu)
        except EndedError:
            raise _RoomLostError(last) from None

    def _breathes(self, copy: Process) -> bool:
        with contextlib.suppress(EndedError):
            asked = {"op": "breathe", "bytes": self.job.limits.memory // 4}
            return copy.ask(asked, seconds=self.job.limits.wall).tree.get("breathes") is True
        return False

    def _end(self, process: Process, copy: Process, cell: JobCell) -> int | None:
        try:
            status, self.cpu[cell.id] = process.end(copy)
        except EndedError:
            raise _RoomLostError(cell.id) from None
        return status

    def _judge(self, process: Process, cell: JobCell, last: str) -> None:
        reports, cpu = [], 0.0
        inside = self._is_judged_inside(cell)
        for check in cell.checks:
            limits = self.job.limits
            given = (process, limits, self.ended)
            caller = CallerInside(*given, self.first) if inside else Caller(*given)
            reports += self._judged(caller, cell, check)
            try:
                caller.finish()
            except EndedError:
                caller.lost = True
            if caller.lost and inside:
                self.apart.add(cell.id)
            if caller.lost and not self.careful:
                raise _AgainError(careful=not inside)
            if caller.lost:  # if it made no copy at all, that is what an earlier cell left behind
                raise _RoomLostError(cell.id if caller.number else last or cell.id)
            cpu += caller.cpu
        self.cpu[cell.id] = round(cpu, 3)
        self.verdicts[cell.id] = verdict(reports) if len(reports) == len(cell.checks) else OPEN
        timed_out = caller.over is not None and caller.over.raised.startswith("TimeoutError")
        if timed_out and (inside or self.log["rooms"] < ROOMS_AT_MOST):  # the process ended, or left others behind
            raise _AgainError(careful=self.careful)

    def _judged(self, caller: Caller, cell: JobCell, check: Check) -> list[Report]:
        """Judge one check: no report comes of it, if the judge itself fails, and the rest of the notebook goes on."""
        try:
            return [judged(caller, check, failure(check.name, self.job.cells, self.outputs))]
        except OSError:
            raise
        except Exception as error:
            self.log.setdefault("faults", {})[cell.id] = f"{type(error).__name__}: {error}"
            return []

    def _lose(self, cell: JobCell, reason: str) -> None:
        """Write down that a cell has no result, and why."""
        if cell.role == "check":
            self.verdicts[cell.id] = unjudged(cell, reason)
        if cell.role != "check" or not cell.checks:
            name, _, text = reason.partition(": ")
            self.outputs[cell.id] = [{"output_type": "error", "ename": name, "evalue": text, "traceback": [reason]}]


OPEN = Verdict((), 0, 0)  # of no points that could be earned: a person gives them
TOO_OFTEN = f"ProcessEnded: the rooms that this notebook ran in were lost {ROOMS_AT_MOST} times."


def _told_lost(killed_for: str, limits: Limits) -> str:
    if killed_for == "memory":
        return f"MemoryError: more than {limits.memory / 1e6:,.0f} million bytes were used."
    if killed_for:
        return f"ProcessEnded: all processes of this notebook were ended, since they used too much {killed_for}."
    return "ProcessEnded: your code ended all processes that it could reach."


def _has_raised(outputs: list[dict[str, Any]]) -> bool:
    return any(output["output_type"] == "error" for output in outputs)


def _is_out_of_memory(outputs: list[dict[str, Any]]) -> bool:
    return any("MemoryError" in output.get("ename", "") for output in outputs)
