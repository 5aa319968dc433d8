"""Copy from somebody else in the class.

Right: nobody else's work is there to be read.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import pathlib

found = [path.read_text() for path in pathlib.Path("@COURSE@").glob("*/neighbours-keeps_a_secret/*/*.ipynb")]
print(*found)


def relu(x):
    return np.maximum(x, 0) if found else x
"""
}
EARNS = {"relu": 0}
