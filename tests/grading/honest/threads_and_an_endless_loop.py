"""Start a pool of threads in a cell, use it in two functions, and write between them one that never ends.

Right: the one that never ends costs its own points only.
"""

ADDED = {
    "set-up": [
        """
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
list(pool.map(abs, range(4)))
"""
    ]
}
SOLUTIONS = {
    "relu": "def relu(x):\n    return np.array(list(pool.map(lambda row: np.maximum(row, 0), x)))",
    "xcorr1d": "def xcorr1d(x, w):\n    while True:\n        pass",
    "out_size": """
def out_size(size, kernel, *, stride=1, padding=0, dilation=1):
    span = dilation * (kernel - 1) + 1
    return pool.submit(lambda: (size + 2 * padding - span) // stride + 1).result()
""",
}
EARNS = {"xcorr1d": 0}
