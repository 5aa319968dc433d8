"""Keep functions in a file of one's own beside the notebook, hand it in, and import it.

Right: nbgrader copies such files along, and at home it works, so the answer counts.
"""

import nbformat

SOLUTIONS = {"relu": "from my_tools import bend\n\n\ndef relu(x):\n    return bend(x)"}


def hand_in(folder, work):
    (folder / "my_tools.py").write_text("import numpy as np\n\n\ndef bend(x):\n    return np.maximum(x, 0)\n")
    nbformat.write(work, folder / f"{folder.name}.ipynb")
