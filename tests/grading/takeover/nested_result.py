"""Return tuples 100,000 deep, and a list that holds itself.

Right: they are wrong, and nobody's stack overflows.
"""

SOLUTIONS = {
    "relu": """
def relu(x):
    y = ()
    for _ in range(100_000):
        y = (y,)
    return y
""",
    "out_size": """
def out_size(size, kernel, *, stride=1, padding=0, dilation=1):
    y = []
    y.append(y)
    return y
""",
}
EARNS = {"relu": 0, "out_size": 0}
