"""Write nbgrader's own markers into an answer, as in the copy of an older exercise.

Right: they are comments, and the answer counts.
"""

SOLUTIONS = {
    "relu": """
### BEGIN HIDDEN TESTS
def relu(x):
    ### BEGIN SOLUTION
    return np.maximum(x, 0)
    ### END SOLUTION
    ### END HIDDEN TESTS
"""
}
