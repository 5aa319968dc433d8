"""Read a widget's module and style sheet, with the shared parts written into them.

A widget's module is loaded from a Blob URL, by anywidget and by the page alike, and from there a relative import
cannot resolve. So ``import { h } from "./parts/dom.js"`` becomes a constant, and the part a function that returns its
exports. That is all of bundling that these files need, and it spares a reader a bundler. (``data:`` URLs would do, but
each level of imports encodes the one below once more: the playground was 189 kB so, and is 55 kB now.)
The files themselves stay plain ES modules, which ``node --test`` reads as they are. They import names in braces, by
paths that begin with ``./``, and export functions, classes and constants where they are declared.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_IMPORT = re.compile(r"""^import\s*\{(?P<names>[^}]*)\}\s*from\s*["'](?P<path>\./[\w./-]+\.js)["'];""", re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
_EXPORT_WORD = re.compile(r"^export (?=async |function|class|const|let)", re.MULTILINE)


@cache
def script(name: str) -> str:
    """Return the text of ``NAME.js`` with all that it imports written into it.

    Parameters
    ----------
    name : str
        The file's name below ``helpers/widgets/``, without ``.js``.

    Returns
    -------
    str
        One ES module that imports nothing.

    Raises
    ------
    FileNotFoundError
        If there is no such file, or it imports one that is not there.

    Examples
    --------
    >>> "./parts/" in script("stepper")
    False
    """
    return _bundled(FOLDER / f"{name}.js")


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


def _bundled(path: Path) -> str:
    """Write a module and all it imports as one: each part once, in a function of its own that returns its exports."""
    parts: dict[Path, str] = {}

    def body(of: Path) -> str:
        def bound(match: re.Match[str]) -> str:
            part = (of.parent / match["path"]).resolve()
            if part not in parts:
                text = body(part)
                exports = ", ".join(_EXPORT.findall(text))
                inner = f"{_EXPORT_WORD.sub('', text)}\nreturn {{ {exports} }};"
                parts[part] = f"const {_name(part)} = (() => {{\n{inner}\n}})();\n"
            return f"const {{{match['names'].replace(' as ', ': ')}}} = {_name(part)};"

        return _IMPORT.sub(bound, of.read_text(encoding="utf-8"))

    main = body(path)
    return "".join(parts.values()) + main


def _name(part: Path) -> str:
    return "cnn_" + re.sub(r"\W", "_", part.stem)
