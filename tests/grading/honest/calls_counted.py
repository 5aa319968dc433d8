"""Count the calls in a global variable, and remember the last arguments.

Right: the answers count.
"""

SOLUTIONS = {
    "relu": """
count, last = 0, None


def relu(x):
    global count, last
    count, last = count + 1, x
    return np.maximum(x, 0)
"""
}
