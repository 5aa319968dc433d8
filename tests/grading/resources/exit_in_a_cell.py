"""Leave in an added cell: `exit()`, `sys.exit()`, `quit()`.

Right: that ends the cell, and not the notebook.
"""

ADDED = {"set-up": ["exit()", "import sys\n\nsys.exit(1)", "quit(keep_kernel=True)"]}
