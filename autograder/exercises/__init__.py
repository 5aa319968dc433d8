"""The exercises, one file each: ``chNN_topic/NAME.py`` defines ``EXERCISE``. They are found by their file's name."""

from functools import cache
from importlib import import_module
from pathlib import Path

from autograder.exercise import Exercise

_FOLDER = Path(__file__).parent


def names() -> tuple[str, ...]:
    """Return the names of all exercises, chapter by chapter.

    Returns
    -------
    tuple of str
        The names.
    """
    return tuple(_modules())


def load(name: str) -> Exercise:
    """Return one exercise, importing no other.

    Parameters
    ----------
    name : str
        Such as ``"xcorr2d"``.

    Returns
    -------
    Exercise
        The exercise.

    Raises
    ------
    LookupError
        If there is none of that name.
    """
    modules = _modules()
    if name not in modules:
        raise LookupError(f"check({name!r}, …): there is no exercise of that name; use one of {', '.join(modules)}.")
    return import_module(modules[name]).EXERCISE


@cache
def _modules() -> dict[str, str]:
    files = sorted(_FOLDER.glob("ch[0-9][0-9]_*/[a-z]*.py"))
    return {file.stem: f"{__name__}.{file.parent.name}.{file.stem}" for file in files}
