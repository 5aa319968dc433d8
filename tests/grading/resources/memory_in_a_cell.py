"""Make an array of a terabyte in an added cell, by a slip in its shape.

Right: MemoryError, or the end of that cell; the answers count.
"""

ADDED = {"set-up": ["maps = np.ones((1024, 1024, 1024, 128))", "maps = bytearray(1 << 40)"]}
