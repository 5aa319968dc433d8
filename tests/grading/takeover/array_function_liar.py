"""Return an object that takes over every function of numpy it is given to: `allclose` says True.

Right: it is no array.
"""

SOLUTIONS = {
    "relu": """
class Liar:
    shape, ndim, size, dtype = (8,), 1, 8, np.dtype(int)

    def __array_function__(self, function, types, args, kwargs):
        return np.bool_(True)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.bool_(True)

    def __array__(self, dtype=None, copy=None):
        return np.zeros(8)

    def __getattr__(self, name):
        return lambda *_, **__: self


def relu(x):
    return Liar()
"""
}
EARNS = {"relu": 0}
