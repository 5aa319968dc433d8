"""Hand in the notebook as it was given out.

Right: no points, "not attempted yet" for each, and no error.
"""

SOLUTIONS = {"relu": None, "xcorr1d": None, "max_pool2d": None, "out_size": None}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "not attempted yet"
