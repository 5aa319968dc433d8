"""Compute 9**9**9: one step of Python, which no signal handler interrupts.

Right: it is killed after its seconds.
"""

SOLUTIONS = {
    "out_size": """
def out_size(size, kernel, *, stride=1, padding=0, dilation=1):
    return pow(9, pow(9, kernel + 9 - kernel))
"""
}
EARNS = {"out_size": 0}
