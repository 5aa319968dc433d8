"""Look around a check for what misleads: a cell edited and not run again, or a file that hides a package."""

import ast
import inspect
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_OURS = ("autograder", "helpers", "numpy", "torch", "matplotlib")
_run_at: dict[str, float] = {}  # the source of a cell: when it was last run, in seconds since 1970


def watch() -> None:
    """In a notebook, put down when each cell is run; without that nothing can be said of a cell's age."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None:
        shell.events.register("pre_run_cell", lambda info: _run_at.update({info.raw_cell: time.time()}))


def warnings(function: Callable[..., Any], *, notebook: Path | None = None, folder: Path | None = None) -> list[str]:
    """Return a sentence for each thing that makes a check say less than it seems to.

    Parameters
    ----------
    function : callable
        The learner's function, as it is in memory.
    notebook : pathlib.Path, optional
        The notebook it was written in; found by itself in JupyterLab.
    folder : pathlib.Path, optional
        Where the notebook lies; the current folder by itself.

    Returns
    -------
    list of str
        Empty if nothing was seen.
    """
    notebook = notebook or _notebook()
    seen = [_edited(function, notebook) if notebook else "", _hidden(folder or Path.cwd())]
    return [sentence for sentence in seen if sentence]


def _edited(function: Callable[..., Any], notebook: Path) -> str:
    """Compare the function in memory with the saved notebook, as syntax, so that a comment does not count.

    A notebook saved before the function's cell was run says nothing: what was run may not have been saved yet.
    """
    name = getattr(function, "__name__", "")
    try:
        in_memory = list(_definitions(inspect.getsource(function), name))[-1]
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        saved = [
            d for cell in cells if cell["cell_type"] == "code" for d in _definitions("".join(cell["source"]), name)
        ]
        saved_at = notebook.stat().st_mtime
    except (OSError, TypeError, LookupError, ValueError):
        return ""
    runs = [when for source, when in _run_at.items() if in_memory in _definitions(source, name)]
    if not runs or not saved or in_memory in saved or saved_at < max(runs):
        return ""
    return (
        f"The cell that defines {name} has been edited since it was run: this check judged the older {name}. "
        "Run that cell again (Shift+Enter), then this one."
    )


def _definitions(source: str, name: str) -> Iterator[str]:
    lines = [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]
    try:
        body = ast.parse("\n".join(lines)).body
    except SyntaxError:
        return
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            yield ast.dump(node)


def _hidden(folder: Path) -> str:
    hiding = [
        path.name
        for path in sorted(folder.glob("*"))
        if path.stem in _hideable() and (path.suffix == ".py" or (path / "__init__.py").is_file())
    ]
    hiding = [name for name in hiding if not _is_installed(folder / name)]
    if not hiding:
        return ""
    return f"A file beside this notebook hides a package of the same name: {', '.join(hiding)}. Rename or move it."


def _hideable() -> set[str]:
    return {*_OURS, *sys.stdlib_module_names}


def _is_installed(path: Path) -> bool:
    """Tell our own packages in a checkout from a stranger's file: ours is the one that is running."""
    ours = Path(__file__).resolve().parents[1]
    return path.resolve().parent == ours


def _notebook() -> Path | None:
    path = os.environ.get("JPY_SESSION_NAME", "")
    return Path(path) if path.endswith(".ipynb") and Path(path).is_file() else None
