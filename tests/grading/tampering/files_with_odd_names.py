"""Lay files beside the notebook whose names end lines, are no text, or look like ways to elsewhere.

Right: what has no name that can be told is set aside; what has one is a file like others. The answers count.
"""

import os

import nbformat

ADDED = {"set-up": ["import os\n\nprint(sorted(os.listdir()), open('arrays').read())"]}
SHOWN = ("['$(touch taken)', '..arrays', '<b>', 'arrays', 'room.ipynb.txt'] a file",)
TOLD = "Set aside, and not used: a?b, raw??"


def hand_in(folder, work):
    for name in ("a\nb", os.fsdecode(b"raw\xff\xfe"), "..arrays", "$(touch taken)", "<b>", "arrays", "room.ipynb.txt"):
        (folder / name).write_text("a file")
    (folder / "folder.ipynb").mkdir()
    (folder / "folder.ipynb" / "inside").write_text("")
    nbformat.write(work, folder / f"{folder.name}.ipynb")
