"""Sleep for ever in an added cell, as while waiting for an input that nobody gives.

Right: the clock ends it, and the answers count.
"""

ADDED = {"set-up": ["import time\n\ntime.sleep(10**6)"]}
