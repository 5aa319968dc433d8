"""Raise ValueError for every call: some exercises want certain calls refused.

Right: only the part that asks for a refusal can be earned by that, and none here asks.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    raise ValueError('no')",
    "out_size": "def out_size(*_, **__):\n    raise ValueError",
}
EARNS = {"relu": 0, "out_size": 0}
