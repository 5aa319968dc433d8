"""Smuggle words out as names that a name server is asked for: one datagram, to a server on this machine.

Right: no datagram arrives.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import socket

HEADER = bytes([0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0])
QUESTION = HEADER + b"\\x06secret\\x07example\\x00\\x00\\x01\\x00\\x01"
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
    line.sendto(QUESTION, ("127.0.0.1", @PORT@))
"""
    ]
}
