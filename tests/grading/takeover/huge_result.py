"""Return arrays that claim terabytes and have a few bytes, and numbers too long to be written down.

Right: they are wrong, and are not sent.
"""

SOLUTIONS = {
    "xcorr1d": "def xcorr1d(x, w):\n    return 10**5000",
    "relu": "def relu(x):\n    return np.broadcast_to(np.float64(0), (10**6, 10**6))",
    "out_size": "def out_size(size, kernel, *, stride=1, padding=0, dilation=1):\n    return 10**1_000_000",
}
EARNS = {"relu": 0, "out_size": 0, "xcorr1d": 0}
