"""Names of files that lie beside a notebook."""

import unicodedata
from pathlib import PurePosixPath


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
