"""Put NUL and other control characters into an answer and into the names.

Right: the cell with NUL is no Python, and earns nothing; the others count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return np.maximum(x, 0)\x00\x1b[2J"}
EARNS = {"relu": 0}
