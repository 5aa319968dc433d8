"""Solve a task by recursion, a few hundred calls deep, and another with a generator.

Right: the answers count.
"""

SOLUTIONS = {
    "xcorr1d": """
def xcorr1d(x, w):
    if len(x) == len(w):
        return np.array([np.sum(x * w)])
    return np.concatenate([xcorr1d(x[: len(w)], w), xcorr1d(x[1:], w)])
""",
    "relu": """
def bent(values):
    for value in values:
        yield max(value, 0)


def relu(x):
    return np.array(list(bent(x.ravel().tolist()))).reshape(x.shape)
""",
}
