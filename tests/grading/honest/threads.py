"""Compute the rows in a pool of threads, for speed.

Right: the answer counts.
"""

SOLUTIONS = {
    "relu": """
from concurrent.futures import ThreadPoolExecutor


def relu(x):
    with ThreadPoolExecutor(4) as pool:
        return np.array(list(pool.map(lambda row: np.maximum(row, 0), x)))
"""
}
