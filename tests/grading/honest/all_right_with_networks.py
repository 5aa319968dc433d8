"""Solve everything as the tasks say, in torch.

Right: full marks.
"""

ASSIGNMENT = "networks"
