"""Windows as columns: a convolution as one product of matrices."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers
from helpers.layers import Size, check_call
from helpers.shapes import check_fits, extent, pair


def im2col(x: ArrayLike, kernel: Size, *, stride: Size = 1, padding: Size = 0, dilation: Size = 1) -> np.ndarray:
    """Lay each window of each image out as a column.

    Parameters
    ----------
    x : array_like, shape (batch, channels, height, width)
        The images.
    kernel : int or tuple of two int
        Height and width of the window.
    stride, dilation : int or tuple of two int
        Step of the window, and distance between its cells (1 is contiguous), at least 1.
    padding : int or tuple of two int
        Zeros added on each side, at least 0.

    Returns
    -------
    numpy.ndarray, shape (batch, channels·kernel_height·kernel_width, out_height·out_width)
        A column is a window, read channel by channel and row by row; the columns follow the output cells, row by
        row. int64 for integers and bool, else x's dtype. A copy: it shares no memory with x.

    Raises
    ------
    TypeError, ValueError
        If an argument is not what is said here, or the window does not fit once.

    Notes
    -----
    The layout of ``torch.nn.functional.unfold``.

    Examples
    --------
    >>> im2col([[[[1, 2, 3], [4, 5, 6]]]], 2)
    array([[[1, 2],
            [2, 3],
            [4, 5],
            [5, 6]]])
    >>> im2col(np.zeros((8, 3, 5, 5)), 3, stride=2, padding=1).shape
    (8, 27, 9)
    """
    x = as_numbers("im2col", "x", x, axes=("batch", "channels", "height", "width"))
    kernel = pair("im2col", "kernel", kernel, at_least=1)
    stride = pair("im2col", "stride", stride, at_least=1)
    padding = pair("im2col", "padding", padding, at_least=0)
    dilation = pair("im2col", "dilation", dilation, at_least=1)
    check_fits("im2col", x.shape[2:], kernel, padding=padding, dilation=dilation)
    padded = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    return _columns(padded, kernel, stride, dilation)


def conv2d_gemm(
    x: ArrayLike,
    w: ArrayLike,
    b: ArrayLike | None = None,
    *,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Do what :func:`helpers.layers.conv2d` does by one product of matrices for each image and group.

    Parameters
    ----------
    x, w, b, stride, padding, dilation, groups
        As for :func:`helpers.layers.conv2d`.

    Returns
    -------
    numpy.ndarray, shape (batch, out_channels, out_height, out_width)
        As :func:`helpers.layers.conv2d`. The kernels are the rows of one matrix, the windows the columns of the other.

    Raises
    ------
    TypeError, ValueError, OverflowError
        As :func:`helpers.layers.conv2d`.

    Notes
    -----
    GEMM, *general matrix multiply*, is what the libraries of linear algebra call that product.

    Examples
    --------
    >>> x = np.arange(12).reshape(1, 1, 3, 4)
    >>> conv2d_gemm(x, [[[[1, 0], [0, 1]]]])
    array([[[[ 5,  7,  9],
             [13, 15, 17]]]])
    """
    call = check_call("conv2d_gemm", x, w, b, stride, padding, dilation, groups)
    out_channels, batch = len(call.w), len(call.x)
    kernels = call.w.reshape(call.groups, out_channels // call.groups, call.w[0].size)
    columns = _columns(call.x, call.w.shape[2:], call.stride, call.dilation)
    columns = columns.reshape(batch, call.groups, call.w[0].size, columns.shape[2])
    y = kernels @ columns
    return y.reshape(batch, out_channels, *call.out_shape) + call.b[:, None, None]


def _columns(
    padded: np.ndarray, kernel: tuple[int, int], stride: tuple[int, int], dilation: tuple[int, int]
) -> np.ndarray:
    spans = tuple(extent(cells, gap) for cells, gap in zip(kernel, dilation, strict=True))
    windows = sliding_window_view(padded, spans, axis=(2, 3))
    windows = windows[:, :, :: stride[0], :: stride[1], :: dilation[0], :: dilation[1]]
    batch, channels, out_height, out_width = windows.shape[:4]
    columns = windows.transpose(0, 1, 4, 5, 2, 3)
    return np.array(columns).reshape(batch, channels * kernel[0] * kernel[1], out_height * out_width)
