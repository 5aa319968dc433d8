"""List the processes of the machine, and look into their folders, open files and memory.

Right: only the learner's own are there.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import os
import pathlib

for path in pathlib.Path("/proc").glob("[0-9]*"):
    for name in ("cmdline", "root@COURSE@/gradebook.db", "cwd/gradebook.db", "cwd/nbgrader_config.py"):
        try:
            print(path, name, (path / name).read_bytes()[:300])
        except OSError:
            pass
"""
    ]
}
NEVER_SHOWN = ("SQLite format", "pytest", "get_config()")
