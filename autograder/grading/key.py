"""The course's key: what nobody but the instructor has, and what the hidden cases are drawn from.

Whoever knows the key can work out everybody's hidden cases, and forge kept results. So it lies in the course's folder
and never in this repository, and only its owner may read it.
"""

import hashlib
import hmac
import json
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from autograder.grading.files import File
from autograder.grading.job import JobCell

FOLDER = ".grading"  # in the course's folder: nbgrader neither releases it nor puts it into feedback
BYTES = 32
SEED_BYTES = 5  # a number of at most 13 digits, which a learner can type


class KeyFileError(Exception):
    """The course's key is not there, or is none that can be used."""


def key_file(course: Path) -> Path:
    """Return where a course keeps its key."""
    return course / FOLDER / "key"


def make_key(course: Path) -> bool:
    """Make a course's key, unless it has one: another key would draw other hidden cases.

    Parameters
    ----------
    course : pathlib.Path
        The course's folder.

    Returns
    -------
    bool
        Whether one was made.
    """
    path = key_file(course)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(BYTES) + "\n")
    return True


def read_key(course: Path) -> bytes:
    """Read a course's key.

    Parameters
    ----------
    course : pathlib.Path
        The course's folder.

    Returns
    -------
    bytes
        The key.

    Raises
    ------
    KeyFileError
        If there is none, if it is no key, or if others may read it.
    """
    path = key_file(course)
    try:
        with path.open(encoding="ascii") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            text = file.read(4 * BYTES)
    except FileNotFoundError:
        raise KeyFileError(
            f"{path} is missing: the course's key, from which hidden cases are drawn. Put it back from a copy; or, if "
            f"there never was one, run: python -m autograder.course {course}"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise KeyFileError(f"{path} cannot be read: {error}. Put the course's key back from a copy.") from None
    if os.name == "posix" and mode & 0o077:
        raise KeyFileError(
            f"{path} can be read by others (mode {mode:o}), who could then work out the hidden cases. "
            f"Run: chmod 600 {path}"
        )
    return _decoded(path, text)


def _decoded(path: Path, text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != BYTES:
        raise KeyFileError(f"{path} holds no key of {BYTES} bytes in hexadecimal. Put it back from a copy.")
    return key


def seed_for(key: bytes, assignment: str, exercise: str, student: str, attempt: str) -> int:
    """Return the seed of a learner's hidden cases: nobody can tell it beforehand, and it is the same on every run.

    Parameters
    ----------
    key : bytes
        The course's.
    assignment, exercise, student : str
        Their names.
    attempt : str
        What was handed in, by :func:`attempt_of`: other work gets other cases.

    Returns
    -------
    int
        At least 0.

    Examples
    --------
    >>> seed_for(bytes(32), "02_convolution", "xcorr2d", "ada", "") < 2**40
    True
    """
    asked = json.dumps([assignment, exercise, student, attempt]).encode()
    return int.from_bytes(seal(key, "seed", asked)[:SEED_BYTES], "big")


def seal(key: bytes, purpose: str, data: bytes) -> bytes:
    """Return what only who has the key can make of data.

    Parameters
    ----------
    key : bytes
        The course's.
    purpose : str
        What was made for one is of no use for another.
    data : bytes
        What is sealed.

    Returns
    -------
    bytes
        32 of them.
    """
    return hmac.digest(key, purpose.encode() + b"\0" + data, "sha256")


def attempt_of(cells: Iterable[JobCell], files: Iterable[File] = ()) -> str:
    """Return a name for what is the learner's in a notebook, and for what lies beside it.

    Parameters
    ----------
    cells : iterable of JobCell
        All code cells; those that were given out are left aside.
    files : iterable of File
        What lies beside.

    Returns
    -------
    str
        A hash.
    """
    own = [[cell.id, cell.source] for cell in cells if cell.role in ("solution", "added")]
    told = json.dumps(own + [file.digest for file in files])
    return hashlib.sha256(told.encode()).hexdigest()
