"""Pooling: one number for each window of each map, or one for each whole map, in NCHW."""

from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers
from helpers.shapes import check_fits, extent, pair

Size = int | tuple[int, int]
IMAGES = ("batch", "channels", "height", "width")


class _Call(NamedTuple):
    """One call's arguments, checked: the input, and options as pairs."""

    x: np.ndarray
    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]
    dilation: tuple[int, int]


def max_pool2d(
    x: ArrayLike,
    kernel: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
) -> np.ndarray:
    """Take the largest number of each window, map by map, as ``torch.nn.functional.max_pool2d`` does.

    Parameters
    ----------
    x : array_like, shape (batch, channels, height, width)
        The maps.
    kernel : int or tuple of two int
        Height and width of the window, at least 1.
    stride : int or tuple of two int, optional
        Step of the window, at least 1; as large as the kernel if it is not given.
    padding : int or tuple of two int
        Cells added on each side, at least 0 and at most half the window's extent. They hold −∞, so they are never
        the largest.
    dilation : int or tuple of two int
        Distance between the window's cells; 1 is contiguous.

    Returns
    -------
    numpy.ndarray, shape (batch, channels, out_height, out_width)
        Sizes by :func:`helpers.shapes.out_size`. int64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError, ValueError
        If an argument is not what is said here; the message repeats it and says the next step.

    Examples
    --------
    >>> x = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]]])
    >>> max_pool2d(x, 2)
    array([[[[6, 8]]]])
    >>> max_pool2d(x, 2, stride=1)
    array([[[[6, 7, 8],
             [9, 7, 8]]]])
    >>> max_pool2d(-x, 3, stride=2, padding=1)
    array([[[[-1, -2],
             [ 0,  0]]]])
    """
    call = _checked("max_pool2d", x, kernel, stride, padding, dilation)
    lowest = np.iinfo(call.x.dtype).min if call.x.dtype.kind == "i" else -np.inf
    return _windows(call, lowest).max(axis=(4, 5))


def avg_pool2d(
    x: ArrayLike,
    kernel: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Take the mean of each window, map by map, as ``torch.nn.functional.avg_pool2d`` does.

    Parameters
    ----------
    x : array_like, shape (batch, channels, height, width)
        The maps.
    kernel : int or tuple of two int
        Height and width of the window, at least 1.
    stride : int or tuple of two int, optional
        Step of the window, at least 1; as large as the kernel if it is not given.
    padding : int or tuple of two int
        Zeros added on each side, at least 0 and at most half the window.
    count_include_pad : bool
        Divide by the number of cells of the window, zeros of the padding among them; or, if false, by the number of
        those that lie on the map.

    Returns
    -------
    numpy.ndarray, shape (batch, channels, out_height, out_width)
        Sizes by :func:`helpers.shapes.out_size`. float64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError, ValueError
        If an argument is not what is said here; the message repeats it and says the next step.

    Examples
    --------
    >>> x = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]]])
    >>> avg_pool2d(x, 2)
    array([[[[3.5, 5.5]]]])
    >>> avg_pool2d([[[[8, 8], [8, 8]]]], 2, padding=1)
    array([[[[2., 2.],
             [2., 2.]]]])
    >>> avg_pool2d([[[[8, 8], [8, 8]]]], 2, padding=1, count_include_pad=False)
    array([[[[8., 8.],
             [8., 8.]]]])
    """
    call = _checked("avg_pool2d", x, kernel, stride, padding, 1)
    call = call._replace(x=_as_floats(call.x))
    totals = _windows(call, 0).sum(axis=(4, 5))
    ones = np.ones((1, 1, *call.x.shape[2:]), dtype=call.x.dtype)
    return totals / _windows(call._replace(x=ones), 1 if count_include_pad else 0).sum(axis=(4, 5))


def global_avg_pool(x: ArrayLike) -> np.ndarray:
    """Take the mean of each whole map.

    Parameters
    ----------
    x : array_like, shape (batch, channels, height, width)
        The maps.

    Returns
    -------
    numpy.ndarray, shape (batch, channels)
        One number for each map. float64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError, ValueError
        If the values are not real numbers, or the axes are not these four.

    Notes
    -----
    Lin, Chen and Yan, *Network in network* (2013).

    Examples
    --------
    >>> global_avg_pool([[[[1, 2], [3, 6]], [[0, 0], [0, 2]]]])
    array([[3. , 0.5]])
    """
    return _as_floats(as_numbers("global_avg_pool", "x", x, axes=IMAGES)).mean(axis=(2, 3))


def _windows(call: _Call, beyond: float) -> np.ndarray:
    """Return a view (batch, channels, out_height, out_width, kernel_height, kernel_width) of the padded maps."""
    (top, left), (down, right) = call.padding, call.stride
    padded = np.pad(call.x, ((0, 0), (0, 0), (top, top), (left, left)), constant_values=beyond)
    spans = tuple(extent(size, gap) for size, gap in zip(call.kernel, call.dilation, strict=True))
    windows = sliding_window_view(padded, spans, axis=(2, 3))
    return windows[:, :, ::down, ::right, :: call.dilation[0], :: call.dilation[1]]


def _as_floats(x: np.ndarray) -> np.ndarray:
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def _checked(call: str, x: ArrayLike, kernel: Size, stride: Size | None, padding: Size, dilation: Size) -> _Call:
    x = as_numbers(call, "x", x, axes=IMAGES)
    kernel = pair(call, "kernel", kernel, at_least=1)
    stride = kernel if stride is None else pair(call, "stride", stride, at_least=1)
    padding = pair(call, "padding", padding, at_least=0)
    dilation = pair(call, "dilation", dilation, at_least=1)
    check_fits(call, x.shape[2:], kernel, padding=padding, dilation=dilation)
    most = tuple(extent(size, gap) // 2 for size, gap in zip(kernel, dilation, strict=True))
    if padding[0] > most[0] or padding[1] > most[1]:
        raise ValueError(
            f"{call}: padding {padding} is more than half of the window of {kernel}; use at most {most}, "
            "or some windows lie beside the map."
        )
    for size, *geometry in zip(x.shape[2:], kernel, stride, padding, dilation, strict=True):
        if not _each_reads_the_map(size, *geometry):
            raise ValueError(
                f"{call}: with padding {padding} and dilation {dilation} a window of {kernel} reads no cell of a map "
                f"of {x.shape[2:]}; use less padding or less dilation."
            )
    return _Call(x, kernel, stride, padding, dilation)


def _each_reads_the_map(size: int, kernel: int, stride: int, padding: int, dilation: int) -> bool:
    """Tell whether each window has a cell on the map; with gaps it can reach over a small one."""
    starts = np.arange(-padding, size + padding - extent(kernel, dilation) + 1, stride)
    cells = starts[:, None] + dilation * np.arange(kernel)
    return bool(((cells >= 0) & (cells < size)).any(axis=1).all())
