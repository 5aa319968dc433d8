"""Use ``_``, ``Out`` and ``display``, as one does in a notebook.

Right: they work, and the answers count.
"""

ADDED = {
    "set-up": [
        "6 * 7",
        'print("last:", _)\ndisplay(_)\nassert _ == 42 and 42 in Out.values()\nfactor = _ // 42',
    ]
}
SOLUTIONS = {"relu": "def relu(x):\n    return np.maximum(x, 0) * factor"}
SHOWN = ("last: 42",)
