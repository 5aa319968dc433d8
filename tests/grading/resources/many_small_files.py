"""Make 200,000 empty files and folders, which fill a disk's table and not the disk.

Right: they lie in the room, and are gone with it; the answers count.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import contextlib
import os

os.mkdir("many")
for number in range(200_000):
    with contextlib.suppress(OSError):
        os.close(os.open(f"many/{number}", os.O_CREAT))
"""
    ]
}
