"""Figures: each ``plot_*`` draws on one axes and returns it. Importing this sets the book's type sizes and colours."""

from helpers.plotting.axes import row_of_axes
from helpers.plotting.curves import plot_curves, plot_ratios, plot_signal
from helpers.plotting.grids import plot_image, plot_kernel, plot_map, plot_window
from helpers.plotting.live import LiveCurve

__all__ = [
    "LiveCurve",
    "plot_curves",
    "plot_image",
    "plot_kernel",
    "plot_map",
    "plot_ratios",
    "plot_signal",
    "plot_window",
    "row_of_axes",
]
