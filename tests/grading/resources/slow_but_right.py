"""Need four tenths of the seconds that are given, all of them of the processor.

Right: slow is not wrong.
"""

SOLUTIONS = {
    "relu": """
import time


def relu(x):
    while time.process_time() < 0.4 * @CPU@:
        pass
    return np.maximum(x, 0)
"""
}
