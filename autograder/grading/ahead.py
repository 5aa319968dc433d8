"""Grade the submissions that nbgrader will come to, while it is still busy with others.

A record is written to the cache as soon as it is there, and forgotten: so a class of any size takes the same memory,
and one notebook that takes long holds up nobody but itself.
"""

import threading
from collections.abc import Iterable
from concurrent.futures import CancelledError, Future
from logging import Logger

from autograder.grading.cache import Cache
from autograder.grading.farm import Farm, QuarantinedError
from autograder.grading.job import Job, Record

JOBS_A_WORKER = 3  # at a time with the farm: enough that no worker waits for its next one


class Ahead:
    """Records of jobs, mostly before they are asked for.

    Parameters
    ----------
    farm : Farm
        What grades.
    cache : Cache
        What is known already.
    jobs : iterable of Job
        A guess at what will be asked for, in its order. It is read in another thread.
    log : logging.Logger
        Takes warnings.
    """

    def __init__(self, farm: Farm, cache: Cache, jobs: Iterable[Job], log: Logger) -> None:
        self.done = 0
        self.quarantined: dict[str, str] = {}
        self.farm = farm
        self._cache, self._log = cache, log
        self._closed = False
        self._lock = threading.RLock()
        self._running: dict[str, Future[Record]] = {}
        self._room = threading.Semaphore(JOBS_A_WORKER * farm.workers)
        threading.Thread(target=self._walk, args=(iter(jobs),), daemon=True).start()

    def record(self, job: Job) -> Record:
        """Return what came of a job; wait for it, if need be.

        Parameters
        ----------
        job : Job
            What nbgrader has come to.

        Returns
        -------
        Record
            What came of it.

        Raises
        ------
        QuarantinedError
            If no worker could grade it.
        """
        return self._future(job).result()

    def close(self) -> None:
        """Look ahead no more."""
        self._closed = True
        self._room.release()

    def _walk(self, jobs: Iterable[Job]) -> None:
        for job in jobs:
            self._room.acquire()
            if self._closed:
                return
            self._future(job).add_done_callback(self._make_room)

    def _make_room(self, future: "Future[Record]") -> None:
        self.done += not future.cancelled()
        self._room.release()

    def _future(self, job: Job) -> "Future[Record]":
        name = job.key()
        with self._lock:
            if name in self._running:
                return self._running[name]
            future: Future[Record] = Future()
            if name in self.quarantined:
                future.set_exception(QuarantinedError(self.quarantined[name]))
                return future
            known = self._cache.find(job)
            missing = job.without(known.verdicts if known else {})
            if known and not any(cell.role == "check" for cell in missing.cells):
                future.set_result(known)
                return future
            self._running[name] = future
        self._submit(missing).add_done_callback(lambda graded: self._settle(job, known, graded, future))
        return future

    def _submit(self, job: Job) -> "Future[Record]":
        try:
            return self.farm.submit(job)
        except Exception as error:  # the connection to a cluster can break at any moment
            broken: Future[Record] = Future()
            broken.set_exception(QuarantinedError(f"It could not be sent to a worker: {error}"))
            return broken

    def _settle(self, job: Job, known: Record | None, graded: "Future[Record]", future: "Future[Record]") -> None:
        """Pass on what came of what was missing, joined with what was known."""
        try:
            record = _joined(known, graded.result())
            self._keep(job, record)
            future.set_result(record)
        except CancelledError:
            future.cancel()
        except Exception as error:
            if isinstance(error, QuarantinedError):
                self.quarantined[job.key()] = str(error)
            future.set_exception(error)
        finally:
            with self._lock:
                self._running.pop(job.key(), None)

    def _keep(self, job: Job, record: Record) -> None:
        try:
            self._cache.keep(job, record)
        except OSError as error:
            self._log.warning("A record could not be kept, so it will be made again when it is needed: %s", error)


def _joined(known: Record | None, new: Record) -> Record:
    """Join what was known with what was missing: what else there is to tell is told by the run of all of it."""
    if known is None or not known.verdicts:
        return new
    cpu = {**known.log.get("cpu", {}), **new.log.get("cpu", {})}
    return Record({**known.verdicts, **new.verdicts}, known.outputs, {**known.log, "cpu": cpu})
