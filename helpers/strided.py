"""The sliding dot product with all that its window can do: stride, padding and dilation, on one image."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers, check_no_overflow, in_common_dtype
from helpers.shapes import check_fits, extent, pair

Size = int | tuple[int, int]


def xcorr2d_strided(
    x: ArrayLike, k: ArrayLike, *, stride: Size = 1, padding: Size = 0, dilation: Size = 1
) -> np.ndarray:
    """Slide a kernel over an image in steps, with zeros around the image and gaps between the kernel's cells.

    Parameters
    ----------
    x : array_like, shape (height, width)
        The image.
    k : array_like, shape (kernel_height, kernel_width)
        The kernel.
    stride : int or tuple of two int
        How far the window moves between positions, at least 1; one number for both axes, or (height, width).
    padding : int or tuple of two int
        Zeros on *each* side of the image, at least 0.
    dilation : int or tuple of two int
        Distance between neighbouring cells of the window, at least 1; 1 is contiguous.

    Returns
    -------
    numpy.ndarray, shape (out_height, out_width)
        ``y[i, j] = Σ_u Σ_v padded[i·stride + u·dilation, j·stride + v·dilation]·k[u, v]``; its sizes by
        :func:`helpers.shapes.out_size`. int64 for integers and bool, else the floats' common dtype.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If an argument is not what is said here, or the window does not fit once.

    Notes
    -----
    Cross-correlation; ``torch.nn.functional.conv2d`` with one channel does the same.

    Examples
    --------
    >>> x = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]
    >>> xcorr2d_strided(x, [[1, 0], [0, 1]])
    array([[ 7,  9, 11],
           [ 5,  7,  9]])
    >>> xcorr2d_strided(x, [[1, 0], [0, 1]], stride=2)
    array([[ 7, 11]])
    >>> xcorr2d_strided(x, [[1, 0], [0, 1]], stride=2, padding=1)
    array([[1, 3, 0],
           [9, 7, 8]])
    >>> xcorr2d_strided(x, [[1, 0], [0, 1]], dilation=(2, 3))
    array([[3]])
    """
    x = as_numbers("xcorr2d_strided", "x", x, axes=("height", "width"))
    k = as_numbers("xcorr2d_strided", "k", k, axes=("height", "width"))
    steps = pair("xcorr2d_strided", "stride", stride, at_least=1)
    sides = pair("xcorr2d_strided", "padding", padding, at_least=0)
    gaps = pair("xcorr2d_strided", "dilation", dilation, at_least=1)
    check_fits("xcorr2d_strided", x.shape, k.shape, padding=sides, dilation=gaps)
    check_no_overflow("xcorr2d_strided", x, k, terms=k.size)
    x, k = in_common_dtype(x, k)
    padded = np.pad(x, ((sides[0],) * 2, (sides[1],) * 2))
    windows = sliding_window_view(padded, (extent(k.shape[0], gaps[0]), extent(k.shape[1], gaps[1])))
    windows = windows[:: steps[0], :: steps[1], :: gaps[0], :: gaps[1]]
    return np.einsum("ijuv,uv->ij", windows, k)
