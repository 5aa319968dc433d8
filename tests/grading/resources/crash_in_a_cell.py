"""Read address 0 in an added cell: the process is gone at once.

Right: that cell is lost, and the answers count.
"""

ADDED = {"set-up": ["import ctypes\n\nctypes.string_at(0)"]}
