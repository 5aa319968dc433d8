"""The sliding dot product and its relatives, on plain arrays.

Everything here is cross-correlation, as in the deep-learning frameworks: the kernel is not turned. Only
:func:`conv2d_true` turns it. Integers are summed as int64, so small types never wrap; floats keep their dtype.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers, check_no_overflow, in_common_dtype
from helpers.shapes import check_fits, whole

IMAGE_AXES = ("height", "width")


def xcorr1d(x: ArrayLike, w: ArrayLike) -> np.ndarray:
    """Slide a kernel along a signal; at each position, multiply pair by pair and add up.

    Parameters
    ----------
    x : array_like, shape (length,)
        The signal.
    w : array_like, shape (kernel_length,)
        The kernel, not longer than the signal.

    Returns
    -------
    numpy.ndarray, shape (length - kernel_length + 1,)
        ``y[i] = Σ_u x[i + u]·w[u]``. int64 for integers and bool, else the floats' common dtype.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If an argument is not a real, non-empty array of one axis, or the kernel is longer than the signal.

    Examples
    --------
    >>> xcorr1d([1, 2, 3, 4, 5], [1, 0, -1])
    array([-2, -2, -2])
    """
    x = as_numbers("xcorr1d", "x", x, axes=("length",))
    w = as_numbers("xcorr1d", "w", w, axes=("length",))
    if w.size > x.size:
        raise ValueError(f"xcorr1d: kernel of {w.size} does not fit in signal of {x.size}; use a shorter kernel.")
    check_no_overflow("xcorr1d", x, w, terms=w.size)
    x, w = in_common_dtype(x, w)
    return sliding_window_view(x, w.size) @ w


def xcorr2d(x: ArrayLike, k: ArrayLike) -> np.ndarray:
    """Slide a kernel over an image; at each position, multiply cell by cell and add up.

    Parameters
    ----------
    x : array_like, shape (height, width)
        The image.
    k : array_like, shape (kernel_height, kernel_width)
        The kernel, not larger than the image.

    Returns
    -------
    numpy.ndarray, shape (height - kernel_height + 1, width - kernel_width + 1)
        ``y[i, j] = Σ_u Σ_v x[i + u, j + v]·k[u, v]``. int64 for integers and bool, else the floats' common dtype.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If an argument is not a real, non-empty array of two axes, or the kernel does not fit in the image.

    Notes
    -----
    Cross-correlation, as in Goodfellow, Bengio and Courville, *Deep Learning* (2016), equation 9.6.

    Examples
    --------
    >>> xcorr2d([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]], [[1, 0], [0, 1]])
    array([[ 7,  9, 11],
           [ 5,  7,  9]])
    """
    x, k = _image_and_kernel("xcorr2d", x, k)
    return np.einsum("ijuv,uv->ij", sliding_window_view(x, k.shape), k)


def xcorr2d_loop(x: ArrayLike, k: ArrayLike) -> np.ndarray:
    """Do what :func:`xcorr2d` does, one output cell after the other.

    Parameters
    ----------
    x, k : array_like
        As for :func:`xcorr2d`.

    Returns
    -------
    numpy.ndarray
        As :func:`xcorr2d`.

    Raises
    ------
    TypeError, ValueError, OverflowError
        As :func:`xcorr2d`.

    Examples
    --------
    >>> xcorr2d_loop([[1, 2, 3], [4, 5, 6]], [[1, 2], [0, -1]])
    array([[0, 2]])
    """
    x, k = _image_and_kernel("xcorr2d_loop", x, k)
    kernel_height, kernel_width = k.shape
    out_height, out_width = x.shape[0] - kernel_height + 1, x.shape[1] - kernel_width + 1
    y = np.zeros((out_height, out_width), dtype=x.dtype)
    for i in range(out_height):
        for j in range(out_width):
            y[i, j] = np.sum(x[i : i + kernel_height, j : j + kernel_width] * k)
    return y


def conv2d_true(x: ArrayLike, k: ArrayLike) -> np.ndarray:
    """Convolve as mathematics means it: turn the kernel by 180°, then slide it.

    Parameters
    ----------
    x, k : array_like
        As for :func:`xcorr2d`.

    Returns
    -------
    numpy.ndarray
        ``y[i, j] = Σ_u Σ_v x[i + u, j + v]·k[kernel_height − 1 − u, kernel_width − 1 − v]``, the part where the
        kernel lies wholly inside the image (``mode="valid"`` of ``scipy.signal.convolve2d``).

    Raises
    ------
    TypeError, ValueError, OverflowError
        As :func:`xcorr2d`.

    Examples
    --------
    >>> conv2d_true([[1, 2, 3], [4, 5, 6]], [[1, 2], [0, -1]])
    array([[12, 14]])
    """
    x, k = _image_and_kernel("conv2d_true", x, k)
    return xcorr2d(x, k[::-1, ::-1])


def conv_as_matrix(k: ArrayLike, in_shape: tuple[int, int]) -> np.ndarray:
    """Write the cross-correlation with a kernel as one matrix.

    Parameters
    ----------
    k : array_like, shape (kernel_height, kernel_width)
        The kernel.
    in_shape : tuple of two int
        Height and width of the images that the matrix is for.

    Returns
    -------
    numpy.ndarray, shape (out_height·out_width, height·width)
        The matrix M with ``M @ x.ravel() == xcorr2d(x, k).ravel()`` for every image ``x`` of that shape:
        a row for each output cell, the kernel's values where its window lies, 0 elsewhere.

    Raises
    ------
    TypeError, ValueError
        If ``k`` is not a real, non-empty array of two axes, ``in_shape`` is not two sizes, or the kernel does not fit.

    Examples
    --------
    >>> conv_as_matrix([[1, 2], [0, -1]], (2, 3))
    array([[ 1,  2,  0,  0, -1,  0],
           [ 0,  1,  2,  0,  0, -1]])
    """
    k = as_numbers("conv_as_matrix", "k", k, axes=IMAGE_AXES)
    if len(in_shape) != 2:
        raise ValueError(f"conv_as_matrix: in_shape is {in_shape!r}; it needs two sizes, (height, width).")
    height, width = (whole("conv_as_matrix", "in_shape", size, at_least=1) for size in in_shape)
    check_fits("conv_as_matrix", (height, width), k.shape)
    out_height, out_width = height - k.shape[0] + 1, width - k.shape[1] + 1
    matrix = np.zeros((out_height, out_width, height, width), dtype=k.dtype)
    for i, j in np.ndindex(out_height, out_width):
        matrix[i, j, i : i + k.shape[0], j : j + k.shape[1]] = k
    return matrix.reshape(out_height * out_width, height * width)


def compose(k1: ArrayLike, k2: ArrayLike) -> np.ndarray:
    """Find the one kernel that does what two do, one after the other.

    Parameters
    ----------
    k1, k2 : array_like, shapes (height1, width1) and (height2, width2)
        The kernel that is slid first, and the one that is slid over its output.

    Returns
    -------
    numpy.ndarray, shape (height1 + height2 - 1, width1 + width2 - 1)
        The kernel k with ``xcorr2d(x, k) == xcorr2d(xcorr2d(x, k1), k2)`` for every image ``x``:
        ``k[i, j] = Σ_u Σ_v k1[i − u, j − v]·k2[u, v]``.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If a kernel is not a real, non-empty array of two axes.

    Notes
    -----
    It is the *full true convolution* of the two kernels, so their order does not matter.

    Examples
    --------
    >>> compose([[1, 0], [0, 1]], [[1, 2], [0, -1]])
    array([[ 1,  2,  0],
           [ 0,  0,  2],
           [ 0,  0, -1]])
    """
    k1 = as_numbers("compose", "k1", k1, axes=IMAGE_AXES)
    k2 = as_numbers("compose", "k2", k2, axes=IMAGE_AXES)
    check_no_overflow("compose", k1, k2, terms=min(k1.size, k2.size))
    k1, k2 = in_common_dtype(k1, k2)
    k = np.zeros(np.add(k1.shape, k2.shape) - 1, dtype=k1.dtype)
    for u, v in np.ndindex(*k2.shape):
        k[u : u + k1.shape[0], v : v + k1.shape[1]] += k2[u, v] * k1
    return k


def _image_and_kernel(call: str, x: ArrayLike, k: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    x = as_numbers(call, "x", x, axes=IMAGE_AXES)
    k = as_numbers(call, "k", k, axes=IMAGE_AXES)
    check_fits(call, x.shape, k.shape)
    check_no_overflow(call, x, k, terms=k.size)
    return in_common_dtype(x, k)
