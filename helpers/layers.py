"""The convolution layer: batches, channels, stride, padding, dilation and groups, in NCHW.

Two implementations of one operation. :func:`conv2d_loop` is the definition, cell by cell; :func:`conv2d` lays the
windows side by side (im2col, without a copy) and multiplies once.
"""

from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers, check_no_overflow, in_common_dtype
from helpers.shapes import check_fits, extent, out_size, pair, whole

Size = int | tuple[int, int]


class Call(NamedTuple):
    """One call's arguments, checked: padded input, weights, bias, and options as pairs."""

    x: np.ndarray
    w: np.ndarray
    b: np.ndarray
    stride: tuple[int, int]
    dilation: tuple[int, int]
    groups: int
    out_shape: tuple[int, int]


def conv2d(
    x: ArrayLike,
    w: ArrayLike,
    b: ArrayLike | None = None,
    *,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Slide a bank of kernels over a batch of images, as ``torch.nn.functional.conv2d`` does.

    Parameters
    ----------
    x : array_like, shape (batch, in_channels, height, width)
        The images.
    w : array_like, shape (out_channels, in_channels // groups, kernel_height, kernel_width)
        The kernels.
    b : array_like, shape (out_channels,), optional
        One number for each output channel.
    stride, dilation : int or tuple of two int
        Step of the window, and distance between its cells (1 is contiguous), at least 1.
    padding : int or tuple of two int
        Zeros added on each side, at least 0.
    groups : int
        Into how many independent groups the channels are split; divides both channel counts.

    Returns
    -------
    numpy.ndarray, shape (batch, out_channels, out_height, out_width)
        Sizes by :func:`helpers.shapes.out_size`. int64 for integers and bool, else the floats' common dtype.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If an argument is not what is said here; the message repeats it and says the next step.

    Examples
    --------
    >>> x = np.arange(12).reshape(1, 1, 3, 4)
    >>> conv2d(x, [[[[1, 0], [0, 1]]]])
    array([[[[ 5,  7,  9],
             [13, 15, 17]]]])
    >>> conv2d(x, np.ones((2, 1, 3, 3)), [0.5, 0], stride=2, padding=1).shape
    (1, 2, 2, 2)
    """
    call = check_call("conv2d", x, w, b, stride, padding, dilation, groups)
    batch, in_channels = call.x.shape[:2]
    out_channels, channels, kernel_height, kernel_width = call.w.shape
    spans = (extent(kernel_height, call.dilation[0]), extent(kernel_width, call.dilation[1]))
    windows = sliding_window_view(call.x, spans, axis=(2, 3))
    windows = windows[:, :, :: call.stride[0], :: call.stride[1], :: call.dilation[0], :: call.dilation[1]]
    windows = windows.reshape(batch, call.groups, in_channels // call.groups, *windows.shape[2:])
    kernels = call.w.reshape(call.groups, out_channels // call.groups, channels, kernel_height, kernel_width)
    y = np.einsum("ngcijuv,gocuv->ngoij", windows, kernels, optimize=call.x.dtype.kind == "f")
    return y.reshape(batch, out_channels, *call.out_shape) + call.b[:, None, None]


def conv2d_loop(
    x: ArrayLike,
    w: ArrayLike,
    b: ArrayLike | None = None,
    *,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Do what :func:`conv2d` does, one output cell after the other.

    Parameters
    ----------
    x, w, b, stride, padding, dilation, groups
        As for :func:`conv2d`.

    Returns
    -------
    numpy.ndarray
        As :func:`conv2d`.

    Raises
    ------
    TypeError, ValueError, OverflowError
        As :func:`conv2d`.

    Examples
    --------
    >>> conv2d_loop(np.ones((1, 2, 3, 3)), np.ones((1, 2, 2, 2)))[0, 0]
    array([[8., 8.],
           [8., 8.]])
    """
    call = check_call("conv2d_loop", x, w, b, stride, padding, dilation, groups)
    batch, out_channels, channels = len(call.x), call.w.shape[0], call.w.shape[1]
    spans = [extent(size, gap) for size, gap in zip(call.w.shape[2:], call.dilation, strict=True)]
    y = np.zeros((batch, out_channels, *call.out_shape), dtype=call.x.dtype)
    for n, o, i, j in np.ndindex(*y.shape):
        first = o // (out_channels // call.groups) * channels
        top, left = i * call.stride[0], j * call.stride[1]
        rows = slice(top, top + spans[0], call.dilation[0])
        columns = slice(left, left + spans[1], call.dilation[1])
        y[n, o, i, j] = np.sum(call.x[n, first : first + channels, rows, columns] * call.w[o]) + call.b[o]
    return y


def check_call(
    call: str,
    x: ArrayLike,
    w: ArrayLike,
    b: ArrayLike | None,
    stride: Size,
    padding: Size,
    dilation: Size,
    groups: int,
) -> Call:
    """Check the arguments of a convolution layer, and bring them into the form that is computed with.

    Parameters
    ----------
    call : str
        The function that a message repeats.
    x, w, b, stride, padding, dilation, groups
        As for :func:`conv2d`.

    Returns
    -------
    Call
        Padded images, kernels and biases in one dtype, and the options for each axis.

    Raises
    ------
    TypeError, ValueError, OverflowError
        As :func:`conv2d`.
    """
    x = as_numbers(call, "x", x, axes=("batch", "channels", "height", "width"))
    w = as_numbers(call, "w", w, axes=("out_channels", "in_channels // groups", "kernel_height", "kernel_width"))
    stride = pair(call, "stride", stride, at_least=1)
    padding = pair(call, "padding", padding, at_least=0)
    dilation = pair(call, "dilation", dilation, at_least=1)
    groups = whole(call, "groups", groups, at_least=1)
    _check_channels(call, x.shape[1], w.shape, groups)
    check_fits(call, x.shape[2:], w.shape[2:], padding=padding, dilation=dilation)
    b = _bias(call, b, w)
    check_no_overflow(call, x, w, terms=w[0].size, b=b)
    x, w, b = in_common_dtype(x, w, b)
    out_shape = tuple(
        out_size(size, kernel, stride=step, padding=pad, dilation=gap)
        for size, kernel, step, pad, gap in zip(x.shape[2:], w.shape[2:], stride, padding, dilation, strict=True)
    )
    padded = np.pad(x, ((0, 0), (0, 0), (padding[0],) * 2, (padding[1],) * 2))
    return Call(padded, w, b, stride, dilation, groups, out_shape)


def _bias(call: str, b: ArrayLike | None, w: np.ndarray) -> np.ndarray:
    if b is None:
        return np.zeros(len(w), dtype=w.dtype)
    b = as_numbers(call, "b", b, axes=("out_channels",))
    if b.shape != (len(w),):
        raise ValueError(f"{call}: b has {b.size} values and w has {len(w)} kernels; give one bias for each kernel.")
    return b


def _check_channels(call: str, in_channels: int, w_shape: tuple[int, ...], groups: int) -> None:
    out_channels, channels = w_shape[:2]
    if in_channels % groups or out_channels % groups:
        raise ValueError(
            f"{call}: groups={groups} does not divide {in_channels} input and {out_channels} output channels; "
            "use a number that divides both."
        )
    if channels != in_channels // groups:
        raise ValueError(
            f"{call}: x has {in_channels} channels in {groups} group(s), so each kernel needs "
            f"{in_channels // groups}; w has shape {w_shape}, {channels}."
        )
