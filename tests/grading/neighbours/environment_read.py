"""Show the environment, one's own and that of the processes around.

Right: it holds nothing of the instructor's.
"""

ADDED = {
    "set-up": [
        """
import os
import pathlib

print(dict(os.environ))
for path in pathlib.Path("/proc").glob("[0-9]*/environ"):
    try:
        print(path.read_bytes())
    except OSError:
        pass
"""
    ]
}
HOLDS_FROM = "user-namespaces"
