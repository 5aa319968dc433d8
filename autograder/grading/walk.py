"""What nbgrader will walk over: who handed in what, what it is built from, and what was graded to the end already.

nbgrader takes a submission for graded as soon as its folder in ``autograded/`` is there, also when it was cut off in
the middle. So a notebook that was graded to the end carries a mark, which tells what was handed in, too.
"""

import hashlib
import json
import re
import stat
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from glob import glob
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import rmtree

from autograder.grading.beside import Beside, beside, handed_in
from autograder.grading.intake import handed_in_as
from autograder.grading.reading import BYTES_AT_MOST, read_submission
from autograder.grading.rebuild import Rebuilt, rebuild

METADATA = "cnn_by_hand"  # of a graded notebook: the mark, and how the grading went
MARK = "handed_in"


@dataclass(frozen=True)
class Place:
    """A notebook of a submission.

    Attributes
    ----------
    student, assignment, notebook : str
        Their names.
    """

    student: str
    assignment: str
    notebook: str

    def path(self, coursedir: CourseDirectory, step: str) -> Path:
        """Return where it lies in one of nbgrader's folders, such as ``coursedir.submitted_directory``."""
        return Path(coursedir.format_path(step, self.student, self.assignment)) / f"{self.notebook}.ipynb"


def released_file(coursedir: CourseDirectory, assignment: str, notebook: str) -> Path:
    """Return where the released notebook lies.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
        The course's folders.
    assignment, notebook : str
        Their names.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    FileNotFoundError
        If the assignment was never released: there is nothing to build from.
    """
    path = Place(".", assignment, notebook).path(coursedir, coursedir.release_directory)
    if not path.is_file():
        raise FileNotFoundError(_unreleased(path, assignment))
    return path


def _unreleased(path: Path | str, assignment: str) -> str:
    return f"{path} is missing: the notebook to grade is built from it. Run: nbgrader generate_assignment {assignment}"


def rebuilt(coursedir: CourseDirectory, place: Place) -> Rebuilt:
    """Read what was handed in, and build the notebook to grade.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
        The course's folders.
    place : Place
        Which one.

    Returns
    -------
    Rebuilt
        The notebook, and what was odd.
    """
    released = released_file(coursedir, place.assignment, place.notebook)
    submitted = handed_in_as(place.path(coursedir, coursedir.submitted_directory))
    return rebuild(_read(released, released.stat().st_mtime_ns), read_submission(submitted))


def beside_of(coursedir: CourseDirectory, place: Place, theirs: Collection[str] = ()) -> Beside:
    """Find what lies beside a notebook, as nbgrader would copy it.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
        The course's folders.
    place : Place
        Which one.
    theirs : collection of str
        Names of released files that learners are to change.

    Returns
    -------
    Beside
        The files, and what was left out.
    """
    own = place.path(coursedir, coursedir.submitted_directory).parent
    released = released_file(coursedir, place.assignment, place.notebook).parent
    return beside(own, released, ignored=coursedir.ignore, theirs=theirs)


@lru_cache(maxsize=16)
def _read(path: Path, written: int) -> NotebookNode:  # noqa: ARG001 (a file that was written anew is read anew)
    return nbformat.read(path, as_version=4)


def add_empty(converter: Autograde) -> None:
    """Have nbgrader walk over folders without a notebook, too: it leaves them out, without a grade or a word.

    Parameters
    ----------
    converter : nbgrader.converters.Autograde
        Before it walks; what it walks over is changed.

    Raises
    ------
    FileNotFoundError
        If the assignment was never released.
    """
    coursedir = converter.coursedir
    names = _released(coursedir)
    if not names:
        folder = coursedir.format_path(coursedir.release_directory, ".", coursedir.assignment_id)
        raise FileNotFoundError(_unreleased(folder, coursedir.assignment_id))
    pattern = coursedir.format_path(coursedir.submitted_directory, coursedir.student_id, coursedir.assignment_id)
    for folder in glob(pattern):
        converter.assignments.setdefault(folder, [str(Path(folder, f"{name}.ipynb")) for name in names])


def to_grade(converter: Autograde) -> list[Place]:
    """Return what nbgrader will grade, in its order; what was cut off is cleared away, so that it is graded again.

    Parameters
    ----------
    converter : nbgrader.converters.Autograde
        Before it walks.

    Returns
    -------
    list of Place
        What was graded to the end already is left out, unless all is to be graded again.
    """
    coursedir = converter.coursedir
    excluded = coursedir.student_id_exclude.split(",")
    found = []
    for folder in sorted(converter.assignments):
        student = _student(coursedir, folder)
        places = [Place(student, coursedir.assignment_id, name) for name in _released(coursedir)]
        if student in excluded:
            continue
        if all(_is_finished(coursedir, place) for place in places):
            found += places if converter.force else []
            continue
        found += places
        unfinished = coursedir.format_path(coursedir.autograded_directory, student, coursedir.assignment_id)
        if Path(unfinished).exists():
            rmtree(unfinished)
    return found


def _student(coursedir: CourseDirectory, folder: str) -> str:
    pattern = coursedir.format_path(
        coursedir.submitted_directory, "(?P<student>.*)", coursedir.assignment_id, escape=True
    )
    return re.match(pattern, folder)["student"]


def _released(coursedir: CourseDirectory) -> list[str]:
    folder = Path(coursedir.format_path(coursedir.release_directory, ".", coursedir.assignment_id))
    return sorted(path.stem for path in folder.glob("*.ipynb"))


def mark(coursedir: CourseDirectory, place: Place) -> list[int | str]:
    """Return what tells one hand-in from the next: what the file holds, so that the same one is no other later.

    Parameters
    ----------
    coursedir : nbgrader.coursedir.CourseDirectory
        The course's folders.
    place : Place
        Which one.

    Returns
    -------
    list
        Its size, and a hash; another one, if files were handed in beside it.
    """
    path = handed_in_as(place.path(coursedir, coursedir.submitted_directory))
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > BYTES_AT_MOST:  # it is not read for its grade either
            return [found.st_size, found.st_mtime_ns]
        files = Beside(handed_in(path.parent, ignored=coursedir.ignore), ()).read()
        more = [hashlib.sha256("".join(file.digest for file in files).encode()).hexdigest()] if files else []
        return [found.st_size, hashlib.sha256(path.read_bytes()).hexdigest(), *more]
    except OSError:
        return []


def set_mark(notebook: NotebookNode, handed_in: list[int | str], log: dict[str, Any]) -> None:
    """Note in a notebook that it was graded to the end.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        It is changed in place.
    handed_in : list
        What :func:`mark` told.
    log : dict
        How the grading went.
    """
    notebook.metadata[METADATA] = nbformat.from_dict({MARK: handed_in, "log": log})


def _is_finished(coursedir: CourseDirectory, place: Place) -> bool:
    path = place.path(coursedir, coursedir.autograded_directory)
    try:
        told = json.loads(path.read_bytes())["metadata"][METADATA][MARK]
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return told == mark(coursedir, place)
