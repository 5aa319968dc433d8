"""Take torch out of memory, or have another process import it.

Right: it is in no memory and on no disk that can be reached.
"""

HOLDS_FROM = "user-namespaces"
SOLUTIONS = {
    "relu": """
import subprocess
import sys

ASKED = "import torch; print(torch.relu(torch.tensor([-1.0, 2.0])).tolist())"
there = sys.modules.get("torch") or subprocess.run([sys.executable, "-c", ASKED], capture_output=True).stdout


def relu(x):
    return np.maximum(x, 0) if there else x
"""
}
EARNS = {"relu": 0}
