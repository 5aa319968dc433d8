"""Leave one task undone.

Right: the others count.
"""

SOLUTIONS = {"xcorr1d": None}
EARNS = {"xcorr1d": 0}
