"""Rewrite every later cell before it is parsed: each check becomes the number 5.

Right: no check is run where the learner's code is.
"""

SOLUTIONS = {"relu": "def relu(x):\n    return x"}
EARNS = {"relu": 0}
ADDED = {
    "relu-solution": [
        """
def five(lines):
    return ["5\\n"] if any("check(" in line for line in lines) else lines


get_ipython().input_transformers_cleanup.insert(0, five)
get_ipython().input_transformers_post.append(five)
"""
    ]
}
