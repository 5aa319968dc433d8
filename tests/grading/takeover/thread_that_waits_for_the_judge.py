"""Start a thread in a cell that looks for the judge's objects in memory, call after call, to change them.

Right: a fork for a check takes no threads along, and there is nothing to find.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
import gc
import threading
import time


def hunt():
    while True:
        for thing in gc.get_objects():
            for name in ("earned", "points", "right", "passed"):
                if type(thing).__module__.startswith("autograder") and hasattr(thing, name):
                    object.__setattr__(thing, name, True)
        time.sleep(0.01)


threading.Thread(target=hunt, daemon=True).start()
"""
    ]
}
