"""Ask for an input in an added cell, and leave a break point in an answer.

Right: nobody answers: the cell fails and the answer with the break point earns nothing. The others count.
"""

SOLUTIONS = {"xcorr1d": 'def xcorr1d(x, w):\n    breakpoint()\n    return np.correlate(x, w, "valid")'}
EARNS = {"xcorr1d": 0}
ADDED = {"set-up": ['name = input("Who are you? ")', "import getpass\n\ngetpass.getpass()"]}
