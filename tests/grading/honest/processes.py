"""Compute the rows in a pool of processes.

Right: that is slow and works at home; the answer counts.
"""

SOLUTIONS = {
    "relu": """
import multiprocessing


def bend(row):
    return np.maximum(row, 0)


def relu(x):
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return np.array(pool.map(bend, list(x)))
"""
}
