"""Loop for ever in one answer.

Right: that one earns nothing, and the others count.
"""

SOLUTIONS = {"xcorr1d": "def xcorr1d(x, w):\n    while True:\n        pass"}
EARNS = {"xcorr1d": 0}
