"""Compute in float32 and float16.

Right: tolerances fit the dtype.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    return np.maximum(x, 0).astype(np.float16)",
    "xcorr1d": 'def xcorr1d(x, w):\n    return np.correlate(x.astype(np.float32), w.astype(np.float32), "valid")',
}
