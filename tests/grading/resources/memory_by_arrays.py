"""Fill the memory with arrays, and catch MemoryError to go on.

Right: that one earns nothing; the others count.
"""

SOLUTIONS = {
    "xcorr1d": """
def xcorr1d(x, w):
    kept, size = [], 1 << 26
    while True:
        try:
            kept.append(np.ones(size))
        except MemoryError:
            size = max(1, size // 2)
"""
}
EARNS = {"xcorr1d": 0}
