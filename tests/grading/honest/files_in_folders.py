"""Keep tables and modules in folders beside the notebook, one of them with the name of one of Python's own modules.

Right: they are found as in Jupyter, where Python's own modules come first; the answers count.
"""

import nbformat

ADDED = {
    "set-up": [
        """
import colorsys
from tools.bending import LOWEST

assert np.loadtxt("tables/größen.csv") == LOWEST
print(colorsys.rgb_to_hsv(1, 0, 0))
"""
    ]
}
SOLUTIONS = {"relu": "def relu(x):\n    return np.maximum(x, LOWEST)"}
SHOWN = ("(0.0, 1.0, 1)",)


def hand_in(folder, work):
    for name, text in {
        "tables/größen.csv": "0\n",
        "tools/__init__.py": "",
        "tools/bending.py": "LOWEST = 0\n",
        "colorsys.py": "raise SystemExit('not this one')\n",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    nbformat.write(work, folder / f"{folder.name}.ipynb")
