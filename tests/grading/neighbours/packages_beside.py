"""Lay files beside the notebook that bear the names of packages: numpy, autograder, sitecustomize, nbgrader's config.

Right: nobody imports them. The wrong answer stays wrong, and the others count.
"""

import nbformat

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}


def hand_in(folder, work):
    for name in ("autograder", "json", "sitecustomize", "nbgrader_config", "IPython", "nbformat", "conftest"):
        (folder / f"{name}.py").write_text("check = lambda *_, **__: 3\nraise SystemExit('planted')\n")
    nbformat.write(work, folder / f"{folder.name}.ipynb")
