"""What a learner's code finds: packages by a list of what is allowed, and a few environment variables.

Nothing that an exercise forbids is searched for in what was handed in. It is not there.
"""

import importlib.abc
import importlib.machinery
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from types import ModuleType
from typing import Any

_BOTH = ("numpy", "matplotlib", "matplotlib-inline", "ipython", "ipykernel", "ipywidgets", "tqdm")
ROOTS = {"numpy": _BOTH, "torch": (*_BOTH, "torch")}
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
VARIABLES = {
    "HOME": "/tmp",
    "TMPDIR": "/tmp",
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    **ONE_THREAD,
}


@cache
def paths(environment: str) -> tuple[Path, ...]:
    """Return the files and folders of all packages that an environment has.

    Parameters
    ----------
    environment : str
        "numpy" or "torch".

    Returns
    -------
    tuple of pathlib.Path
        Each package's own, as they lie beside each other where packages are installed.
    """
    needed = _needed(ROOTS[environment])
    found = {path for name, package in needed.items() for path in _top_level(package, name in ROOTS[environment])}
    return tuple(sorted(path for path in found if path.exists()))


def _needed(roots: tuple[str, ...]) -> dict[str, Distribution]:
    """Follow what each package requires, options left out; what is not installed is for other systems."""
    seen: dict[str, Distribution | None] = {}
    waiting = list(roots)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        try:
            seen[name] = found = distribution(name)
        except PackageNotFoundError:
            seen[name] = None
            continue
        waiting += [re.match(r"[\w.-]+", line)[0] for line in found.requires or () if "extra ==" not in line]
    return {name: found for name, found in seen.items() if found}


def _top_level(package: Distribution, is_root: bool) -> set[Path]:
    """Find what lies in the package's own name; what describes it only for those that somebody may ask about."""
    names = {file.parts[0] for file in package.files or () if file.parts[0] not in ("..", "__pycache__")}
    if not names:  # a Linux distribution's own package does not list its files
        names = {*(package.read_text("top_level.txt") or package.metadata["Name"]).split()}
    left_out = (".pth",) if is_root else (".pth", ".dist-info")
    names = {name for name in names if not name.endswith(left_out)}
    return {Path(str(package.locate_file(name))) for name in names}


class Allowed(importlib.abc.MetaPathFinder):
    """Finds modules as Python does, but of what is installed only what an environment has.

    In a room with a file system of its own there is nothing else to be found. It makes the warm process see the same,
    and a room without one.

    Parameters
    ----------
    environment : str
        "numpy" or "torch".
    """

    def __init__(self, environment: str) -> None:
        self.names = {path.name.partition(".")[0] for path in paths(environment)}
        self.installed = tuple(path for path in sys.path if path.endswith("-packages"))

    def find_spec(
        self, name: str, path: Any = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a module.

        Parameters
        ----------
        name, path, target
            As Python asks all finders.

        Returns
        -------
        importlib.machinery.ModuleSpec or None
            Where it is, or None if it is not there or not allowed.
        """
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is None or path is not None or name in self.names:
            return spec
        places = [spec.origin or "", *(spec.submodule_search_locations or ())]
        return None if any(place.startswith(self.installed) for place in places) else spec

    def find_distributions(self, *context: Any) -> Iterable[Distribution]:
        """Return what describes the packages, as Python does."""
        return importlib.machinery.PathFinder.find_distributions(*context)


def restrict(environment: str) -> None:
    """Let this process find only what an environment has; packages that are linked to a checkout are not found."""
    usual = (importlib.machinery.BuiltinImporter, importlib.machinery.FrozenImporter)
    sys.meta_path[:] = [*usual, Allowed(environment)]
