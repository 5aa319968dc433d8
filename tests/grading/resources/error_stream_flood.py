"""Write for ever to stderr, and past Python to its descriptor, as a library in C does.

Right: what is shown is cut; the cell ends by its seconds; the answers count.
"""

ADDED = {"set-up": ['import os\n\nwhile True:\n    os.write(2, b"spam " * 10_000)\n    os.write(1, b"spam " * 10_000)']}
