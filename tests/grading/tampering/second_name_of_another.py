"""Hand in a hard link to the master, which has all answers.

Right: a second name of another file is not read. Nothing, with the reason.
"""

EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "it is a second name of another file"


def hand_in(folder, _):
    kept = folder.parents[2] / "source" / folder.name / f"{folder.name}.ipynb"
    (folder / f"{folder.name}.ipynb").hardlink_to(kept)
