"""Return a list where an array is asked for.

Right: no points, and a sentence that says what to do, as at home.
"""

SOLUTIONS = {"xcorr1d": 'def xcorr1d(x, w):\n    return np.correlate(x, w, "valid").tolist()'}
EARNS = {"xcorr1d": 0}
TOLD = "your function returns a list; wrap it into an array"
