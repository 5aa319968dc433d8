"""Wait half a second in a cell, to look at something.

Right: that costs nothing.
"""

ADDED = {"set-up": ["import time\n\ntime.sleep(0.5)"]}
