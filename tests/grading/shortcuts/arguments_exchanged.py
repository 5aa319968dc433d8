"""Write into the argument so that the wrong answer fits the question.

Right: the judge compares with what it sent.
"""

SOLUTIONS = {
    "relu": """
def relu(x):
    answer = x.copy()
    x[...] = abs(x)
    return answer
""",
    "max_pool2d": """
def max_pool2d(x, kernel, *, stride=None, padding=0):
    x.resize((1, 1, 1, 1), refcheck=False)
    return x
""",
}
EARNS = {"relu": 0, "max_pool2d": 0}
