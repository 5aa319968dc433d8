"""Arrays drawn cell by cell: images, maps, kernels, and the window that is read."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike

from helpers import palette
from helpers.plotting.axes import row_of_axes, titled

FRAME = "#8a8a84"


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
    return titled(ax, title)
