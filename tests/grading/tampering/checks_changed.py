"""Let the checks ask for something easier: another exercise, nothing, a number.

Right: the checks that were given out are used.
"""

from tests.grading.battery import cell_of

SOLUTIONS = {"relu": "def relu(x):\n    return x", "xcorr1d": None, "max_pool2d": None}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0}


def as_saved(work):
    cell_of(work, "relu-check").source = 'check("out_size", out_size)'
    cell_of(work, "xcorr1d-check").source = "pass"
    cell_of(work, "max-pool2d-check").source = "6"
    return work
