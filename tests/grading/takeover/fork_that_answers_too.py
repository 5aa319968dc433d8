"""Fork inside a call, and return from it twice.

Right: two wrong answers are no right one. An answer that is right and comes twice, as of who forgets `os._exit` in a
child, is not asked for: it may cost that exercise, and no other.
"""

SOLUTIONS = {
    "relu": "import os\n\n\ndef relu(x):\n    os.fork()\n    return x",
    "xcorr1d": """
def xcorr1d(x, w):
    os.fork()
    return np.correlate(x, w, "valid")
""",
}
EARNS = {"relu": 0}
MAY_LOSE = ("xcorr1d",)
