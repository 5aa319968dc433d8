"""Start a pool of threads in a cell, and use it in the function.

Right: a pool that was started is there at home, so the answer counts.
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
SOLUTIONS = {"relu": "def relu(x):\n    return np.array(list(pool.map(lambda row: np.maximum(row, 0), x)))"}
