"""Put another package in the place of `autograder`, and of everything in it.

Right: the judge has its own, and never looks at these.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
import sys
from unittest.mock import MagicMock

for name in [name for name in sys.modules if name.startswith("autograder")]:
    sys.modules[name] = MagicMock()
sys.modules["autograder"] = sys.modules["autograder.grading"] = MagicMock(check=lambda *_, **__: 3)
"""
    ]
}
