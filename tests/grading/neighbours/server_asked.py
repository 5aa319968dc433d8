"""Ask a server on this machine for the answer, and send it one's work.

Right: no connection comes about.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import contextlib
import socket

told = b""
for family, address in ((socket.AF_INET, ("127.0.0.1", @PORT@)), (socket.AF_INET6, ("::1", @PORT@))):
    with contextlib.suppress(OSError), socket.socket(family) as line:
        line.settimeout(2)
        line.connect(address)
        line.send(b"relu, please")
        told = told or line.recv(100)


def relu(x):
    return np.maximum(x, 0) if told else x
"""
}
EARNS = {"relu": 0}
