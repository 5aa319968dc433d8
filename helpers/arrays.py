"""Turn what a caller passed into numbers that can be summed without a surprise, or say why that cannot be."""

import numpy as np
from numpy.typing import ArrayLike


def as_numbers(call: str, name: str, value: ArrayLike, *, axes: tuple[str, ...] | None) -> np.ndarray:
    """Return an argument as an array of real numbers with the named axes.

    Parameters
    ----------
    call, name : str
        The function and the argument that a message repeats.
    value : array_like
        What was passed; nested lists will do.
    axes : tuple of str or None
        The names of its axes, such as ``("height", "width")``. Only an axis named ``batch`` may be empty. None takes
        any shape, for operations that treat each number by itself.

    Returns
    -------
    numpy.ndarray
        The same values: bool and integers as int64, floats in their own dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.
    ValueError
        If the number of axes is wrong, an axis is empty, or an unsigned value exceeds int64.

    Examples
    --------
    >>> as_numbers("xcorr1d", "x", [1, 2, 3], axes=("length",))
    array([1, 2, 3])
    """
    array = _as_array(call, name, value)
    axes = ("batch",) * array.ndim if axes is None else axes
    needed = f"it needs {len(axes)} as ({', '.join(axes)})" if len(axes) > 1 else "it needs 1"
    if array.ndim != len(axes):
        raise ValueError(f"{call}: {name} has shape {array.shape}, {array.ndim} axes; {needed}.")
    for axis, size in zip(axes, array.shape, strict=True):
        if size == 0 and axis != "batch":
            raise ValueError(f"{call}: {name} has shape {array.shape}, its {axis} is empty; give at least one value.")
    if array.dtype.kind == "f":
        return array
    if array.dtype.kind == "u" and array.size and int(array.max()) > np.iinfo(np.int64).max:
        raise ValueError(f"{call}: {name} has values beyond int64; convert it first: {name}.astype(float).")
    return array.astype(np.int64, copy=False)


def in_common_dtype(*arrays: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return arrays in the dtype in which they can be multiplied and added.

    Parameters
    ----------
    *arrays : numpy.ndarray
        Each int64 or floating, as :func:`as_numbers` gives them.

    Returns
    -------
    tuple of numpy.ndarray
        All int64 if all are; otherwise all in the floats' own common dtype, so that an integer kernel does not turn
        a float32 image into float64.

    Examples
    --------
    >>> [a.dtype.name for a in in_common_dtype(np.zeros(1, dtype=np.float32), np.zeros(1, dtype=np.int64))]
    ['float32', 'float32']
    """
    floats = [array.dtype for array in arrays if array.dtype.kind == "f"]
    dtype = np.result_type(*floats) if floats else np.dtype(np.int64)
    return tuple(array.astype(dtype, copy=False) for array in arrays)


def check_no_overflow(call: str, x: np.ndarray, w: np.ndarray, *, terms: int, b: np.ndarray | None = None) -> None:
    """Raise if a sum of integer products could leave int64, where it would wrap without a word.

    Parameters
    ----------
    call : str
        The function that the message repeats.
    x, w : numpy.ndarray
        The factors.
    terms : int
        How many products are summed.
    b : numpy.ndarray, optional
        What is added to the sums.

    Raises
    ------
    OverflowError
        If ``max|x| · max|w| · terms + max|b|`` does not fit into int64.
    """
    if x.dtype.kind != "i" or w.dtype.kind != "i" or not x.size or not w.size:
        return
    bias = _largest(b) if b is not None and b.dtype.kind == "i" else 0
    if _largest(x) * _largest(w) * terms + bias > np.iinfo(np.int64).max:
        raise OverflowError(f"{call}: the sums may exceed int64 and would wrap; convert first: x.astype(float).")


def _as_array(call: str, name: str, value: ArrayLike) -> np.ndarray:
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"{call}: {name} has rows of different lengths; all must have the same.") from None
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{call}: {name} holds {array.dtype} values; it needs real numbers (bool, int or float).")
    return array


def _largest(array: np.ndarray) -> int:
    return max(abs(int(array.max())), abs(int(array.min())))
