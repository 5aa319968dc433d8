"""The same farm on a Dask cluster: ``--scheduler tcp://…`` names its scheduler.

Each of Dask's workers has a judging process of its own, as on this machine: one that dies or hangs takes no Dask worker
with it, so Dask does not suspect whatever else was sent there. What Dask carries is JSON. Who can reach a scheduler can
run anything on it: let it listen to a private network, or with TLS.
"""

import json
import threading
from concurrent.futures import Future
from typing import Any
from uuid import uuid4

from autograder.grading.farm import GRADE, LostError, QuarantinedError, Tries, Worker
from autograder.grading.job import Job, Record

SECONDS_TO_CONNECT = 20
_here = threading.local()


class Cluster:
    """The workers of a Dask scheduler.

    Parameters
    ----------
    address : str
        The scheduler's, such as ``"tcp://10.0.0.1:8786"``.
    function : str
        The dotted name of what makes a record of a job.

    Raises
    ------
    OSError
        If there is no scheduler at that address.
    """

    def __init__(self, address: str, function: str = GRADE) -> None:
        from distributed import Client

        try:
            self._client = Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        except (TypeError, ValueError) as error:  # an address that is none, or TLS without certificates on this side
            raise OSError(f"The Dask scheduler {address} cannot be used: {error}") from None
        self.workers = max(1, sum(self._client.nthreads().values()))
        self.lost = 0
        self._function = function
        self._sent: dict[str, Any] = {}  # Dask forgets a task that nobody holds

    def submit(self, job: Job) -> "Future[Record]":
        """Take a job."""
        future: Future[Record] = Future()
        self._try(job, future, Tries())
        return future

    def close(self) -> None:
        """Leave the cluster; what was sent there is forgotten."""
        self._sent.clear()
        self._client.close()

    def _try(self, job: Job, future: "Future[Record]", tries: Tries) -> None:
        name = f"grading-{uuid4()}"
        sent = self._client.submit(grade_there, self._function, json.dumps(job.to_json()), key=name, retries=0)
        self._sent[name] = sent
        sent.add_done_callback(lambda done: self._done(job, future, tries, self._sent.pop(name, done)))

    def _done(self, job: Job, future: "Future[Record]", tries: Tries, sent: Any) -> None:
        if sent.status == "cancelled":
            future.cancel()
        elif sent.status == "finished":
            future.set_result(Record.from_json(json.loads(sent.result())))
        else:
            self.lost += 1
            try:
                tries.failed(str(sent.exception()))
                self._try(job, future, tries)
            except Exception as error:
                future.set_exception(error if isinstance(error, QuarantinedError) else QuarantinedError(str(error)))


def grade_there(function: str, text: str) -> str:
    """Grade a job on a worker of the cluster: Dask calls this there.

    Parameters
    ----------
    function : str
        The dotted name of what makes a record of a job.
    text : str
        The job, as JSON.

    Returns
    -------
    str
        The record, as JSON.

    Raises
    ------
    LostError
        If nothing came of it.
    """
    if getattr(_here, "function", None) != function:
        _here.function, _here.worker = function, Worker(function)
    try:
        return json.dumps(_here.worker.grade(Job.from_json(json.loads(text))).to_json())
    except LostError:
        _here.worker.end()
        _here.function = None
        raise
