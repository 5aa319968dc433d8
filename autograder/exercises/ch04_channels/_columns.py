"""Windows laid out as columns, and mistakes in their order."""

import numpy as np

from autograder.exercise import Slip

SECTION = "04_2_what_it_costs#Windows as columns"


def as_columns(windows: np.ndarray, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Lay windows (batch, channels, out_height, out_width, kernel_height, kernel_width) out as columns."""
    batch, channels, out_height, out_width, height, width = windows.shape
    order = (0, 1, 4, 5, 2, 3)
    if "columns-not-rearranged" in slips:
        order = (0, 1, 2, 3, 4, 5)
    if "cells-before-channels" in slips:
        order = (0, 4, 5, 1, 2, 3)
    if "cells-column-by-column" in slips:
        order = (0, 1, 5, 4, 2, 3)
    if "windows-column-by-column" in slips:
        order = (*order[:4], 3, 2)
    if "rows-reshaped" in slips:
        order = (0, 2, 3, 1, 4, 5)
    return windows.transpose(order).reshape(batch, channels * height * width, out_height * out_width)


COLUMNS_NOT_REARRANGED = Slip(
    "columns-not-rearranged",
    decision="order of cells",
    does="You `reshape` the windows without putting their axes in order first.",
    why="`reshape` keeps the numbers in the order in which they lie, window after window, and cuts them anew, so that "
    "no column is a window. Transpose first: channels, kernel rows and kernel columns before the positions.",
    code="windows.reshape(batch, channels * kernel_height * kernel_width, out_height * out_width)",
    section=SECTION,
    seen="`reshape` in place of `transpose` gives the right shape everywhere, in every library, and the wrong numbers.",
)
CELLS_BEFORE_CHANNELS = Slip(
    "cells-before-channels",
    decision="order of cells",
    does="Your columns put the channels last: all channels of the window's first cell, then those of its second.",
    why="A column is read channel by channel, as a kernel is when w.reshape(out_channels, −1) flattens it.",
    code="windows.transpose(0, 4, 5, 1, 2, 3)",
    section=SECTION,
    seen="Right where the channels come last (NHWC), as in TensorFlow.",
)
CELLS_COLUMN_BY_COLUMN = Slip(
    "cells-column-by-column",
    decision="order of cells",
    does="Your columns read each window column by column.",
    why="A window is read row by row, as `ravel` does: the cell [u, v] is number u·kernel_width + v.",
    code="windows.transpose(0, 1, 5, 4, 2, 3)",
    section=SECTION,
    seen="MATLAB's `im2col` reads blocks column by column, as MATLAB keeps all its arrays.",
)
