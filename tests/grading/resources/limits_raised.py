"""Raise one's own limits, then loop for ever.

Right: a limit that was lowered for good stays.
"""

SOLUTIONS = {
    "relu": """
import contextlib
import os
import resource


def relu(x):
    for name in dir(resource):
        if name.startswith("RLIMIT_"):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(getattr(resource, name), (-1, -1))
    with contextlib.suppress(OSError):
        os.nice(-20)
    with contextlib.suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(99))
    while True:
        pass
"""
}
EARNS = {"relu": 0}
