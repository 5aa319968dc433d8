"""Use one answer in another, and a global that is defined later.

Right: the answers count.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    return np.where(positive(x), x, 0)",
    "xcorr1d": 'def xcorr1d(x, w):\n    return np.correlate(x, w, "valid") if relu(np.ones(1)) else None',
}
ADDED = {"relu-solution": ["def positive(x):\n    return x > 0"]}
