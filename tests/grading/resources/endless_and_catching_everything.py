"""Loop for ever, and catch every exception in the loop: an interrupt comes as one.

Right: what cannot be interrupted is killed.
"""

SOLUTIONS = {
    "xcorr1d": """
def xcorr1d(x, w):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue
"""
}
EARNS = {"xcorr1d": 0}
