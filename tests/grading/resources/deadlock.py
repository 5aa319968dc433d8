"""Wait for a lock that oneself holds, by accident.

Right: the clock ends it, and the other answers count.
"""

SOLUTIONS = {
    "relu": """
import threading

lock = threading.Lock()


def relu(x):
    with lock, lock:
        return np.maximum(x, 0)
"""
}
EARNS = {"relu": 0}
