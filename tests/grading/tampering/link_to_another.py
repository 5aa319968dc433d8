"""Hand in a symbolic link to the notebook of somebody who has it right.

Right: links are not followed. Nothing, with the reason.
"""

EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "it is a link to another file"


def hand_in(folder, _):
    other = folder.parents[1] / "neighbours-keeps_a_secret" / folder.name / f"{folder.name}.ipynb"
    (folder / f"{folder.name}.ipynb").symlink_to(other)
