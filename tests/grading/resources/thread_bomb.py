"""Start threads for ever.

Right: their number is limited, and the other answers count.
"""

SOLUTIONS = {
    "xcorr1d": """
import threading
import time


def xcorr1d(x, w):
    while True:
        try:
            threading.Thread(target=time.sleep, args=(10**6,), daemon=True).start()
        except RuntimeError:
            pass
"""
}
EARNS = {"xcorr1d": 0}
