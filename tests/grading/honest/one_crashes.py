"""Have one function that fails, one cell that is no Python, and one of the wrong name.

Right: what is right counts.
"""

SOLUTIONS = {
    "relu": "def relu(x)\n    return np.maximum(x, 0)",
    "xcorr1d": "def xcorr1d(x, w):\n    return x[10_000]",
    "max_pool2d": "def maxpool(x, kernel, *, stride=None, padding=0):\n    return x",
}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0}
