"""Compute for ever in a chain of short-lived processes, none of which uses up its own seconds.

Right: the seconds of all processes together count, or the clock does.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import os
import time


def relu(x):
    while True:
        if os.fork():
            os._exit(0) if os.getpid() != first else os.wait()
        while time.process_time() < 0.5:
            pass


first = os.getpid()
"""
}
EARNS = {"relu": 0}
