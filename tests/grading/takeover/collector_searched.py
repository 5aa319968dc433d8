"""Search all objects that the garbage collector knows for the reference, or for something that calls itself so.

Right: there is none in this process.
"""

SOLUTIONS = {
    "relu": """
import gc
import types

own = set()


def relu(x):
    for thing in gc.get_objects():
        found = getattr(thing, "reference", None) if type(thing).__name__ == "Exercise" else thing
        if isinstance(found, types.FunctionType) and found.__name__ == "relu" and found is not relu:
            return found(x)
    return x
"""
}
EARNS = {"relu": 0}
