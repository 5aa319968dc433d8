"""Axes in the book's width, type sizes and colours, which importing this sets."""

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from helpers import palette

WIDTH = 6.0  # inches
STYLE = {
    "figure.facecolor": "white",  # opaque: the book's dark theme puts a figure on a light card
    "figure.figsize": (WIDTH, 2.6),
    "figure.constrained_layout.use": True,
    "savefig.facecolor": "white",
    "font.size": 9,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": plt.cycler(color=palette.SERIES) + plt.cycler(marker=palette.MARKERS),
    "lines.markersize": 4,
    "figure.dpi": 144,
}
plt.rcParams.update(STYLE)


def row_of_axes(count: int, *, height: float = 2.4, share_y: bool = False) -> list[Axes]:
    """Return ``count`` axes side by side in one figure as wide as the text.

    Parameters
    ----------
    count : int
        How many.
    height : float
        Of the figure, in inches.
    share_y : bool
        Whether all have one vertical scale, so that what is drawn can be compared by eye.

    Returns
    -------
    list of matplotlib.axes.Axes
        From left to right.
    """
    _, axes = plt.subplots(1, count, figsize=(WIDTH, height), squeeze=False, sharey=share_y)
    return list(axes[0])


def titled(ax: Axes, title: str) -> Axes:
    """Give an axes its title, and return it."""
    ax.set_title(title)
    return ax
