"""Hand over an object with ``__call__``, a ``partial``, a ``lambda`` and a method.

Right: each can be called, and answers rightly.
"""

SOLUTIONS = {
    "relu": """
class Bend:
    def __call__(self, x):
        return np.maximum(x, 0)


relu = Bend()
""",
    "xcorr1d": "import functools\n\nxcorr1d = functools.partial(np.correlate, mode='valid')",
    "out_size": """
out_size = lambda size, kernel, *, stride=1, padding=0, dilation=1: (  # noqa: E731
    size + 2 * padding - dilation * (kernel - 1) - 1
) // stride + 1
""",
}
