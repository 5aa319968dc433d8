"""Leave in an answer.

Right: that one earns nothing; the others count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    exit()", "xcorr1d": "import sys\n\n\ndef xcorr1d(x, w):\n    sys.exit(0)"}
EARNS = {"relu": 0, "xcorr1d": 0}
