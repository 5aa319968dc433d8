"""Show progress: lines that are written over, outputs that are cleared and updated, colours of the terminal.

Right: the answers count.
"""

ADDED = {
    "relu-solution": [
        """
import sys
from IPython.display import clear_output, display, update_display

for number in range(20):
    print(f"\\r{number}/20", end="", file=sys.stderr)
    clear_output(wait=True)
print("\\x1b[31mred\\x1b[0m")
shown = display("first", display_id=True)
shown.update("second")
update_display("third", display_id=shown.display_id)
"""
    ]
}
