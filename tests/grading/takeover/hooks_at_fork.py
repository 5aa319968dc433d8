"""Have every new process run the learner's code first: `os.register_at_fork`, `atexit`, `gc.callbacks`.

Right: it runs in the learner's processes alone. The wrong answer stays wrong and the others count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "set-up": [
        """
import atexit
import gc
import os


def mine(*_):
    for number in (1, 2):
        os.write(number, b"3")


os.register_at_fork(before=mine, after_in_child=mine, after_in_parent=mine)
atexit.register(mine)
gc.callbacks.append(mine)
"""
    ]
}
