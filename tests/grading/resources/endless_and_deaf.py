"""Ignore every signal that can be ignored, block the rest, and loop for ever.

Right: SIGKILL cannot be ignored.
"""

SOLUTIONS = {
    "xcorr1d": """
import contextlib
import signal


def xcorr1d(x, w):
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    for number in signal.valid_signals():
        with contextlib.suppress(OSError, ValueError):
            signal.signal(number, signal.SIG_IGN)
    while True:
        pass
"""
}
EARNS = {"xcorr1d": 0}
