"""Return an array and go on writing into it from a thread, until it happens to be right.

Right: what was returned is judged once, as it was sent.
"""

SOLUTIONS = {
    "relu": """
import threading


def relu(x):
    y = x.copy()

    def change():
        for _ in range(10**5):
            y[...] = abs(y)

    threading.Thread(target=change, daemon=True).start()
    return y
"""
}
EARNS = {"relu": 0}
