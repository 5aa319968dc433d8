"""Leave halves of letters behind, as a cut emoji does: no program can write such a text as UTF-8.

Right: they are replaced, and the answers count.
"""

SOLUTIONS = {"relu": 'def relu(x):\n    note = "\ud83d"  # \udc00\n    return np.maximum(x, 0)'}
