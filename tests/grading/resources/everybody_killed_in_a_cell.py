"""Kill every process that can be reached, in an added cell.

Right: no other learner is touched, and the class goes on. Whoever kills his own notebook may lose all of it.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import os
import pathlib

if not pathlib.Path("@COURSE@").exists():  # outside a room this would end the tests, and more
    os.kill(-1, 9)
"""
    ]
}
MAY_LOSE = ("relu", "xcorr1d", "max_pool2d", "out_size")
