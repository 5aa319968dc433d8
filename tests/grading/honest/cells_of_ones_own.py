"""Add cells: notes, trials, empty ones, a raw one, and tests with asserts.

Right: they run where they stand, and the answers count.
"""

import nbformat

ADDED = {
    "relu-solution": ["relu(np.array([-1, 2]))", "assert (relu(np.array([-1.0, 2.0])) == [0, 2]).all()"],
    "xcorr1d-solution": ["for k in range(1, 4):\n    print(xcorr1d(np.arange(6), np.ones(k)))"],
}


def as_saved(work):
    work.cells.insert(0, nbformat.v4.new_markdown_cell("# My name"))
    work.cells.insert(3, nbformat.v4.new_raw_cell("raw"))
    work.cells.insert(4, nbformat.v4.new_code_cell(""))
    return work
