"""Kill every process that can be reached, in an added cell.

Right: no other learner is touched. The cell is left out, and the answers count.
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
