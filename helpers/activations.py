"""Activations: functions of each number by itself, and softmax, which turns scores into probabilities."""

import math

import numpy as np
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers, in_common_dtype

# The fixed point of Klambauer et al. (2017): with these two, means of 0 and variances of 1 stay what they are.
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def relu(x: ArrayLike) -> np.ndarray:
    """Keep what is positive and put 0 for the rest.

    Parameters
    ----------
    x : array_like, any shape

    Returns
    -------
    numpy.ndarray, of x's shape
        ``max(x, 0)``: int64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.

    Examples
    --------
    >>> relu([-2, 0, 3])
    array([0, 0, 3])
    """
    return np.maximum(as_numbers("relu", "x", x, axes=None), 0)


def leaky_relu(x: ArrayLike, *, slope: float = 0.01) -> np.ndarray:
    """Keep what is positive and multiply the rest by a small slope.

    Parameters
    ----------
    x : array_like, any shape
    slope : float
        The factor for negative numbers; torch calls it ``negative_slope``.

    Returns
    -------
    numpy.ndarray, of x's shape
        float64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.

    Examples
    --------
    >>> leaky_relu([-2.0, 0.0, 3.0], slope=0.5)
    array([-1.,  0.,  3.])
    """
    x = _as_floats("leaky_relu", x)
    return np.where(x > 0, x, slope * x)


def prelu(x: ArrayLike, slopes: ArrayLike) -> np.ndarray:
    """Keep what is positive and multiply the rest by a slope that was learned.

    Parameters
    ----------
    x : array_like, shape (batch, channels, ...)
        Any shape if there is only one slope.
    slopes : array_like, shape (channels,) or (1,) or ()
        One slope for each channel, or one for all.

    Returns
    -------
    numpy.ndarray, of x's shape
        float64 for integers and bool, else the floats' common dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.
    ValueError
        If there are several slopes and not one for each channel.

    Examples
    --------
    >>> prelu([[-2.0, -2.0]], [0.5, 0.25])
    array([[-1. , -0.5]])
    """
    x = _as_floats("prelu", x)
    slopes = as_numbers("prelu", "slopes", slopes, axes=None)
    channels = x.shape[1] if x.ndim > 1 else 1
    if slopes.size != 1 and slopes.shape != (channels,):
        raise ValueError(
            f"prelu: slopes has shape {slopes.shape} and x {x.shape} has {channels} channel(s); "
            "give one slope, or one for each channel."
        )
    x, slopes = in_common_dtype(x, slopes)
    slopes = slopes.reshape(-1, *[1] * (x.ndim - 2)) if slopes.size != 1 else slopes.reshape(())
    return np.where(x > 0, x, slopes * x)


def elu(x: ArrayLike, *, alpha: float = 1.0) -> np.ndarray:
    """Keep what is positive and bend the rest smoothly towards −alpha.

    Parameters
    ----------
    x : array_like, any shape
    alpha : float
        What very negative numbers come near to, with its sign turned.

    Returns
    -------
    numpy.ndarray, of x's shape
        ``alpha·(exp(x) − 1)`` where x is negative. float64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.

    Examples
    --------
    >>> elu([-np.inf, 0.0, 3.0])
    array([-1.,  0.,  3.])
    """
    x = _as_floats("elu", x)
    # expm1 is exact near 0, where exp(x) - 1 loses digits; minimum keeps it from overflowing where it is not used.
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def selu(x: ArrayLike) -> np.ndarray:
    """Apply ELU with the two constants that keep mean 0 and variance 1 from layer to layer.

    Parameters
    ----------
    x : array_like, any shape

    Returns
    -------
    numpy.ndarray, of x's shape
        ``SELU_SCALE · elu(x, alpha=SELU_ALPHA)``. float64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.

    Notes
    -----
    Klambauer, Unterthiner, Mayr and Hochreiter, *Self-normalizing neural networks* (2017).

    Examples
    --------
    >>> selu([-np.inf, 0.0, 1.0]).round(4)
    array([-1.7581,  0.    ,  1.0507])
    """
    return SELU_SCALE * elu(_as_floats("selu", x), alpha=SELU_ALPHA)


def gelu(x: ArrayLike, *, approximate: str = "none") -> np.ndarray:
    """Multiply each number by the probability that a standard normal number lies below it.

    Parameters
    ----------
    x : array_like, any shape
    approximate : {"none", "tanh"}
        The exact formula, or the one with tanh that differs from it by less than 0.0005.

    Returns
    -------
    numpy.ndarray, of x's shape
        float64 for integers and bool, else x's own dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.
    ValueError
        If ``approximate`` is neither name.

    Notes
    -----
    Hendrycks and Gimpel, *Gaussian error linear units* (2016).

    Examples
    --------
    >>> gelu([-1.0, 0.0, 1.0]).round(4)
    array([-0.1587,  0.    ,  0.8413])
    """
    x = _as_floats("gelu", x)
    if approximate == "tanh":
        return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    if approximate != "none":
        raise ValueError(f'gelu: approximate is {approximate!r}; use "none" for the exact formula, or "tanh".')
    erf = np.vectorize(math.erf, otypes=[np.float64])(x / math.sqrt(2)).astype(x.dtype)
    return 0.5 * x * (1 + erf)


def softmax(z: ArrayLike, *, axis: int = -1) -> np.ndarray:
    """Turn scores into probabilities: positive, and 1 in sum along an axis.

    Parameters
    ----------
    z : array_like, at least one axis
        The scores, also called logits.
    axis : int
        The axis along which the probabilities sum to 1.

    Returns
    -------
    numpy.ndarray, of z's shape
        ``exp(z) / Σ exp(z)``. float64 for integers and bool, else z's own dtype.

    Raises
    ------
    TypeError
        If the values are not real numbers.
    ValueError
        If there is no such axis, or it is empty.

    Notes
    -----
    The largest score is subtracted first. That changes no probability, since ``exp(z − m) = exp(z) / exp(m)`` and
    the factor cancels; without it ``exp`` of a score beyond 709 is infinite.

    Examples
    --------
    >>> softmax([1000, 1000])
    array([0.5, 0.5])
    >>> softmax([0, 1, 2]).round(3)
    array([0.09 , 0.245, 0.665])
    """
    z = _as_floats("softmax", z)
    if not -z.ndim <= axis < z.ndim:
        raise ValueError(f"softmax: z has shape {z.shape}, {z.ndim} axes; axis={axis} is none of them.")
    if z.shape[axis] == 0:
        raise ValueError(f"softmax: z has shape {z.shape}, its axis {axis} is empty; give at least one score.")
    powers = np.exp(z - z.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def _as_floats(call: str, value: ArrayLike) -> np.ndarray:
    x = as_numbers(call, "z" if call == "softmax" else "x", value, axes=None)
    return x if x.dtype.kind == "f" else x.astype(np.float64)
