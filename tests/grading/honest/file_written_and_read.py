"""Write a file in one cell, and read it in another.

Right: a notebook may do that, and the answers count.
"""

SOLUTIONS = {"relu": 'def relu(x):\n    return np.maximum(x, np.load("lowest.npy"))'}
ADDED = {"set-up": ['np.save("lowest.npy", np.array(0))']}
