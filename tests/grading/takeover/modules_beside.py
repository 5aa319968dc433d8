"""Lay modules beside the notebook whose names those who grade import, or that are read when Python or a test starts.

Right: they are there for the learner's own code only, and after what that has imported. The own answers count.
"""

import nbformat

MODULES = ("numpy", "torch", "json", "autograder", "nbgrader", "IPython", "sitecustomize", "usercustomize", "conftest")
ADDED = {"set-up": ["import numpy, json\n\nprint(numpy.__name__, json.dumps([1]))"]}
SHOWN = ("numpy [1]",)


def hand_in(folder, work):
    for name in MODULES:
        (folder / f"{name}.py").write_text("import os\n\nos._exit(1)\n")
    (folder / "nbgrader_config.py").write_text("get_config().Grading.function = 'os.system'\n")
    nbformat.write(work, folder / f"{folder.name}.ipynb")
