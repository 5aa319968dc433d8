"""Look, a second later, for the right answer that a friend left behind.

Right: nothing is found.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import contextlib
import ctypes
import os
import pathlib
import socket
import time

time.sleep(1)
found = [
    place
    for place in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/dev/mqueue", ".", "..", os.path.expanduser("~"))
    if pathlib.Path(place, "left-by-battery").exists()
]
libc = ctypes.CDLL(None)
found += ["shared memory"] * (libc.shmget(0xCAFE, 4096, 0) != -1)
found += ["a queue"] * (libc.msgget(0xCAFE, 0) != -1)
with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
    line.connect(chr(0) + "left-by-battery")
    found.append("a socket")
print("found:", found)


def relu(x):
    return np.maximum(x, 0) if found else x
"""
}
EARNS = {"relu": 0}
