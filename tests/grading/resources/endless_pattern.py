"""Match a regular expression that takes longer than the sun shines: one step of Python, too.

Right: it is killed after its seconds.
"""

SOLUTIONS = {"relu": 'import re\n\n\ndef relu(x):\n    return re.match(r"(a+)+$", "a" * 60 + "b")'}
EARNS = {"relu": 0}
