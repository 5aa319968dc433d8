"""Add an audit hook, which cannot be taken off, and raise in it whenever a socket, a file or a process is touched.

Right: the learner's process may be of no more use. No points come of it.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
MAY_LOSE = ("xcorr1d", "max_pool2d", "out_size")  # as told
ADDED = {
    "relu-solution": [
        """
import sys


def deny(event, arguments):
    if event.startswith(("socket", "os.", "open", "exec", "compile")):
        raise RuntimeError(event)


sys.addaudithook(deny)
"""
    ]
}
