"""Print a line for each number of every map, left over from looking for a mistake.

Right: honest and noisy; the answer is right and counts.
"""

SOLUTIONS = {
    "relu": """
def relu(x):
    for place in np.ndindex(x.shape):
        print("now at", place, "where x is", x[place], "and all of it is", x.tolist()[:1])
    return np.maximum(x, 0)
"""
}
