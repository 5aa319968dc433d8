"""Write one's imports and a helper into the first cell, which is locked, and call numpy by its whole name there.

Right: the answers count, since that is as it ran at home.
"""

from tests.grading.battery import cell_of

SOLUTIONS = {"relu": "def relu(x):\n    return bend(x, math.floor(0.5))"}
TOLD = "The cell set-up was changed."


def as_saved(work):
    cell_of(work, "set-up").source = (
        "import math\nimport numpy\nfrom autograder import check\n\n\ndef bend(x, floor):\n"
        "    return numpy.maximum(x, floor)"
    )
    return work
