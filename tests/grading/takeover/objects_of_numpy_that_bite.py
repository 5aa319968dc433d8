"""Return arrays of odd kinds: objects that act when they are converted, records, a masked array, a matrix, a file's.

Right: none of them is the plain array of numbers that is asked for.
"""

SOLUTIONS = {
    "relu": """
class Acts:
    def __float__(self):
        raise SystemExit

    __array__ = __int__ = __index__ = __bool__ = __float__


def relu(x):
    return np.full(x.shape, Acts(), dtype=object)
""",
    "xcorr1d": 'def xcorr1d(x, w):\n    return np.zeros(len(x) - len(w) + 1, [("a", "i4"), ("b", "O")])',
    "max_pool2d": """
def max_pool2d(x, kernel, *, stride=None, padding=0):
    return np.ma.masked_all((1, 1, 2, 2))
""",
}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0}
