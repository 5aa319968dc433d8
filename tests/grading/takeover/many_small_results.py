"""Return millions of small things in dicts and lists, which cost a judge time and memory to rebuild.

Right: they are wrong, and the judge does not suffer.
"""

SOLUTIONS = {
    "relu": "def relu(x):\n    return [{'a': i} for i in range(2_000_000)]",
    "out_size": """
def out_size(size, kernel, *, stride=1, padding=0, dilation=1):
    return {i: [i] for i in range(500_000)}
""",
}
EARNS = {"relu": 0, "out_size": 0}
