"""Wrong functions as learners write them: in their own words, and not by the switches of an exercise.

A file holds those of one exercise, or a share of them; each function is put down in WRONG by ``@makes``.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.autograder.mistakes.makes import WRONG

for module in iter_modules(__path__):
    try:
        import_module(f"{__name__}.{module.name}")
    except ModuleNotFoundError as error:  # on the oldest numpy there is no torch, and none of its exercises
        if error.name != "torch":
            raise

__all__ = ["WRONG"]
