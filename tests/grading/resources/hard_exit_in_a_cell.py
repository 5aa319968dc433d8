"""End the process in an added cell, without a word.

Right: that cell is lost, and the answers count.
"""

ADDED = {"relu-solution": ["import os\n\nos._exit(0)"]}
