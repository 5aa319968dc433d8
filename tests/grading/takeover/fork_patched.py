"""Patch `os.fork`, `os._exit`, `socket` and `signal`, so that the next fork does what the learner wants.

Right: whoever cuts his own branch falls; no points come of it.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
MAY_LOSE = ("xcorr1d", "max_pool2d", "out_size")  # without forks there is nobody to answer
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
