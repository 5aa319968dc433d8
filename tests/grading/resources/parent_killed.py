"""Kill the parent process.

Right: no points come of it, and the class goes on. Whoever kills his own notebook may lose what comes after.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {"relu": "import os\n\n\ndef relu(x):\n    os.kill(os.getppid(), 9)\n    return x"}
EARNS = {"relu": 0}
MAY_LOSE = ("xcorr1d", "max_pool2d", "out_size")
