"""Figures: each ``plot_*`` draws on one axes and returns it. Importing this sets the book's type sizes and colours."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from helpers import palette

WIDTH = 6.0  # inches
FRAME = "#8a8a84"
LINES = ("-", "--", "-.", ":")
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


def plot_signal(
    values: ArrayLike,
    *,
    ax: Axes | None = None,
    title: str = "",
    label: str = "",
    start: float = 0,
    ylabel: str = "value",
) -> Axes:
    """Draw a signal as a line over its positions, with its name at its right end.

    Parameters
    ----------
    values : array_like, shape (length,)
        The signal.
    ax : matplotlib.axes.Axes, optional
        Where to draw; without it a new figure.
    title, label, ylabel : str
        The finding; the signal's name; what its values are.
    start : float
        Position of the first value: half a kernel, where a window is named after its middle.

    Returns
    -------
    matplotlib.axes.Axes
        The axes, for more to be drawn on it.
    """
    ax = ax or row_of_axes(1)[0]
    values = np.asarray(values)
    positions = np.arange(values.size) + start
    (line,) = ax.plot(positions, values, linewidth=1.4)
    if values.size > 40:
        line.set_marker("")
    end = (positions[-1], values[-1])
    ax.annotate(label, end, (5, 0), textcoords="offset points", color=line.get_color(), va="center")
    ax.set(xlabel="position", ylabel=ylabel)
    return _titled(ax, title)


def plot_curves(
    x: ArrayLike,
    curves: Mapping[str, ArrayLike],
    *,
    ax: Axes | None = None,
    title: str = "",
    xlabel: str = "x",
    ylabel: str = "",
    beside: bool = True,
) -> Axes:
    """Draw up to four curves over one axis, each with a line style of its own and its name.

    Parameters
    ----------
    x : array_like, shape (points,)
        Where the curves are known.
    curves : mapping of str to array_like, shape (points,)
        Each curve's values, by its name.
    ax : matplotlib.axes.Axes, optional
        Where to draw; without it a new figure.
    title, xlabel, ylabel : str
        The finding; what is on the axes.
    beside : bool
        Whether names stand at the lines' right ends; where those meet, a legend is clearer.

    Returns
    -------
    matplotlib.axes.Axes
        The axes, for more to be drawn on it.

    Raises
    ------
    ValueError
        If there are more than four curves.
    """
    if len(curves) > len(LINES):
        raise ValueError(f"plot_curves: {len(curves)} curves; draw at most {len(LINES)} on one axes.")
    ax = ax or row_of_axes(1)[0]
    for (name, values), dashes in zip(curves.items(), LINES, strict=False):
        (line,) = ax.plot(x, values, label=name, marker="", linestyle=dashes, linewidth=1.6)
        if beside:
            end = (line.get_xdata()[-1], line.get_ydata()[-1])
            ax.annotate(name, end, (5, 0), textcoords="offset points", color=line.get_color(), va="center")
    if not beside:
        ax.legend(frameon=False)
    ax.set(xlabel=xlabel, ylabel=ylabel)
    return _titled(ax, title)


def plot_image(image: ArrayLike, *, ax: Axes | None = None, title: str = "", numbers: bool = False) -> Axes:
    """Draw an image in grey, from 0 (black) to its largest value or 1 (white), or in its colours.

    Parameters
    ----------
    image : array_like, shape (height, width) or (height, width, 3)
        Values from 0; red, green and blue from 0 to 1.
    ax : matplotlib.axes.Axes, optional
        Where to draw; without it a new figure.
    title : str
        The finding.
    numbers : bool
        Whether to write each value on its cell; only in grey.

    Returns
    -------
    matplotlib.axes.Axes
        The axes.
    """
    image = np.asarray(image, dtype=float)
    return _grid(image, ax, title, palette.IMAGE, (0, max(1, image.max())), numbers=numbers)


def plot_map(
    values: ArrayLike, *, ax: Axes | None = None, title: str = "", limit: float | None = None, numbers: bool = False
) -> Axes:
    """Draw signed answers from blue (negative) over white (zero) to red (positive), with the scale.

    Parameters
    ----------
    values : array_like, shape (height, width)
        The answers.
    ax : matplotlib.axes.Axes, optional
        Where to draw; without it a new figure.
    title : str
        The finding.
    limit : float, optional
        Which value has the strongest colour; without it the largest magnitude.
    numbers : bool
        Whether to write each value on its cell.

    Returns
    -------
    matplotlib.axes.Axes
        The axes.
    """
    values = np.asarray(values, dtype=float)
    limit = limit or np.abs(values).max() or 1
    ax = _grid(values, ax, title, palette.ACTIVATION, (-limit, limit), numbers=numbers)
    ax.figure.colorbar(ax.images[0], ax=ax, shrink=0.7)
    return ax


def plot_kernel(kernel: ArrayLike, *, ax: Axes | None = None, title: str = "") -> Axes:
    """Draw a kernel from brown (negative) over white (zero) to green (positive), with its numbers.

    Parameters
    ----------
    kernel : array_like, shape (height, width)
        The kernel.
    ax : matplotlib.axes.Axes, optional
        Where to draw; without it a new figure.
    title : str
        Its name.

    Returns
    -------
    matplotlib.axes.Axes
        The axes.
    """
    kernel = np.asarray(kernel, dtype=float)
    limit = np.abs(kernel).max() or 1
    return _grid(kernel, ax, title, palette.WEIGHT, (-limit, limit), numbers=True)


def plot_window(ax: Axes, corner: tuple[int, int], shape: tuple[int, int]) -> Axes:
    """Outline the window whose upper left cell is ``corner`` (row, column).

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        An axes with an image.
    corner, shape : tuple of int
        Row and column of the first cell; height and width.

    Returns
    -------
    matplotlib.axes.Axes
        The axes.
    """
    row, column = corner
    frame = Rectangle(
        (column - 0.5, row - 0.5), shape[1], shape[0], fill=False, edgecolor=palette.WINDOW, linewidth=2.5
    )
    ax.add_patch(frame)
    return ax


def plot_ratios(ratios: Mapping[str, ArrayLike], labels: list[str], *, title: str = "", xlabel: str = "ratio") -> Axes:
    """Draw how many times as much each of a few ways takes, on a scale of powers of ten.

    Parameters
    ----------
    ratios : mapping of str to array_like, shape (cases,)
        The ratios of each way, by its name; the first stands at the top.
    labels : list of str
        Names of the cases, told apart by colour and marker.
    title, xlabel : str
        The finding; what the ratios are of.

    Returns
    -------
    matplotlib.axes.Axes
        The axes, of a new figure.
    """
    ax = row_of_axes(1)[0]
    heights = np.linspace(-0.2, 0.2, len(labels))  # no marker hides another
    for label, height, values in zip(labels, heights, zip(*ratios.values(), strict=True), strict=True):
        ax.semilogx(values, np.arange(len(ratios)) + height, linestyle="", markersize=7, label=label)
    ax.xaxis.set_major_formatter("{x:,g}")
    ax.set_yticks(range(len(ratios)), list(ratios))
    ax.set(xlabel=xlabel, ylim=(len(ratios) - 0.5, -0.5))
    ax.grid(axis="x", color="#e3e3df")
    ax.set_axisbelow(True)
    ax.figure.legend(loc="outside lower center", ncols=len(labels), frameon=False, fontsize=9)
    return _titled(ax, title)


def _grid(
    values: np.ndarray, ax: Axes | None, title: str, cmap: str, limits: tuple[float, float], *, numbers: bool
) -> Axes:
    ax = ax or row_of_axes(1)[0]
    picture = ax.imshow(values, cmap=cmap, vmin=limits[0], vmax=limits[1], interpolation="nearest")
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set(visible=True, color=FRAME, linewidth=0.6)  # else a white cell has no edge on white
    for (row, column), value in np.ndenumerate(values) if numbers else ():
        shade = np.dot(picture.cmap(picture.norm(value))[:3], (0.2126, 0.7152, 0.0722))
        text = f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−")
        ax.text(column, row, text, ha="center", va="center", color="black" if shade > 0.45 else "white")
    return _titled(ax, title)


def _titled(ax: Axes, title: str) -> Axes:
    ax.set_title(title)
    return ax
