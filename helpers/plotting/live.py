"""A curve that grows while a network is trained."""

import sys
import time
from types import TracebackType
from typing import Self

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from helpers import palette
from helpers.plotting.axes import row_of_axes


class LiveCurve:
    """Draw the loss of each step, above it a bar of how far the training is, into one figure that is updated in place.

    Parameters
    ----------
    steps : int
        How many steps there will be.
    title : str
        What the figure shows.
    ylabel : str
        What is measured at each step.
    every : float
        Seconds between two drawings, at least: drawing takes time from training. Where a drawing is slow, four times
        as long as it took.
    ylim : tuple of float, optional
        The vertical scale. Without it, what fits.

    Notes
    -----
    Used in a ``with`` block, so that the last drawing is made however the training ends; an interrupted one keeps
    its curve, and tells where it was stopped. Outside a notebook nothing is shown, and ``ax`` holds the figure.

    Examples
    --------
    >>> with LiveCurve(3, title="Loss") as curve:
    ...     for step in range(3):
    ...         curve(step, 1 / (step + 1))
    >>> curve.values
    [1.0, 0.5, 0.3333333333333333]
    """

    def __init__(
        self,
        steps: int,
        *,
        title: str = "",
        ylabel: str = "loss",
        every: float = 0.5,
        ylim: tuple[float, float] | None = None,
    ) -> None:
        self.steps, self.title, self.ylabel, self.every, self.ylim = steps, title, ylabel, every, ylim
        self.values: list[float] = []
        self._handle, self._due, self._began, self._ended = None, 0.0, 0.0, False

    def __call__(self, step: int, value: float) -> None:
        """Add a step's value, and draw if the last drawing is long enough ago.

        Parameters
        ----------
        step : int
            Counted from 0; a step that was seen already begins the curve anew from there.
        value : float
            What was measured.
        """
        self.values[step:] = [float(value)]
        if time.monotonic() > self._due:
            self._show()

    def __enter__(self) -> Self:
        """Begin the clock."""
        self._began = time.monotonic()
        self._due = self._began + self.every
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Draw what there is."""
        self._ended = True
        self._show()

    @property
    def ax(self) -> Axes:
        """The axes, drawn with all values so far."""
        ax = row_of_axes(1)[0]
        seen = np.array(self.values)
        width = max(1, len(seen) // 40)
        ax.plot(seen, color=palette.SERIES[0], alpha=0.3 if width > 1 else 1, linewidth=1, marker="")
        if width > 1:
            smooth = np.convolve(seen, np.ones(width) / width, mode="valid")
            ax.plot(np.arange(width - 1, len(seen)), smooth, color=palette.SERIES[0], marker="")
        ax.set(xlabel="step", ylabel=self.ylabel, xlim=(0, max(1, self.steps - 1)), ylim=self.ylim)
        ax.set_title(self._progress())
        if 0 < len(seen) < self.steps:
            done = len(seen) / self.steps
            bar = {"transform": ax.transAxes, "linewidth": 4, "solid_capstyle": "butt", "clip_on": False, "marker": ""}
            ax.plot([0, 1], [1, 1], color="lightgrey", **bar)
            ax.plot([0, done], [1, 1], color=palette.SERIES[2], **bar)
        return ax

    def _progress(self) -> str:
        done = len(self.values)
        if not 0 < done < self.steps:
            return self.title
        if self._ended:
            return f"{self.title}   stopped at step {done:,} of {self.steps:,}"
        left = (time.monotonic() - self._began) * (self.steps - done) / done
        return f"{self.title}   step {done:,} of {self.steps:,}, {left:.0f} s left"

    def _show(self) -> None:
        began = time.monotonic()
        self._draw()
        ended = time.monotonic()
        # On a busy machine a drawing can take longer than the pause, and would else be made at every step.
        self._due = ended + max(self.every, 4 * (ended - began))

    def _draw(self) -> None:
        shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
        if shell is None:
            return
        from IPython.display import display

        figure = self.ax.figure
        if self._handle is None:
            self._handle = display(figure, display_id=True)
        else:
            self._handle.update(figure)
        plt.close(figure)  # else the notebook would show it once more at the cell's end
