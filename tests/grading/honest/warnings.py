"""Warn on stderr, by Python's warnings, by logging, and from numpy: divide by zero on the way to the right answer.

Right: warnings cost nothing.
"""

SOLUTIONS = {
    "relu": """
import logging
import sys
import warnings


def relu(x):
    warnings.warn("this is slow", stacklevel=1)
    logging.warning("%s numbers", x.size)
    print("careful", file=sys.stderr)
    return np.where(np.log(x) + 1 / np.zeros(1) > -np.inf, np.maximum(x, 0), np.maximum(x, 0))
"""
}
