"""What is graded and what came of it, as plain data that can be sent anywhere, kept, and compared.

A :class:`Job` holds all that determines a verdict, so that its key tells whether an earlier one still holds. A
:class:`Record` has two halves: the verdicts, which are the same on every run, and what happened on the way to them.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from platform import python_version
from typing import Any

from autograder.grading.files import File

ENGINE = Path(__file__).parents[1]
# Files that bring work to the judge, or show what came of it, and that no verdict hangs on.
NO_PART = {
    *("__main__", "ahead", "beside", "cache", "cluster", "course", "demo_class", "desk", "exports", "farm"),
    *("feedback", "inert", "intake", "nbgrader_config", "page", "plugins", "progress", "replay", "round", "settings"),
    *("spare", "walk", "worker"),
}
PACKAGES = ("numpy", "torch", "matplotlib", "IPython", "tqdm")


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much a submission may use.

    Attributes
    ----------
    cpu : int
        Seconds of processor time: of one cell, and of all calls that one check makes together.
    wall : int
        Seconds by the clock for the same; only what waits, or a starved machine, meets this before `cpu`.
    notebook : int
        Seconds by the clock for a whole notebook.
    memory : int
        Bytes beyond those of the warm process: of each process, and of all of them together.
    processes : int
        Processes and threads at one time.
    file_size : int
        Bytes of one file.
    disk : int
        Bytes of all files.
    output : int
        Bytes of what one cell shows; all of them together may show eight times as much.
    """

    cpu: int = 60
    wall: int = 300
    notebook: int = 1800
    memory: int = 1 << 30
    processes: int = 64
    file_size: int = 64 << 20
    disk: int = 256 << 20
    output: int = 2 << 20


@dataclass(frozen=True)
class Check:
    """One judgement that a check cell asks for.

    Attributes
    ----------
    exercise : str
        Such as ``"xcorr2d"``.
    name : str
        The learner's name for the function.
    seed : int
        From which the drawn cases come.
    """

    exercise: str
    name: str
    seed: int


@dataclass(frozen=True)
class JobCell:
    """A code cell.

    Attributes
    ----------
    id : str
        Its name in the notebook.
    role : str
        "given" for what was given out, "solution", "added" for the learner's own, "check" for what is graded.
    source : str
        Its text. That of a check cell is not run, if it asks for judgements.
    checks : tuple of Check
        What a check cell asks for. If it is empty, the cell is graded by whether it raises.
    """

    id: str
    role: str
    source: str
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Job:
    """One notebook to grade.

    Attributes
    ----------
    cells : tuple of JobCell
        Its code cells in order.
    environment : str
        "numpy" or "torch": which packages the learner's code finds.
    limits : Limits
        How much it may use.
    tier : str
        How it is kept apart: one of :data:`autograder.grading.rooms.TIERS`.
    files : tuple of File
        What lies beside the notebook.
    """

    cells: tuple[JobCell, ...]
    environment: str
    limits: Limits
    tier: str
    files: tuple[File, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as what JSON can hold."""
        return {**self.determining(), "files": [file.to_json() for file in self.files]}

    def determining(self) -> dict[str, Any]:
        """Return what the verdicts hang on, as what JSON can hold: of each file a hash."""
        return {**asdict(replace(self, files=())), "files": [file.digest for file in self.files]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Job":
        """Make one of what :meth:`to_json` returned."""
        cells = (
            JobCell(**{**cell, "checks": tuple(Check(**check) for check in cell["checks"])}) for cell in data["cells"]
        )
        files = tuple(File.from_json(file) for file in data["files"])
        return cls(tuple(cells), data["environment"], Limits(**data["limits"]), data["tier"], files)

    def key(self) -> str:
        """Return a name for all that determines the verdicts: the job, exercises, engine, packages."""
        exercises = {check.exercise for cell in self.cells for check in cell.checks}
        return _hash([self.determining(), versions(frozenset(exercises))])

    def without(self, known: Mapping[str, "Verdict"]) -> "Job":
        """Return the job that is left when some check cells have been judged already."""
        return replace(self, cells=tuple(cell for cell in self.cells if cell.id not in known))

    def key_of(self, cell: JobCell) -> str:
        """Return a name for all that determines the verdict of one check cell: what runs before it, and its own.

        Parameters
        ----------
        cell : JobCell
            One of this job's.

        Returns
        -------
        str
            A hash.
        """
        before = []
        for other in self.cells:
            if other.id == cell.id:
                break
            if other.role != "check":
                before.append(other.source)
        files = [file.digest for file in self.files]
        own = [asdict(cell), before, files, self.environment, asdict(self.limits), self.tier]
        return _hash([own, versions(frozenset(check.exercise for check in cell.checks))])


@dataclass(frozen=True)
class Verdict:
    """What a check cell earned, the same on every run.

    Attributes
    ----------
    reports : tuple of dict
        A report for each judgement, as the fields of :class:`autograder.Report`.
    earned, possible : int
        Points, as the exercises count them.
    """

    reports: tuple[dict[str, Any], ...]
    earned: int
    possible: int


@dataclass(frozen=True)
class Record:
    """What came of a job.

    Attributes
    ----------
    verdicts : dict of str to Verdict
        By the name of the check cell.
    outputs : dict of str to list
        What the other cells showed, as nbformat has it, by the name of the cell.
    log : dict
        How it went: time, memory, tier, worker. It differs from run to run and is no part of the verdicts.
    """

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    outputs: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    log: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return it as what JSON can hold."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Record":
        """Make one of what :meth:`to_json` returned."""
        verdicts = {
            name: Verdict(tuple(verdict["reports"]), verdict["earned"], verdict["possible"])
            for name, verdict in data["verdicts"].items()
        }
        return cls(verdicts, dict(data["outputs"]), dict(data["log"]))

    def digest(self) -> str:
        """Return a name for the verdicts alone."""
        return _hash({name: asdict(verdict) for name, verdict in self.verdicts.items()})


def _hash(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


@cache
def versions(exercises: frozenset[str]) -> tuple[str, ...]:
    """Name the code that judges: the engine, each exercise with the files of its chapter, Python and the packages.

    Parameters
    ----------
    exercises : frozenset of str
        Which exercises are asked for.

    Returns
    -------
    tuple of str
        Hashes.
    """
    return (_engine(), *(_exercise(name) for name in sorted(exercises)), _packages())


@cache
def _engine() -> str:
    files = [*ENGINE.glob("*.py"), *ENGINE.glob("given/*.py"), *ENGINE.glob("grading/*.py")]
    return _of_files([path for path in files if path.stem not in NO_PART])


def _exercise(name: str) -> str:
    """Hash its own file, and what the exercises of its chapter share: files that begin with an underscore."""
    own = sorted(ENGINE.glob(f"exercises/ch*/{name}.py"))
    shared = [path for file in own for path in file.parent.glob("_*.py")]
    return _of_files([*own, *shared, *(ENGINE.parent / "helpers").glob("*.py")])


def _of_files(paths: list[Path]) -> str:
    return _hash([[path.name, path.read_text(encoding="utf-8")] for path in sorted(paths)])


@cache
def _packages() -> str:
    """Hash what the learner's code and the judge compute with; what else is installed changes no verdict."""
    found = [f"{name} {version(name)}" for name in PACKAGES if find_spec(name)]
    return _hash([python_version(), *found])
