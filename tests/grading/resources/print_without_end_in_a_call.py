"""Print for ever in an answer.

Right: that one earns nothing; the others count.
"""

SOLUTIONS = {"relu": 'def relu(x):\n    while True:\n        print("spam" * 1000)'}
EARNS = {"relu": 0}
