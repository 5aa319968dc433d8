"""Set seeds of one's own, and draw in every call.

Right: the answers count.
"""

SOLUTIONS = {
    "relu": """
import random

np.random.seed(7)
random.seed(7)


def relu(x):
    noise = np.random.normal(size=x.shape) * 1e-12
    return np.maximum(x, 0) + abs(noise)
"""
}
