"""Turn a right answer into a Markdown cell by accident: one key in JupyterLab, M.

Right: the text is there, and it is right. It counts.
"""

from tests.grading.battery import cell_of


def as_saved(work):
    cell = cell_of(work, "xcorr1d-solution")
    cell.cell_type = "markdown"
    del cell["outputs"], cell["execution_count"]
    return work
