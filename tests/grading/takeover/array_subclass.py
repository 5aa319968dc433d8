"""Return an array of a class of one's own, which compares as it likes.

Right: a plain array is asked for, and says so at home, too.
"""

SOLUTIONS = {
    "relu": """
class Right(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.zeros(self.shape).view(Right)


def relu(x):
    return x.view(Right)
"""
}
EARNS = {"relu": 0}
