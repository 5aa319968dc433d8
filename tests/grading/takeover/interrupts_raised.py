"""Raise what a judge may take for its own: KeyboardInterrupt, SystemExit, GeneratorExit, CancelledError.

Right: they end a call of the learner's, and nothing else.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    raise KeyboardInterrupt",
    "xcorr1d": "def xcorr1d(x, w):\n    raise SystemExit(0)",
    "max_pool2d": """
import asyncio


def max_pool2d(x, kernel, *, stride=None, padding=0):
    raise asyncio.CancelledError
""",
    "out_size": """
def out_size(size, kernel, *, stride=1, padding=0, dilation=1):
    raise GeneratorExit
""",
}
EARNS = {"relu": 0, "xcorr1d": 0, "max_pool2d": 0, "out_size": 0}
