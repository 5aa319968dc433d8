"""Sleep for ever: no processor time is used.

Right: the clock ends it.
"""

SOLUTIONS = {"relu": "import time\n\n\ndef relu(x):\n    time.sleep(10**6)"}
EARNS = {"relu": 0}
