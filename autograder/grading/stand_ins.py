"""What stands in a learner's process where the book's own packages stand at home.

`from autograder import check` finds a messenger, since the judge, in another process, checks by itself. Where widgets
and pictures of the book are asked for, a stand-in says that it is not drawn. Nothing else of the book is there.
"""

import importlib.abc
import importlib.machinery
import marshal
import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any

# What may be installed at home, and may be imported and not used; where it is part of a room, that one is found first.
ELSEWHERE = ("torch", "torchvision", "scipy", "skimage", "sklearn", "pandas", "seaborn", "matplotlib", "PIL", "tqdm")
SHOWN_ONLY = ("helpers", "helpers.widgets", "helpers.plotting", "helpers.questions")


def check(name: str, function: Any = None, *, seed: int = 0) -> None:  # noqa: ARG001 (as at home)
    """Say that a check is made elsewhere.

    Parameters
    ----------
    name : str
        The exercise.
    function : object
        It is not looked at here.
    seed : int
        The judge draws its own.
    """
    print(f"{name} is checked in the cell that counts, by the grader.")


class NotDrawn:
    """Stands for a widget or a picture of the book."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __repr__(self) -> str:
        return "(A widget of the book, which is not drawn while a notebook is graded.)"


class _Absent(type):
    """A name of a package that is not there: it can be imported, and says so when it is used."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise ModuleNotFoundError(f"{cls.__module__} is not there in the grader.")

    def __call__(cls, *_: Any, **__: Any) -> Any:
        raise ModuleNotFoundError(f"{cls.__module__} is not there in the grader.")


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds modules that were handed over, and the packages that have stand-ins."""

    def __init__(self) -> None:
        self.handed_over: dict[str, bytes] = {}

    def find_spec(self, name: str, *_: Any) -> importlib.machinery.ModuleSpec | None:
        """Return the specification of what is provided here, and None for all else."""
        absent = name.partition(".")[0] in ELSEWHERE
        if name not in self.handed_over and name not in SHOWN_ONLY and not absent:
            return None
        is_package = absent or name in SHOWN_ONLY or any(other.startswith(f"{name}.") for other in self.handed_over)
        return importlib.machinery.ModuleSpec(name, self, origin="the grader", is_package=is_package)

    def exec_module(self, module: ModuleType) -> None:
        """Run a module, or let whatever is asked of it be a stand-in."""
        package = module.__name__.partition(".")[0]
        if package in ELSEWHERE:
            module.__getattr__ = lambda name: _absent(name, package)  # type: ignore[method-assign]
        elif module.__name__ in SHOWN_ONLY:
            module.__getattr__ = _stand_in  # type: ignore[method-assign]
        else:
            exec(marshal.loads(self.handed_over[module.__name__]), module.__dict__)


def _stand_in(name: str) -> type[NotDrawn]:
    if name.startswith("__"):
        raise AttributeError(name)
    return NotDrawn


def _absent(name: str, package: str) -> type:
    if name.startswith("__"):
        raise AttributeError(name)
    return _Absent(name, (), {"__module__": package})


_FINDER = _Finder()


def furnish() -> None:
    """Put the stand-ins in place, and close the package `autograder` to all that is not loaded by now."""
    package = sys.modules["autograder"]
    package.check = check  # type: ignore[attr-defined]
    package.__path__ = []
    if _FINDER not in sys.meta_path:
        sys.meta_path.append(_FINDER)


def provide(modules: Mapping[str, bytes]) -> None:
    """Let modules be imported that the judge hands over: functions and networks that a case asks for.

    Parameters
    ----------
    modules : mapping of str to bytes
        Compiled, as :mod:`marshal` has them, by the module's dotted name.
    """
    _FINDER.handed_over.update(modules)
