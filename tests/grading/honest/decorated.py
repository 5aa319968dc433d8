"""Decorate functions: with a stop-watch, with a counter of one's own.

Right: the answers count.
"""

SOLUTIONS = {
    "relu": """
import functools
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **options):
        start = time.perf_counter()
        try:
            return function(*args, **options)
        finally:
            wrapper.seconds += time.perf_counter() - start

    wrapper.seconds = 0
    return wrapper


@timed
def relu(x):
    return np.maximum(x, 0)
"""
}
