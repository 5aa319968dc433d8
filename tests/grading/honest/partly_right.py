"""Get one part of an exercise right: windows that lie side by side, and nothing else.

Right: the points of that part.
"""

SOLUTIONS = {
    "max_pool2d": """
def max_pool2d(x, kernel, *, stride=None, padding=0):
    n, c, h, w = x.shape
    h, w = h // kernel, w // kernel
    return x[:, :, : h * kernel, : w * kernel].reshape(n, c, h, kernel, w, kernel).max(axis=(3, 5))
"""
}
EARNS = {"max_pool2d": 2}
