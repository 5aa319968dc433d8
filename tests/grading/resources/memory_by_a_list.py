"""Fill the memory with a list, by an accident in a loop.

Right: that one earns nothing; the others count.
"""

SOLUTIONS = {
    "xcorr1d": """
def xcorr1d(x, w):
    y = [0]
    while True:
        y.extend(y)
"""
}
EARNS = {"xcorr1d": 0}
