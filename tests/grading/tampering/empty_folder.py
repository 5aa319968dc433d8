"""Hand in a folder with nothing in it.

Right: nothing, and a grade of 0 with the reason, rather than no grade at all.
"""

EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "no such file"


def hand_in(*_):
    pass
