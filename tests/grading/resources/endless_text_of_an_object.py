"""End a cell with an object whose text has 300 MB, and with one whose text never ends.

Right: what is shown is cut; the answers count.
"""

ADDED = {
    "set-up": ['"x" * 300_000_000'],
    "relu-solution": [
        """
class Endless:
    def __repr__(self):
        while True:
            pass


Endless()
"""
    ],
}
