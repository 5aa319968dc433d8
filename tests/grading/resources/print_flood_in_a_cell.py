"""Print for ever in an added cell.

Right: what is shown is cut; the cell ends by its seconds; the answers count.
"""

ADDED = {"set-up": ['while True:\n    print("spam " * 1000)']}
