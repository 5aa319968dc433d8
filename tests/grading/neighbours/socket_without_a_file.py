"""Talk to a server on this machine by an abstract Unix socket, which belongs to no folder.

Right: no connection comes about.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import contextlib
import socket

told = b""
with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
    line.settimeout(2)
    line.connect(chr(0) + "@SOCKET@")
    told = line.recv(100)


def relu(x):
    return np.maximum(x, 0) if told else x
"""
}
EARNS = {"relu": 0}
