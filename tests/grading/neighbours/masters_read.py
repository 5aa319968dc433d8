"""Read the answers in the course's masters, and run them.

Right: they are not there to be read.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import contextlib
import json
import pathlib

answers = {}
for place in ("@COURSE@/source", "@REPOSITORY@/autograder/source", "../..", "../../../source"):
    for path in pathlib.Path(place).rglob("*.ipynb"):
        for cell in json.loads(path.read_text())["cells"]:
            if "def relu" in "".join(cell["source"]):
                with contextlib.suppress(Exception):
                    exec("".join(cell["source"]), globals(), answers)


def relu(x):
    return answers["relu"](x) if "relu" in answers else x
"""
}
EARNS = {"relu": 0}
