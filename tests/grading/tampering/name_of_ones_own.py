"""Hand in the notebook under a name of one's own.

Right: it is the only one, and holds the cells that were given out. It counts.
"""

import nbformat


def hand_in(folder, work):
    nbformat.write(work, folder / "Homework of week 3, done.ipynb")
