"""Keep records in the course's folder, so that nothing is graded twice, and a run that was cut off goes on.

They lie beside the key, since they hold learners' work as submissions do, and since each is sealed with the key: who
can write there without having the key can at most make a notebook be graded again.
"""

import hashlib
import hmac
import json
import os
from pathlib import Path

from autograder.grading.job import Job, Record, versions
from autograder.grading.key import FOLDER, seal

BYTES_AT_MOST = 64 << 20


class Cache:
    """Records by what was graded.

    A file holds the record of one job, and beside each verdict the name of all that determined it. So where an exercise
    was changed since, only its own verdict is lost.

    Parameters
    ----------
    course : pathlib.Path
        The course's folder.
    key : bytes
        The course's key.
    """

    def __init__(self, course: Path, key: bytes) -> None:
        self._folder = course / FOLDER / "records"
        self._key = key

    def find(self, job: Job) -> Record | None:
        """Return what is known of a job.

        Parameters
        ----------
        job : Job
            What is to be graded.

        Returns
        -------
        Record or None
            The record, with those of its verdicts that still hold; None, if there is none that can be trusted.
        """
        name = _name(job)
        try:
            with self._path(name).open("rb") as file:
                told, body = file.read(BYTES_AT_MOST).split(b"\n", 1)
            if not hmac.compare_digest(told, self._seal(name, body)):
                return None
        except (OSError, ValueError):
            return None
        data = json.loads(body)
        known = data.pop("determined by")
        holds = {cell.id for cell in job.cells if cell.role == "check" and known.get(cell.id) == job.key_of(cell)}
        data["verdicts"] = {name: verdict for name, verdict in data["verdicts"].items() if name in holds}
        return Record.from_json(data)

    def keep(self, job: Job, record: Record) -> None:
        """Write a record down, at once or not at all.

        Parameters
        ----------
        job : Job
            What was graded.
        record : Record
            All that came of it.

        Raises
        ------
        OSError
            If nothing can be written.
        """
        name = _name(job)
        known = {cell.id: job.key_of(cell) for cell in job.cells if cell.role == "check"}
        body = json.dumps({**record.to_json(), "determined by": known}).encode()
        path = self._path(name)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(self._seal(name, body) + b"\n" + body)
        unfinished.replace(path)

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / f"{name}.json"

    def _seal(self, name: str, body: bytes) -> bytes:
        return seal(self._key, "record", f"{name}\n".encode() + body).hex().encode()


def _name(job: Job) -> str:
    """Return a name for all that is graded, and for the engine, but not for the exercises: those may change."""
    told = json.dumps([job.determining(), versions(frozenset())], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
