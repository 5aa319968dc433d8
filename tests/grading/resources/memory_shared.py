"""Fill the memory with shared pages: anonymous files, which belong to no process and to no folder.

Right: they count, or cannot be made. That answer earns nothing, and the others count.
"""

SOLUTIONS = {
    "xcorr1d": """
import contextlib
import mmap
import os


def xcorr1d(x, w):
    kept = []
    for number in range(64):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            file = os.memfd_create(str(number))
            os.ftruncate(file, 1 << 26)
            kept.append(mmap.mmap(file, 1 << 26))
            for page in range(0, 1 << 26, 4096):
                kept[-1][page] = 1
    return x
"""
}
EARNS = {"xcorr1d": 0}
