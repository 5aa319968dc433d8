"""Hand in a folder under the notebook's name.

Right: nothing, with the reason.
"""

EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "could not be read"


def hand_in(folder, _):
    (folder / f"{folder.name}.ipynb").mkdir()
