"""Use scipy in an exercise that is to be built with numpy.

Right: it is not there, and says so at home, too.
"""

SOLUTIONS = {
    "xcorr1d": """
def xcorr1d(x, w):
    from scipy.signal import correlate

    return correlate(x, w, "valid")
"""
}
EARNS = {"xcorr1d": 0}
