"""Loop for ever in a cell, not in a function.

Right: the cell is dropped, and the others run.
"""

ADDED = {"set-up": ["while True:\n    pass"]}
