"""Fill the memory in many processes, each of which stays below its own limit.

Right: their sum counts. That answer earns nothing, and the others count.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "xcorr1d": """
import os
import time


def xcorr1d(x, w):
    for _ in range(12):
        if os.fork() == 0:
            kept = np.ones(1 << 25)
            time.sleep(10**6)
    time.sleep(10**6)
"""
}
EARNS = {"xcorr1d": 0}
