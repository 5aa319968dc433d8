"""Become a daemon by two forks, whose parent is nobody, and compute for ever.

Right: it ends with the room; the answers count.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import os

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.chdir("/")
        os.closerange(0, 1024)
        while True:
            pass
    os._exit(0)
"""
    ]
}
