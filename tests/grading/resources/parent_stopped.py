"""Stop the parent process, so that nobody goes on.

Right: no points come of it, the class goes on, and the other answers count.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": "import os\nimport signal\n\n\ndef relu(x):\n    os.kill(os.getppid(), signal.SIGSTOP)\n    return x"
}
EARNS = {"relu": 0}
