"""Shift the image and see whether the map follows: what equivariance and invariance are worth, measured."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers, check_no_overflow, in_common_dtype
from helpers.shapes import pair, whole

Function = Callable[[np.ndarray], ArrayLike]
IMAGES = ("batch", "channels", "height", "width")
LOCAL_KERNELS = ("out_height", "out_width", "out_channels", "in_channels", "kernel_height", "kernel_width")


def shifted(x: ArrayLike, shift: Sequence[int]) -> np.ndarray:
    """Move images down and to the right; what leaves on one side comes in on the other.

    Parameters
    ----------
    x : array_like, shape (..., height, width)
        The images or maps.
    shift : sequence of two int
        (down, right) in cells; negative is up, left.

    Returns
    -------
    numpy.ndarray, of x's shape
        A new array.

    Raises
    ------
    TypeError, ValueError
        If ``x`` holds no real numbers or has fewer than two axes, or ``shift`` is not two whole numbers.

    Examples
    --------
    >>> shifted([[1, 2, 3], [4, 5, 6]], (0, 1))
    array([[3, 1, 2],
           [6, 4, 5]])
    """
    return np.roll(_images("shifted", x), _two("shifted", "shift", shift), axis=(-2, -1))


def equivariance_error(
    f: Function, x: ArrayLike, shift: Sequence[int], *, stride: int | tuple[int, int] = 1, margin: int = 0
) -> float:
    """Measure how far the map of a shifted image is from the shifted map; 0 is equivariant.

    Parameters
    ----------
    f : function
        From an array like ``x`` to its map, shape (..., out_height, out_width).
    x : array_like, shape (..., height, width)
        The images.
    shift : sequence of two int
        (down, right) in cells of the image, around the border as in :func:`shifted`.
    stride : int or tuple of two int
        How many cells of the image the map moves by one for, at least 1. The map is held against one that moved by
        ``shift / stride``.
    margin : int
        How many cells at each border of the map are left out, at least 0.

    Returns
    -------
    float
        The largest ``|f(shifted x) − shifted f(x)|``.

    Raises
    ------
    TypeError
        If an argument is not what is said here.
    ValueError
        If the stride does not divide the shift, the map changes its shape, or the margin leaves no cell.

    Examples
    --------
    >>> x = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
    >>> equivariance_error(np.square, x, (1, 2))
    0.0
    >>> equivariance_error(lambda x: x[:, :-1] + x[:, 1:], x, (0, 1))
    8.0
    >>> equivariance_error(lambda x: x[:, :-1] + x[:, 1:], x, (0, 1), margin=1)
    0.0
    """
    call = "equivariance_error"
    margin = whole(call, "margin", margin, at_least=0)
    moved = _moved(call, _two(call, "shift", shift), pair(call, "stride", stride, at_least=1))
    x = _images(call, x)
    before, after = _images(call, f(x.copy()), "f(x)"), _images(call, f(shifted(x, shift)), "f(shifted x)")
    _check_same_shape(call, "f", before, after)
    if 2 * margin >= min(before.shape[-2:]):
        raise ValueError(
            f"{call}: a margin of {margin} leaves no cell of a map of {before.shape[-2:]}; "
            f"use at most {(min(before.shape[-2:]) - 1) // 2}."
        )
    difference = _distance(after, shifted(before, moved))
    rows, columns = (slice(margin, size - margin) for size in difference.shape[-2:])
    return float(difference[..., rows, columns].max(initial=0))


def invariance_error(g: Function, x: ArrayLike, shifts: Sequence[Sequence[int]]) -> float:
    """Measure how far g's answer for a shifted image is from its answer for the image; 0 is invariant.

    Parameters
    ----------
    g : function
        From an array like ``x`` to its answer, of any shape.
    x : array_like, shape (..., height, width)
        The images.
    shifts : sequence of (down, right)
        At least one; around the border as in :func:`shifted`.

    Returns
    -------
    float
        The largest ``|g(shifted x) − g(x)|`` over all shifts.

    Raises
    ------
    TypeError
        If ``x`` or an answer holds no real numbers, or a shift is not two whole numbers.
    ValueError
        If there is no shift, or the answer changes its shape.

    Examples
    --------
    >>> x = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
    >>> invariance_error(np.max, x, [(0, 1), (2, 0)])
    0.0
    >>> invariance_error(lambda x: x[0, 0], x, [(0, 1), (2, 0)])
    4.0
    """
    call = "invariance_error"
    shifts = [_two(call, "a shift", shift) for shift in shifts]
    if not shifts:
        raise ValueError(f"{call}: shifts is empty; give at least one, such as [(0, 1)].")
    x = _images(call, x)
    before = as_numbers(call, "g(x)", g(x.copy()), axes=None)
    errors = []
    for shift in shifts:
        after = as_numbers(call, "g(shifted x)", g(shifted(x, shift)), axes=None)
        _check_same_shape(call, "g", before, after)
        errors.append(_distance(after, before).max(initial=0))
    return float(np.max(errors))


def make_invariant(backbone: Function) -> Callable[[np.ndarray], np.ndarray]:
    """Put a mean over all places behind a backbone, so that where something stands no longer counts.

    Parameters
    ----------
    backbone : function
        From images to maps of shape (batch, channels, height, width).

    Returns
    -------
    function
        From the same images to shape (batch, channels). It is as invariant as the backbone is equivariant.

    Examples
    --------
    >>> g = make_invariant(np.square)
    >>> g(np.array([[[[1, 2], [3, 4]], [[0, 0], [0, 2]]]]))
    array([[7.5, 1. ]])
    """

    def pooled(x: np.ndarray) -> np.ndarray:
        """Return the mean of each of the backbone's maps."""
        return _as_floats(as_numbers("make_invariant", "backbone(x)", backbone(x), axes=IMAGES)).mean(axis=(2, 3))

    return pooled


def blur_pool2d(x: ArrayLike, *, stride: int | tuple[int, int] = 2) -> np.ndarray:
    """Blur each map, then keep every stride-th cell: what a shift moves between cells is then not lost.

    Parameters
    ----------
    x : array_like, shape (batch, channels, height, width)
        The maps, at least 2 by 2.
    stride : int or tuple of two int
        Which cells are kept, counted from 0; at least 1.

    Returns
    -------
    numpy.ndarray, shape (batch, channels, ceil(height / stride), ceil(width / stride))
        float64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError, ValueError
        If an argument is not what is said here; the message repeats it and says the next step.

    Notes
    -----
    The blur is the binomial kernel ``[1, 2, 1]`` × ``[1, 2, 1]`` / 16; beyond the border stands one cell as in a
    mirror ("reflect"). R. Zhang, *Making convolutional networks shift-invariant again* (2019).

    Examples
    --------
    >>> blur_pool2d([[[[0, 0, 0], [0, 16, 0], [0, 0, 0], [0, 0, 0]]]])
    array([[[[4., 4.],
             [2., 2.]]]])
    """
    x = _as_floats(as_numbers("blur_pool2d", "x", x, axes=IMAGES))
    down, right = pair("blur_pool2d", "stride", stride, at_least=1)
    if min(x.shape[2:]) < 2:
        raise ValueError(f"blur_pool2d: x has shape {x.shape}; a mirror at the border needs maps of at least (2, 2).")
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), mode="reflect")
    rows = padded[:, :, :-2] + 2 * padded[:, :, 1:-1] + padded[:, :, 2:]
    blurred = (rows[..., :-2] + 2 * rows[..., 1:-1] + rows[..., 2:]) / 16
    return blurred[:, :, ::down, ::right]


def locally_connected2d(x: ArrayLike, w: ArrayLike) -> np.ndarray:
    """Read each window with a kernel of its own: a convolution that shares nothing.

    Parameters
    ----------
    x : array_like, shape (batch, in_channels, height, width)
        The images.
    w : array_like, shape (out_height, out_width, out_channels, in_channels, kernel_height, kernel_width)
        One set of kernels for each place of the map.

    Returns
    -------
    numpy.ndarray, shape (batch, out_channels, out_height, out_width)
        Stride 1, no padding. int64 if both are integers, else the floats' dtype.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If the arrays are not what is said here, do not fit, or integer sums may exceed int64.

    Examples
    --------
    >>> w = np.array([1, 10, 100]).reshape(1, 3, 1, 1, 1, 1)
    >>> locally_connected2d([[[[1, 2, 3]]]], w)
    array([[[[  1,  20, 300]]]])
    """
    call = "locally_connected2d"
    x = as_numbers(call, "x", x, axes=IMAGES)
    w = as_numbers(call, "w", w, axes=LOCAL_KERNELS)
    needed = (*(max(0, size - cells + 1) for size, cells in zip(x.shape[2:], w.shape[4:], strict=True)), x.shape[1])
    if (*w.shape[:2], w.shape[3]) != needed:
        raise ValueError(
            f"{call}: w has kernels of {w.shape[4:]} for {w.shape[:2]} places and {w.shape[3]} channel(s); "
            f"x of shape {x.shape} has {needed[:2]} places and {needed[2]} channel(s)."
        )
    check_no_overflow(call, x, w, terms=w[0, 0, 0].size)
    x, w = in_common_dtype(x, w)
    return np.einsum("nchwij,hwocij->nohw", sliding_window_view(x, w.shape[4:], axis=(2, 3)), w)


def _images(call: str, x: ArrayLike, name: str = "x") -> np.ndarray:
    x = as_numbers(call, name, x, axes=None)
    if x.ndim < 2:
        raise ValueError(f"{call}: {name} has shape {x.shape}; a shift needs the axes (..., height, width).")
    return x


def _two(call: str, name: str, shift: Sequence[int]) -> tuple[int, int]:
    if not isinstance(shift, (tuple, list)) or len(shift) != 2:
        raise ValueError(f"{call}: {name} is {shift!r}; give two whole numbers as (down, right).")
    down, right = (int(whole(call, name, step, at_least=-(2**62))) for step in shift)
    return down, right


def _moved(call: str, shift: tuple[int, int], stride: tuple[int, int]) -> tuple[int, int]:
    if shift[0] % stride[0] or shift[1] % stride[1]:
        raise ValueError(
            f"{call}: a shift of {shift} is no whole number of cells of a map with stride {stride}; "
            "use a shift that the stride divides."
        )
    return shift[0] // stride[0], shift[1] // stride[1]


def _check_same_shape(call: str, name: str, before: np.ndarray, after: np.ndarray) -> None:
    if before.shape != after.shape:
        raise ValueError(
            f"{call}: {name} returns shape {before.shape} for x, but {after.shape} for x shifted; "
            "it must return the same shape for both."
        )


def _distance(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.abs(_as_floats(a).astype(np.float64) - _as_floats(b).astype(np.float64))


def _as_floats(x: np.ndarray) -> np.ndarray:
    return x if x.dtype.kind == "f" else x.astype(np.float64)
