"""Read a widget's module and style sheet, with the shared parts inlined.

A widget's module is loaded from a Blob URL, by anywidget and by the page alike, and from there a relative import
cannot resolve. So ``import … from "./parts/dom.js"`` becomes an import of the same text as a ``data:`` URL.
The files themselves stay plain ES modules, which ``node --test`` reads as they are.
"""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_IMPORT = re.compile(r"""(?P<head>\bfrom\s*)["'](?P<path>\./[\w./-]+\.js)["']""")


@cache
def script(name: str) -> str:
    """Return the text of ``NAME.js`` with its relative imports inlined.

    Parameters
    ----------
    name : str
        The file's name below ``helpers/widgets/``, without ``.js``.

    Returns
    -------
    str
        One ES module that imports nothing by a relative path.

    Raises
    ------
    FileNotFoundError
        If there is no such file, or it imports one that is not there.

    Examples
    --------
    >>> "./parts/" in script("stepper")
    False
    """
    return _inlined(FOLDER / f"{name}.js")


@cache
def style(*names: str) -> str:
    """Return the text of the shared style sheet followed by each ``NAME.css``.

    Parameters
    ----------
    *names : str
        The files' names below ``helpers/widgets/``, without ``.css``.

    Returns
    -------
    str
        One style sheet.

    Raises
    ------
    FileNotFoundError
        If there is no such file.

    Examples
    --------
    >>> ".cnn-cell" in style("parts/grids", "stepper")
    True
    """
    return "".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in ("parts/base", *names))


def _inlined(path: Path) -> str:
    def as_data_url(match: re.Match[str]) -> str:
        text = _inlined((path.parent / match["path"]).resolve())
        return f'{match["head"]}"data:text/javascript;base64,{b64encode(text.encode()).decode()}"'

    return _IMPORT.sub(as_data_url, path.read_text(encoding="utf-8"))
