"""Write a wrong function in the cell of the answer, and the right one in an added cell below it.

Right: when the check comes, the right one is there, as at home.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return abs(x)"}
ADDED = {"relu-solution": ["def relu(x):\n    return np.maximum(x, 0)"]}
