"""Look through a folder that was handed in before nbgrader copies from it.

nbgrader copies whatever lies beside a notebook, and follows links while it does. So what is no ordinary file of an
ordinary size is set aside first: moved, unread, into a folder of its own, where a person can look at it.
"""

import os
import stat
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

FILES_AT_MOST = 200
BYTES_AT_MOST = 20_000_000
SUBMITTED, RELEASED, ASIDE = "submitted", "release", "set_aside"


def set_aside(folder: Path, aside: Path) -> tuple[str, ...]:
    """Move what must not be copied out of a folder; notebooks stay, since nbgrader copies none of them.

    Parameters
    ----------
    folder : pathlib.Path
        What a learner handed in.
    aside : pathlib.Path
        Where it goes; made if it is needed.

    Returns
    -------
    tuple of str
        A sentence to the learner for each thing that was moved.
    """
    remarks, files, size = [], 0, 0
    for path in sorted(contents(folder)):
        if path.suffix == ".ipynb":
            continue
        found = path.lstat()
        files, size = files + 1, size + found.st_size
        reason = _reason(found) or _too_much(files, size)
        if reason:
            target = aside / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, target)
            remarks.append(f"{path.relative_to(folder)} was set aside and not used: {reason}.")
    return tuple(remarks)


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
    for place, folders, files in os.walk(folder, followlinks=False):
        yield from (Path(place) / name for name in files)
        yield from (Path(place) / name for name in folders if (Path(place) / name).is_symlink())


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
    set_aside(folder, aside_of(folder))
    released = sorted(path.name for path in (Path(RELEASED) / assignment).glob("*.ipynb"))
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
