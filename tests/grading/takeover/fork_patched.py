"""Patch `os.fork`, `os._exit`, `socket` and `signal`, so that the next fork does what the learner wants.

Right: the cell is lost that cut its own branch. The wrong answer stays wrong, and the others count.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
import os
import signal
import socket

os.fork = lambda: 0
os._exit = os.kill = os.waitpid = lambda *_: (0, 0)
signal.signal = lambda *_: None
socket.socket.sendall = socket.socket.send = lambda *_: 3
"""
    ]
}
