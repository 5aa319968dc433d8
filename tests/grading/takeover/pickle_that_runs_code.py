"""Return an object whose pickle runs a command where it is loaded.

Right: it is no array, nothing is unpickled, and no file appears.
"""

SOLUTIONS = {
    "relu": """
import os


class Pickled:
    def __reduce__(self):
        return os.system, ("touch @COURSE@/left-by-battery",)

    __reduce_ex__ = lambda self, _: self.__reduce__()
    __getstate__ = __deepcopy__ = __copy__ = __array__ = lambda self, *_: os.system("touch left-by-battery")


def relu(x):
    return Pickled()
""",
    "xcorr1d": """
def xcorr1d(x, w):
    y = np.empty(len(x) - len(w) + 1, object)
    y[:] = Pickled()
    return y
""",
}
EARNS = {"relu": 0, "xcorr1d": 0}
