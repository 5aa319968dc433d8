"""How the build executes the notebooks: each cell's time is kept, and a changed library executes them again.

The executed notebooks lie in ``_build/jupyter_execute/``. Tests read them there, so that nothing is executed twice:
``cell.metadata.execution`` holds the moments ``iopub.execute_input`` and ``shell.execute_reply`` of each code cell.
"""

import hashlib
import shutil
import sys
from pathlib import Path

import myst_nb.core.execute.cache
from jupyter_cache.executors.utils import ExecutionResult, single_nb_execution
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.config import Config

# What a lesson's outputs depend on beside its own text.
LIBRARY = ("helpers", "requirements.txt")


def setup(app: Sphinx) -> dict:
    """Connect the extension to Sphinx."""
    # myst-nb has no option for either: it calls single_nb_execution with settings of its own.
    myst_nb.core.execute.cache.single_nb_execution = execute
    app.connect("config-inited", use_cache_of_this_library)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def execute(notebook: NotebookNode, **settings: object) -> ExecutionResult:
    """Execute a notebook in place, record each cell's times, and cut this machine's folders out of tracebacks."""
    result = single_nb_execution(notebook, record_timing=True, **settings)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                output["traceback"] = [without_folders(line) for line in output["traceback"]]
    return result


def without_folders(line: str) -> str:
    """Return a traceback's line with paths from the repository or the environment on.

    Examples
    --------
    >>> without_folders(f"File {sys.prefix}/lib/site.py:3")
    'File lib/site.py:3'
    """
    for folder in (sys.prefix, str(Path(__file__).parents[2])):
        line = line.replace(f"{folder}/", "")
    return line


def use_cache_of_this_library(app: Sphinx, config: Config) -> None:
    """Keep executed notebooks in a folder named after the library's text.

    jupyter-cache compares only a notebook's own cells, so outputs of an older library would be taken for right.
    Sphinx sees the changed setting and reads every page again.
    """
    caches = Path(app.outdir).parent / ".jupyter_cache"
    current = caches / library_digest(Path(app.srcdir))
    for older in caches.glob("*"):
        if older.is_dir() and older != current:
            shutil.rmtree(older)
    config.nb_execution_cache_path = str(current)


def library_digest(root: Path) -> str:
    """Return 12 hexadecimal digits that change when a file of the library does.

    Parameters
    ----------
    root : pathlib.Path
        The repository's root.

    Returns
    -------
    str
        The start of a SHA-256 over names and contents.
    """
    digest = hashlib.sha256()
    for name in LIBRARY:
        for path in sorted([root / name, *(root / name).rglob("*")]):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
