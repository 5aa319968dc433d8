"""Hand in a right notebook with a secret in it, which the others are after.

Right: full marks, and the secret is in nobody else's notebook.
"""

SOLUTIONS = {"relu": 'def relu(x):\n    """@SECRET@"""\n    return np.maximum(x, 0)'}
KEEPS_THE_SECRET = True
