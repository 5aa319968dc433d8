"""Return views: turned round twice, in Fortran's order, every second number, read-only.

Right: the numbers are right.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    return np.asfortranarray(np.maximum(x, 0)[::-1])[::-1]",
    "xcorr1d": """
def xcorr1d(x, w):
    y = np.repeat(np.correlate(x, w, "valid"), 2)[::2]
    y.flags.writeable = False
    return y
""",
}
