"""Room around an image: how much of it keeps the size, and what stands in it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers
from helpers.shapes import whole

# This book's name, which is torch's: numpy's name.
MODES = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}
SIDES = ("top", "bottom", "left", "right")


def same_padding(kernel: int, *, dilation: int = 1) -> tuple[int, int]:
    """Return the padding before and after an axis that keeps its size at stride 1.

    Parameters
    ----------
    kernel : int
        Length of the window, at least 1.
    dilation : int
        Distance between neighbouring cells of the window; 1 is contiguous.

    Returns
    -------
    tuple of two int
        (before, after), together ``dilation·(kernel − 1)``. If that is odd, the extra cell stands after.

    Raises
    ------
    TypeError, ValueError
        If an argument is not a whole number, or is below 1.

    Notes
    -----
    ``torch.nn.functional.conv2d(..., padding="same")`` puts the extra cell after, too.

    Examples
    --------
    >>> same_padding(3)
    (1, 1)
    >>> same_padding(4)
    (1, 2)
    >>> same_padding(4, dilation=2)
    (3, 3)
    """
    kernel = whole("same_padding", "kernel", kernel, at_least=1)
    dilation = whole("same_padding", "dilation", dilation, at_least=1)
    total = dilation * (kernel - 1)
    return total // 2, total - total // 2


def pad2d(x: ArrayLike, padding: Sequence[int], *, mode: str = "zeros") -> np.ndarray:
    """Put cells around an image, filled in one of four ways.

    Parameters
    ----------
    x : array_like, shape (height, width), (channels, height, width) or (batch, channels, height, width)
        The image or images; the last two axes are padded.
    padding : sequence of four int
        (top, bottom, left, right), each at least 0.
    mode : str
        "zeros"; "reflect", as in a mirror that stands on the outermost cell, which is not repeated; "replicate",
        the outermost cell again and again; "circular", as if the image were tiled.

    Returns
    -------
    numpy.ndarray, shape (..., top + height + bottom, left + width + right)
        The image in the middle, in its own dtype.

    Raises
    ------
    TypeError
        If ``x`` does not hold real numbers, or a padding is not a whole number.
    ValueError
        If ``x`` has not two to four axes, ``padding`` not four numbers of at least 0, or the mode is unknown; or if
        "reflect" is to show more than ``size − 1`` cells of an axis, or "circular" more than ``size``.

    Notes
    -----
    The modes are those of ``torch.nn.Conv2d``'s ``padding_mode``. ``torch.nn.functional.pad`` takes the sides in
    another order, the last axis first: (left, right, top, bottom).

    Examples
    --------
    >>> pad2d([[1, 2, 3]], (0, 1, 1, 2))
    array([[0, 1, 2, 3, 0, 0],
           [0, 0, 0, 0, 0, 0]])
    >>> pad2d([[1, 2, 3]], (0, 0, 2, 2), mode="reflect")
    array([[3, 2, 1, 2, 3, 2, 1]])
    >>> pad2d([[1, 2, 3]], (0, 0, 2, 2), mode="replicate")
    array([[1, 1, 1, 2, 3, 3, 3]])
    >>> pad2d([[1, 2, 3]], (0, 0, 2, 2), mode="circular")
    array([[2, 3, 1, 2, 3, 1, 2]])
    """
    axes = max(2, min(4, np.ndim(x)))
    as_numbers("pad2d", "x", x, axes=("batch", "channels", "height", "width")[-axes:])
    if np.shape(padding) != (4,):
        raise ValueError(f"pad2d: padding is {padding!r}; it needs four numbers, ({', '.join(SIDES)}).")
    top, bottom, left, right = (whole("pad2d", side, n, at_least=0) for side, n in zip(SIDES, padding, strict=True))
    if mode not in MODES:
        raise ValueError(f"pad2d: mode is {mode!r}; use one of {', '.join(MODES)}.")
    x = np.asarray(x)
    _check_enough_to_show(x.shape[-2:], ((top, bottom), (left, right)), mode)
    return np.pad(x, [(0, 0)] * (axes - 2) + [(top, bottom), (left, right)], mode=MODES[mode])


def _check_enough_to_show(sizes: tuple[int, int], padding: tuple[tuple[int, int], ...], mode: str) -> None:
    if mode not in ("reflect", "circular"):
        return
    for axis, size, sides in zip(("height", "width"), sizes, padding, strict=True):
        most = size - 1 if mode == "reflect" else size
        if max(sides) > most:
            raise ValueError(
                f'pad2d: mode "{mode}" has {most} cell(s) to show beside a {axis} of {size}, and padding asks for '
                f'{max(sides)}; use at most {most}, or mode="replicate".'
            )
