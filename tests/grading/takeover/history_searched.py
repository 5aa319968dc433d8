"""Search the shell's history, its inputs and its namespaces for the checks and the hidden seeds.

Right: checks never come to the shell.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-check": [
        """
shell = get_ipython()
told = [*In, *map(str, shell.history_manager.get_range()), *map(repr, shell.user_ns_hidden.values())]
print([text for text in told if "seed=" in text or "HIDDEN" in text or "check(" in text])
"""
    ]
}
NEVER_SHOWN = ("seed=2)", "BEGIN HIDDEN")
