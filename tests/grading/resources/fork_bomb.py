"""Fork for ever, in each child, too.

Right: the number of processes is limited, all of them are killed, and the other answers count.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "xcorr1d": """
import os


def xcorr1d(x, w):
    while True:
        try:
            os.fork()
        except OSError:
            pass
"""
}
EARNS = {"xcorr1d": 0}
