"""Cut the cell of an answer in two in JupyterLab, before the function: the lower half gets a new name.

Right: both halves run, and the answer counts.
"""

from tests.grading.battery import cell_of, put_behind

SOLUTIONS = {"relu": "ZERO = 0\n\n\ndef relu(x):\n    return np.maximum(x, ZERO)"}


def as_saved(work):
    cell = cell_of(work, "relu-solution")
    upper, lower = cell.source.split("\n\n\n")
    cell.source = upper
    put_behind(work, "relu-solution", [lower])
    return work
