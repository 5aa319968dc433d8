"""Read address 0 in an answer: the process is gone at once.

Right: that one earns nothing; the others count.
"""

SOLUTIONS = {"relu": "import ctypes\n\n\ndef relu(x):\n    return ctypes.string_at(0)"}
EARNS = {"relu": 0}
