"""Announce an answer of 4 GB, in every framing, and never send it.

Right: nobody makes room for it, and nobody waits for it longer than for any call.
"""

SOLUTIONS = {
    "relu": """
import contextlib
import os
import struct
import time


def relu(x):
    for form in (">I", "<I", ">Q", "<Q", ">QI", "<QI"):
        numbers = [0xFFFFFFFF, 0xFFFFFFFF][: len(form) - 1]
        for number in range(3, 256):
            with contextlib.suppress(OSError):
                os.write(number, struct.pack(form, *numbers))
    time.sleep(10**6)
"""
}
EARNS = {"relu": 0}
