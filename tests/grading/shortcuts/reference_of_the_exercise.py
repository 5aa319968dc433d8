"""Take the truth from the exercise itself.

Right: exercises are not where the learner's code is.
"""

SOLUTIONS = {
    "relu": """
def relu(x):
    from autograder.exercises import load

    return load("relu").reference(x)
""",
    "xcorr1d": """
def xcorr1d(x, w):
    from autograder.exercises.ch02_convolution.xcorr1d import slipped

    return slipped(x, w)
""",
    "max_pool2d": """
def max_pool2d(x, kernel, **options):
    import sys

    return sys.modules["autograder.exercises"].load("max_pool2d").reference(x, kernel, **options)
""",
}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0}
