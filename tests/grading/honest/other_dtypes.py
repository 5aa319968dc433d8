"""Return whole numbers where they are whole, long doubles, and the other order of bytes.

Right: the numbers are right.
"""

SOLUTIONS = {
    "relu": 'def relu(x):\n    return np.maximum(x, 0).astype(">f8")',
    "xcorr1d": 'def xcorr1d(x, w):\n    return np.correlate(x.astype(np.longdouble), w, "valid")',
    "out_size": """
def out_size(size, kernel, *, stride=1, padding=0, dilation=1):
    return np.int32((size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1)
""",
}
