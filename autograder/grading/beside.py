"""What lies beside a notebook and goes into the room with it, so that a cell finds it where it did at home.

It is what nbgrader copies: what was handed in, and over it what was given out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from autograder.grading.files import File, is_name
from autograder.grading.intake import BYTES_AT_MOST, contents, looked_at

LEFT_OUT = ("*.ipynb", "timestamp.txt")  # in the second, nbgrader keeps when the work was handed in
TOLD_AT_MOST = 10


@dataclass(frozen=True)
class Beside:
    """The files, not read yet.

    Attributes
    ----------
    paths : dict of str to pathlib.Path
        Where each lies now, by its name in the room.
    remarks : tuple of str
        What was left out, in sentences to the learner.
    """

    paths: dict[str, Path]
    remarks: tuple[str, ...]

    def read(self) -> tuple[File, ...]:
        """Read them all, in the order of their names."""
        return tuple(File(name, path.read_bytes()) for name, path in sorted(self.paths.items()))


def beside(own: Path, released: Path, *, ignored: Sequence[str], theirs: Collection[str] = ()) -> Beside:
    """Find the files beside a notebook.

    Parameters
    ----------
    own : pathlib.Path
        The folder that was handed in.
    released : pathlib.Path
        The folder that was given out.
    ignored : sequence of str
        Patterns of names that nbgrader leaves out.
    theirs : collection of str
        Names of released files that learners are to change: theirs are used.

    Returns
    -------
    Beside
        All files, or as many as may go into a room, those that were given out first.
    """
    given = _named(released, (path for path in contents(released) if path.is_file()), ignored)
    mine = handed_in(own, ignored=ignored, given=given)
    found = given | {name: path for name, path in mine.items() if name not in given or name in theirs}
    left, kept = BYTES_AT_MOST, {}
    for name, path in found.items():
        if path.stat().st_size <= left:
            left -= path.stat().st_size
            kept[name] = path
    return Beside(kept, _told([name for name in found if name not in kept]))


def handed_in(own: Path, *, ignored: Sequence[str], given: Collection[str] = ()) -> dict[str, Path]:
    """Find the files that were handed in beside a notebook, without what is set aside.

    Parameters
    ----------
    own : pathlib.Path
        The folder that was handed in.
    ignored : sequence of str
        Patterns of names that nbgrader leaves out.
    given : collection of str
        Names of files that were given out.

    Returns
    -------
    dict of str to pathlib.Path
        Where each lies, by its name as seen from the notebook.
    """
    return _named(own, (path for path, reason in looked_at(own, given) if not reason), ignored)


def _named(folder: Path, paths: Iterable[Path], ignored: Sequence[str]) -> dict[str, Path]:
    inside = {path.relative_to(folder): path for path in sorted(paths)}
    patterns = (*LEFT_OUT, *ignored)
    return {
        name.as_posix(): path
        for name, path in inside.items()
        if is_name(name.as_posix()) and not any(fnmatch(part, pattern) for part in name.parts for pattern in patterns)
    }


def _told(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    named = ", ".join(names[:TOLD_AT_MOST]) + " …" * (len(names) > TOLD_AT_MOST)
    return (f"Not used: {named}. The files beside the notebook have more than {BYTES_AT_MOST / 1e6:g} MB.",)
