"""A file that lies beside a notebook, such as a module or a table, on its way into the room."""

import base64
import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath


@dataclass(frozen=True)
class File:
    """A file.

    Attributes
    ----------
    name : str
        Where it lies, as seen from the notebook.
    content : bytes
        What it holds.
    """

    name: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        """A name for both."""
        return hashlib.sha256(self.name.encode() + b"\0" + self.content).hexdigest()

    def to_json(self) -> list[str]:
        """Return it as what JSON can hold."""
        return [self.name, base64.b64encode(self.content).decode()]

    @classmethod
    def from_json(cls, data: Sequence[str]) -> "File":
        """Make one of what :meth:`to_json` returned."""
        return cls(data[0], base64.b64decode(data[1]))


def is_name(name: str) -> bool:
    r"""Tell whether a file may be written under a name: below the folder that is worked in, and as text.

    Parameters
    ----------
    name : str
        With slashes between folders.

    Returns
    -------
    bool
        Whether it may.

    Examples
    --------
    >>> [is_name(name) for name in ("data/mine.csv", "../mine.csv", "/mine.csv", "mine\n.csv", "mine\udcff.csv", "")]
    [True, False, False, False, False, False]
    """
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and not any(map(_is_odd, name))


def shown_name(name: str) -> str:
    r"""Return a name as it can be told.

    Parameters
    ----------
    name : str
        Any that a file can have.

    Returns
    -------
    str
        The same, with a question mark for each sign that is no text.

    Examples
    --------
    >>> shown_name("mine\n\udcff.csv")
    'mine??.csv'
    """
    return "".join("?" if _is_odd(sign) else sign for sign in name)


def _is_odd(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")  # control characters, and bytes that are no text
