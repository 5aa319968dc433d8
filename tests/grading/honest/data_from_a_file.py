"""Read a file of one's own, which was handed in beside the notebook, in an added cell.

Right: it is there at home, so the answers count.
"""

import nbformat

SOLUTIONS = {"relu": "def relu(x):\n    return np.maximum(x, LOWEST)"}
ADDED = {"set-up": ['LOWEST = int(np.loadtxt("lowest.csv"))']}


def hand_in(folder, work):
    (folder / "lowest.csv").write_text("0\n")
    nbformat.write(work, folder / f"{folder.name}.ipynb")
