"""Hand in a program under the notebook's name, as an export does when the name is typed wrongly.

Right: it is no notebook. Nothing, with the reason.
"""

EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
TOLD = "it is no valid notebook"


def as_saved(work):
    return "\n\n".join(cell.source for cell in work.cells)
