"""Hand in the finished notebook and, beside it, the empty one of a second download, which is newer.

Right: the one that bears the right name counts.
"""

import nbformat


def hand_in(folder, work):
    nbformat.write(work, folder / f"{folder.name}.ipynb")
    nbformat.write(nbformat.v4.new_notebook(), folder / f"{folder.name} (1).ipynb")
