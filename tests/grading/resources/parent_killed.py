"""Kill the parent process.

Right: no points come of it, the class goes on, and the other answers count.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {"relu": "import os\n\n\ndef relu(x):\n    os.kill(os.getppid(), 9)\n    return x"}
EARNS = {"relu": 0}
