"""Hand in a pipe, which keeps whoever opens it waiting for ever.

Right: it is not opened. Nothing, with the reason.
"""

import os

EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "it is no ordinary file"


def hand_in(folder, _):
    os.mkfifo(folder / f"{folder.name}.ipynb")
