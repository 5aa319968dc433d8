"""Close every open file in an added cell.

Right: that cell is lost, and the answers count.
"""

ADDED = {"set-up": ["import os\n\nos.closerange(0, 65536)"]}
