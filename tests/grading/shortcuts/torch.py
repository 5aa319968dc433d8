"""Use torch in an exercise that is to be built with numpy.

Right: it is not there, and says so at home, too.
"""

SOLUTIONS = {
    "relu": """
def relu(x):
    import torch

    return torch.relu(torch.from_numpy(x)).numpy()
"""
}
EARNS = {"relu": 0}
