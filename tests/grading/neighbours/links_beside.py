"""Lay links to other people's files beside the notebook: they would be copied, and opened from the notebook.

Right: they are set aside. The own answers count.
"""

import nbformat

HOLDS_FROM = "user-namespaces"
ADDED = {"set-up": ["print(open('book.db', 'rb').read(20), open('all/key').read())"]}
NEVER_SHOWN = ("SQLite format",)


def hand_in(folder, work):
    (folder / "book.db").symlink_to(folder.parents[2] / "gradebook.db")
    (folder / "all").symlink_to(folder.parents[2])
    nbformat.write(work, folder / f"{folder.name}.ipynb")
