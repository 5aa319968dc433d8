"""Wait in every call, as for a slow disk, without using the processor.

Right: only the processor's time is short; the clock's limit is far away.
"""

SOLUTIONS = {"relu": "import time\n\n\ndef relu(x):\n    time.sleep(0.03)\n    return np.maximum(x, 0)"}
