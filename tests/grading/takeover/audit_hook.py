"""Add an audit hook, which cannot be taken off, and raise in it whenever a socket, a file or a process is touched.

Right: the cell is lost that left a process of no use. The wrong answer stays wrong, and the others count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
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
