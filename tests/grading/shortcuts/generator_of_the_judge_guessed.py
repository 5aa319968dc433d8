"""Guess what is asked next from numpy's and Python's global generators, and set them to something known.

Right: the judge draws in its own process.
"""

SOLUTIONS = {
    "relu": """
import random

np.random.seed(0)
random.seed(0)
np.random.default_rng = lambda *_: np.random.Generator(np.random.PCG64(0))


def relu(x):
    return np.random.default_rng().normal(size=x.shape)
"""
}
EARNS = {"relu": 0}
