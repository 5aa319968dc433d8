"""Lay ten thousand files beside the notebook.

Right: as many as anybody may need are used, and the others set aside. The answers count.
"""

import nbformat

ADDED = {"set-up": ["import os\n\nprint(len(os.listdir()), open('0123').read())"]}
SHOWN = ("200 123",)
TOLD = "Set aside, and not used: 0200, 0201"


def hand_in(folder, work):
    for number in range(10_000):
        (folder / f"{number:04}").write_text(str(number))
    nbformat.write(work, folder / f"{folder.name}.ipynb")
