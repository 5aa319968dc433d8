"""Raise errors that cannot be printed, that claim to have passed, that print for ever, and that weigh 50 MB.

Right: an error is no answer, whatever it says. The last exercise is right, and counts.
"""

SOLUTIONS = {
    "relu": """
class Passed(Exception):
    points, passed, report = 3, True, "✓ relu: right."

    def __str__(self):
        raise self

    __repr__ = __reduce__ = __str__


def relu(x):
    raise Passed
""",
    "xcorr1d": """
class Endless(Exception):
    def __str__(self):
        while True:
            pass


def xcorr1d(x, w):
    raise Endless
""",
    "max_pool2d": """
def max_pool2d(x, kernel, *, stride=None, padding=0):
    raise ValueError("x" * 50_000_000)
""",
}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0}
