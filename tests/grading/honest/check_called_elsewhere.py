"""Call `check` in cells of one's own, with other seeds and under other names, and go on only if it passed.

Right: that changes nothing, and fails for nobody who is right.
"""

ADDED = {
    "relu-solution": [
        'check("relu", relu)\ncheck("relu", relu, seed=7)\nchecked = True',
        'import autograder\n\nfor name, function in {"relu": relu}.items():\n    autograder.check(name, function)',
    ]
}
SOLUTIONS = {"xcorr1d": 'assert checked\n\n\ndef xcorr1d(x, w):\n    return np.correlate(x, w, "valid")'}
