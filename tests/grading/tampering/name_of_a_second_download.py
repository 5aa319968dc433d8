"""Hand in ``arrays (1).ipynb``, as a browser names a second download.

Right: it is the notebook.
"""

import nbformat


def hand_in(folder, work):
    nbformat.write(work, folder / f"{folder.name} (1).ipynb")
