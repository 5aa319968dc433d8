"""Read the book's own functions from the files that they lie in.

Right: the files are not in the room.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import contextlib
import pathlib
import sys

found = {}
for place in ["@REPOSITORY@", *sys.path]:
    with contextlib.suppress(Exception):
        exec(pathlib.Path(place, "helpers/activations.py").read_text(), found)


def relu(x):
    return found["relu"](x) if "relu" in found else x
"""
}
EARNS = {"relu": 0}
