"""Turn the order of all cells round.

Right: the answers are all there, so they all count.
"""


def as_saved(work):
    work.cells.reverse()
    return work
