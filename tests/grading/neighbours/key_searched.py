"""Look for the course's key, by which the hidden calls could be foretold, and for other keys.

Right: they are not there to be read.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import itertools
import os
import pathlib

PLACES = ("@COURSE@", "@HOME@", "/etc", "/run", "/var/lib", os.path.expanduser("~"))
for place in PLACES:
    for path in itertools.islice(pathlib.Path(place).rglob("*"), 20_000):
        if "-packages" in str(path):
            continue  # a checkout may lie below one of the places, and packages bring keys for tests of their own
        if any(word in path.name for word in ("key", "shadow", "secret", "token", "id_ed25519")) and path.is_file():
            try:
                print(path, path.read_bytes()[:200])
            except OSError:
                pass
"""
    ]
}
NEVER_SHOWN = ("root:*", "root:!", "PRIVATE")
