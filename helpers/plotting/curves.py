"""Lines and points: signals, curves, ratios."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from helpers.plotting.axes import row_of_axes, titled

LINES = ("-", "--", "-.", ":")


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
    return titled(ax, title)


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
    return titled(ax, title)


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
    return titled(ax, title)
