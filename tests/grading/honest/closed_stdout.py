"""Close what one printed to, and put another thing in its place.

Right: at home that passes, so the answer counts.
"""

SOLUTIONS = {
    "relu": """
import io
import sys


def relu(x):
    print("done")
    sys.stdout.close()
    sys.stdout = io.StringIO()
    return np.maximum(x, 0)
"""
}
