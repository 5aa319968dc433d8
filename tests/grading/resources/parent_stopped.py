"""Stop the parent process, so that nobody goes on.

Right: no points come of it, and the class goes on. Whoever stops his own notebook may lose what comes after.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": "import os\nimport signal\n\n\ndef relu(x):\n    os.kill(os.getppid(), signal.SIGSTOP)\n    return x"
}
EARNS = {"relu": 0}
MAY_LOSE = ("xcorr1d", "max_pool2d", "out_size")
