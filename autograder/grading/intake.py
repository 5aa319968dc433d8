"""Look through a folder that was handed in before nbgrader copies from it.

nbgrader copies whatever lies beside a notebook, and follows links while it does. So what is no ordinary file of an
ordinary name and size is set aside first: moved, unread, into a folder of its own, where a person can look at it.
"""

import contextlib
import itertools
import os
import stat
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from pathlib import Path, PurePath

from nbgrader.utils import parse_utc

from autograder.grading.files import is_name, shown_name

FILES_AT_MOST = 200
BYTES_AT_MOST = 20_000_000
TIMESTAMP, TIME_AT_MOST = "timestamp.txt", 100  # nbgrader's; characters of it
SUBMITTED, RELEASED, ASIDE = "submitted", "release", "set_aside"


def set_aside(folder: Path, aside: Path, given: Collection[str] = ()) -> tuple[str, ...]:
    """Move what must not be copied out of a folder; notebooks stay, since nbgrader copies none of them.

    Parameters
    ----------
    folder : pathlib.Path
        What a learner handed in.
    aside : pathlib.Path
        Where it goes; made if it is needed.
    given : collection of str
        Names of files that were given out.

    Returns
    -------
    tuple of str
        A sentence to the learner for each thing that was moved.
    """
    remarks = []
    for path, reason in looked_at(folder, given):
        if reason:
            if not remarks:
                _keep_apart(aside)
            name = path.relative_to(folder)
            target = aside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
            remarks.append(f"{shown_name(str(name))} was set aside and not used: {reason}.")
    return tuple(remarks)


def _keep_apart(aside: Path) -> None:
    """Rename what is left of an earlier hand-in: a link in it could lead what is moved to anywhere."""
    if os.path.lexists(aside):
        names = (aside.with_name(f"{aside.name}.before-{number}") for number in itertools.count(1))
        aside.rename(next(name for name in names if not os.path.lexists(name)))


def looked_at(folder: Path, given: Collection[str] = ()) -> Iterator[tuple[Path, str]]:
    """Look at all but notebooks in a folder, and open none of it but the time at which it was handed in.

    Parameters
    ----------
    folder : pathlib.Path
        What a learner handed in.
    given : collection of str
        Names of files that were given out.

    Yields
    ------
    tuple of pathlib.Path and str
        Where it lies, and why it must not be copied: an empty text, if it may. When all else has been moved away, those
        that may still may.
    """
    files, size = 0, 0
    folders = {parent.as_posix() for name in given for parent in PurePath(name).parents}
    for path in sorted(contents(folder)):
        if path.suffix == ".ipynb":
            continue
        found, name = path.lstat(), path.relative_to(folder)
        files, size = files + 1, size + found.st_size
        in_the_way = name.as_posix() in folders or any(parent.as_posix() in given for parent in name.parents)
        odd = _reason(found) or _too_much(files, size) or _about_name(name.as_posix(), in_the_way)
        yield path, odd or ("" if name.as_posix() != TIMESTAMP or _is_time(path) else "it holds no time")


def _is_time(path: Path) -> bool:
    """Tell whether nbgrader can read when the work was handed in; it fails on what is no time."""
    written = path.read_bytes()[: TIME_AT_MOST + 1]
    try:
        return len(written) <= TIME_AT_MOST and (not written.strip() or bool(parse_utc(written.decode().strip())))
    except Exception:  # what reads it raises more than what it says
        return False


def _about_name(name: str, in_the_way: bool) -> str:
    if not is_name(name):
        return "its name is no text"
    return "what was given out has a folder for a file there, or a file for a folder" if in_the_way else ""


def _too_much(files: int, size: int) -> str:
    if files > FILES_AT_MOST:
        return f"more than {FILES_AT_MOST} files were handed in"
    return f"the files have more than {BYTES_AT_MOST / 1e6:g} million bytes" if size > BYTES_AT_MOST else ""


def contents(folder: Path) -> Iterator[Path]:
    """Yield all that is no folder, without following links; a link to a folder is one of them.

    Parameters
    ----------
    folder : pathlib.Path
        It may be missing.

    Yields
    ------
    pathlib.Path
        Files, links, pipes and the like, at any depth.
    """
    waiting = [folder]  # and no os.walk, which in older Pythons gives up on very deep folders
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                else:
                    yield Path(entry.path)


def _reason(found: os.stat_result) -> str:
    if stat.S_ISLNK(found.st_mode):
        return "it is a link to another file"
    if not stat.S_ISREG(found.st_mode):
        return "it is no ordinary file"
    return "it is a second name of another file (a hard link)" if found.st_nlink > 1 else ""


def handed_in_as(path: Path) -> Path:
    """Find a notebook that was handed in, under its own name or under one that a browser or a person made of it.

    Parameters
    ----------
    path : pathlib.Path
        Where it should lie.

    Returns
    -------
    pathlib.Path
        Where it lies: the file itself if it is there, else the notebook beside it whose name is most like it, the
        newest of several; or the only one there is. If none can be meant, the path as it is.
    """
    if os.path.lexists(path):
        return path
    released = {other.name for other in (path.parents[3] / RELEASED / path.parent.name).glob("*.ipynb")}
    others = [other for other in path.parent.glob("*.ipynb") if other.name not in released]
    if len(others) == 1 and len(released) <= 1:
        return others[0]
    named = [other for other in others if _is_like(other.stem, path.stem)]
    return max(named, key=lambda other: (_likeness(other.stem, path.stem), other.lstat().st_mtime), default=path)


def not_graded(path: Path, used: Path) -> list[str]:
    """Return the names of files that may have been meant: other notebooks, or all files where there is no notebook.

    Parameters
    ----------
    path : pathlib.Path
        Where a notebook should lie.
    used : pathlib.Path
        What :func:`handed_in_as` found in its place.

    Returns
    -------
    list of str
        Names, sorted, without those of files that were given out.
    """
    released = {other.name for other in (path.parents[3] / RELEASED / path.parent.name).glob("*")}
    others = path.parent.glob("*.ipynb") if os.path.lexists(used) else contents(path.parent)
    expected = {used.name, *released, TIMESTAMP}
    return sorted(shown_name(other.name) for other in others if other.name not in expected)


def _is_like(name: str, wanted: str) -> bool:
    return wanted.casefold() in name.casefold() or _likeness(name, wanted) > 0.8


def _likeness(name: str, wanted: str) -> float:
    return SequenceMatcher(None, name.casefold(), wanted.casefold()).ratio()


def before_grading(assignment: str, student: str, notebooks: list[str]) -> None:  # noqa: ARG001 (nbgrader passes all three)
    """Prepare one submission: ``c.Autograde.pre_convert_hook``. nbgrader calls it in the course's folder.

    Parameters
    ----------
    assignment : str
        Its name.
    student : str
        Who, or ``"*"``.
    notebooks : list of str
        The notebooks that were found. Changed in place: those that were released, whatever was found.
    """
    folder = Path(notebooks[0]).parent
    given_out = Path(RELEASED) / assignment
    given = (path.relative_to(given_out).as_posix() for path in contents(given_out) if path.suffix != ".ipynb")
    set_aside(folder, aside_of(folder), {*given})
    released = sorted(path.name for path in given_out.glob("*.ipynb"))
    if released:
        notebooks[:] = [str(folder / name) for name in released]


def aside_of(folder: Path) -> Path:
    """Return where things from a folder are set aside: in the course's folder, by student and assignment.

    Parameters
    ----------
    folder : pathlib.Path
        ``…/submitted/STUDENT/ASSIGNMENT``.

    Returns
    -------
    pathlib.Path
        ``…/set_aside/STUDENT/ASSIGNMENT``.
    """
    return folder.parents[2] / ASIDE / folder.parent.name / folder.name
