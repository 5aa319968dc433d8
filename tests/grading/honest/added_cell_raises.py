"""Leave cells that fail: a trial with an error, a name that is gone, half a line.

Right: the answers count.
"""

ADDED = {
    "set-up": ["1 / 0", "relu(np.zeros(3))", "print('half"],
    "relu-solution": ["raise NotImplementedError", "assert False, 'look at this again'"],
}
