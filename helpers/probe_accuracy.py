"""How well features can be read by a linear layer: one number for each split, with numpy alone."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from helpers.probes import balanced_accuracy, linear_probe, split_by_class


def probe_accuracy(
    features: ArrayLike, labels: ArrayLike, k: int, *, seeds: Iterable[int] = range(10), penalty: float | None = None
) -> np.ndarray:
    """Measure how often a linear probe is right that learned from k labelled examples of each class.

    Parameters
    ----------
    features : array_like, shape (examples, features)
        What it reads.
    labels : array_like of int, shape (examples,)
        The classes.
    k : int
        Examples of each class to learn from; all others are asked about.
    seeds : iterable of int
        One split for each: that of :func:`helpers.probes.split_by_class`.
    penalty : float, optional
        That of :func:`helpers.probes.linear_probe`; without it the number of features, since the sums over
        standardised features grow with their number.

    Returns
    -------
    numpy.ndarray, shape (seeds,)
        The balanced accuracy on each split, 0 to 1.

    Raises
    ------
    TypeError, ValueError
        If features and labels do not fit together, or a class has no more than k examples.

    Examples
    --------
    >>> probe_accuracy([[0], [1], [2], [7], [8], [9]], [0, 0, 0, 1, 1, 1], 2, seeds=range(3))
    array([1., 1., 1.])
    """
    x, y, found = np.asarray(features), np.asarray(labels), []
    penalty = float(x.shape[-1]) if penalty is None else penalty
    for seed in seeds:
        learn, test = split_by_class(y, k, seed=seed)
        named = linear_probe(x[learn], y[learn], x[test], penalty=penalty)
        found.append(balanced_accuracy(y[test], named))
    return np.array(found)
