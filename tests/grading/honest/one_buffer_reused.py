"""Fill one and the same array in every call, to save memory.

Right: each answer is right when it is given, and that counts.
"""

SOLUTIONS = {
    "relu": """
buffers = {}


def relu(x):
    y = buffers.setdefault(x.shape, np.zeros(x.shape))
    np.maximum(x, 0, out=y)
    return y
"""
}
