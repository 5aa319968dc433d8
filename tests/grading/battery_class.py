"""A class that hands in the battery: made in a temporary course, graded by the command, and looked at from outside."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.course import make_course
from autograder.grading.key import key_file
from autograder.grading.rooms import TIERS
from tests.grading.battery import ASSIGNMENTS, Tried, cell_id, master
from tests.grading.inside import OTHER_USER, as_another_user
from tests.grading.outside import Servers, seen

ROOT = Path(__file__).parents[2]
LIMITS = {"notebook": 60, "memory": 512 << 20, "disk": 64 << 20}


@dataclass(repr=False)
class Class:
    """A class that was graded, and what was seen outside of its rooms before and after."""

    course: Path
    tier: str
    tried: tuple[Tried, ...]
    secrets: tuple[str, ...] = ()
    scores: dict[str, dict[str, float | None]] = field(default_factory=dict)
    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)
    visits: list[str] = field(default_factory=list)

    def graded(self, tried: Tried) -> NotebookNode:
        path = self.course / "autograded" / tried.student / tried.assignment / f"{tried.assignment}.ipynb"
        return nbformat.read(path, as_version=4)


def can_run(tried: Tried, tier: str) -> str:
    """Return why a submission cannot be run here, or an empty text."""
    if tried.assignment == "networks" and find_spec("torch") is None:
        return "torch is not installed"
    needed = tried.declared("HOLDS_FROM", "limits")
    return f"it takes {needed} to stop it" if TIERS.index(tier) > TIERS.index(needed) else ""


def wrong(done: Class, tried: Tried) -> dict[str, tuple[float | None, int]]:
    """Return what was given and what is right, for each exercise where they differ."""
    differ, forgiven = {}, tried.declared("MAY_LOSE", ())
    for exercise, right in tried.earns.items():
        got = done.scores[tried.student].get(exercise)
        if got is None or got > right or (got < right and exercise not in forgiven):
            differ[exercise] = (got, right)
    return differ


@contextmanager
def a_class(tier: str, tried: tuple[Tried, ...], *, cpu: int = 2) -> Iterator[Class]:
    """Make a course in a folder of its own, hand everything in that can be run, and grade it.

    `cpu` are seconds of the processor for each cell and each check; by the clock they are three times as many.
    """
    with tempfile.TemporaryDirectory(prefix="battery-") as folder:  # pytest's own are closed to other users
        yield grade(Path(folder), tier, tried, cpu)


def grade(folder: Path, tier: str, tried: tuple[Tried, ...], cpu: int) -> Class:
    """Do all that :func:`a_class` does in a folder that is there."""
    course, home, secret = folder / "course", folder / "home", f"secret-{secrets.token_hex(8)}"
    runnable = tuple(one for one in tried if not can_run(one, tier))
    with Servers() as servers:
        _make(course, home, secret, LIMITS | {"cpu": cpu, "wall": 3 * cpu})
        known = {"COURSE": course, "HOME": home, "REPOSITORY": ROOT, "SECRET": secret, "CPU": cpu}
        for one in runnable:
            one.hand_in(course, {name: str(value) for name, value in (known | servers.places).items()})
        done = Class(course, tier, runnable, (secret, key_file(course).read_text().strip()))
        kept = (home, key_file(course), *(course / name for name in ("source", "release", "nbgrader_config.py")))
        done.before = seen(folder, *kept)
        _grade(folder, tier, sorted({one.assignment for one in runnable}), secret)
        done.after, done.visits = seen(folder, *kept), servers.visits
    done.scores = {one.student: _scores(course, one) for one in runnable}
    return done


def _make(course: Path, home: Path, secret: str, limits: dict[str, int]) -> None:
    """Make the course, with a secret wherever learners may look for one."""
    make_course(course)
    home.mkdir()
    (course.parent / "cache").mkdir()
    (home / "secret-key").write_text(secret)
    with (course / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f"\nc.Grading.limits = {limits}\n")
    for assignment in ASSIGNMENTS:
        (course / "source" / assignment).mkdir()
        notebook = master(assignment)
        solution = next(cell for cell in notebook.cells if cell.id.endswith("-solution"))
        solution.source = solution.source.replace("### END", f"# {secret}\n    ### END")
        nbformat.write(notebook, course / "source" / assignment / f"{assignment}.ipynb")
        _run(_as_oneself, course, {}, "nbgrader", "generate_assignment", assignment)
    _run(_as_oneself, course, {}, "nbgrader", "db", "student", "add", "absent", f"--last-name={secret}")


def _grade(folder: Path, tier: str, assignments: list[str], secret: str) -> None:
    """Grade by the command; rooms that need no superuser are made by somebody who is none."""
    start = _as_oneself
    if tier == "user-namespaces" and os.geteuid() == 0:
        start = as_another_user
        folder.chmod(0o755)
        subprocess.run(["chown", "-R", str(OTHER_USER), folder], check=True)
    variables = {"HOME": str(folder / "home"), "XDG_CACHE_HOME": str(folder / "cache"), "BATTERY_SECRET": secret}
    for assignment in assignments:
        command = ("autograder.grading", "run", assignment, "--tier", tier, "--trust-students")
        _run(start, folder / "course", variables, *command)


def _run(start: Callable, course: Path, variables: dict[str, str], *arguments: str) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    known = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **variables}
    done = start(sys.executable, "-m", *arguments, cwd=course, env=known, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _as_oneself(*command: str, **options: object) -> subprocess.CompletedProcess:
    return subprocess.run(command, text=True, **options)


def _scores(course: Path, tried: Tried) -> dict[str, float | None]:
    """Return the points of each exercise; none of it, where there is no grade, or a person must give it."""
    from nbgrader.api import Gradebook, MissingEntry

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        try:
            notebook = gradebook.find_submission_notebook(tried.assignment, tried.assignment, tried.student)
        except MissingEntry:
            return {}
        given = {grade.name: grade.score for grade in notebook.grades if not grade.needs_manual_grade}
    return {exercise: given.get(cell_id(exercise, "check")) for exercise in ASSIGNMENTS[tried.assignment]}
