"""Call oneself for ever, by accident.

Right: Python raises RecursionError; that one earns nothing, and the others count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return relu(x)"}
EARNS = {"relu": 0}
