"""Return a generator, and one that never ends.

Right: it is no array, and says so at home, too. Nobody iterates over it.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    yield from np.maximum(x, 0)",
    "xcorr1d": "import itertools\n\n\ndef xcorr1d(x, w):\n    return itertools.count()",
}
EARNS = {"relu": 0, "xcorr1d": 0}
