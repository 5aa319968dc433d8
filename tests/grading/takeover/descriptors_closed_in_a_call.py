"""Close every open file while the judge waits for an answer.

Right: no answer, no points; the other answers count.
"""

SOLUTIONS = {"relu": "import os\n\n\ndef relu(x):\n    os.closerange(0, 65536)\n    return x"}
EARNS = {"relu": 0}
