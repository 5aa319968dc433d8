"""Patch `__import__` and the loaders, so that whoever imports the engine gets the learner's.

Right: nothing that judges is imported where the learner's code is.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
import builtins
import sys
import types

imported = builtins.__import__
fake = types.SimpleNamespace(check=lambda *_, **__: 3, evaluate=lambda *_, **__: 3)


class Finder:
    def find_spec(self, name, *_):
        if name.startswith("autograder"):
            sys.modules[name] = fake


builtins.__import__ = lambda name, *args: fake if name.startswith("autograder") else imported(name, *args)
sys.meta_path.insert(0, Finder())
"""
    ]
}
