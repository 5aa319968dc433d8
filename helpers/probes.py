"""Read features with one linear layer, and compare ways to use them fairly: with numpy alone."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import ArrayLike

from helpers.arrays import as_numbers
from helpers.shapes import whole

Predictor = Callable[[np.ndarray, np.ndarray, np.ndarray, int], ArrayLike]


def linear_probe(
    features: ArrayLike, labels: ArrayLike, new_features: ArrayLike, *, penalty: float = 1.0
) -> np.ndarray:
    """Learn one linear layer on features, and say which class it gives to each row of new ones.

    Parameters
    ----------
    features : array_like, shape (examples, features)
        What the last layer reads of each training example.
    labels : array_like of int, shape (examples,)
        The classes; any whole numbers.
    new_features : array_like, shape (new_examples, features)
        Rows to be classified.
    penalty : float, optional
        What each squared weight costs, above 0. The intercepts cost nothing.

    Returns
    -------
    numpy.ndarray, shape (new_examples,), int64
        For each row the class with the largest score; of equal ones the smallest class.

    Raises
    ------
    TypeError, ValueError
        If the arrays are not numbers of these shapes, or the penalty is not above 0.

    Notes
    -----
    Both sets are standardised by the mean and the deviation of the *training* features; a feature that never
    changes is divided by 1. With Z the standardised features, T a row for each example with 1 at its class and 0
    elsewhere, and λ the penalty, the weights W = (ZᵀZ + λI)⁻¹Zᵀ(T − mean of T) minimise
    ‖T − ZW − b‖² + λ‖W‖²; the intercept b is the mean of T. This is ridge regression (Hoerl and Kennard, 1970).

    Examples
    --------
    >>> linear_probe([[0], [1], [5], [6]], [3, 3, 8, 8], [[2], [4]])
    array([3, 8])
    """
    x, y = _examples("linear_probe", features, labels)
    new = as_numbers("linear_probe", "new_features", new_features, axes=("batch", "features")).astype(np.float64)
    if new.shape[1] != x.shape[1]:
        raise ValueError(
            f"linear_probe: features have {x.shape[1]} columns, new_features {new.shape[1]}; give both from the "
            "same layer."
        )
    if not penalty > 0:
        raise ValueError(f"linear_probe: penalty is {penalty}; it must be above 0, such as 1.0.")
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    deviation[deviation == 0] = 1
    z, new = (x - mean) / deviation, (new - mean) / deviation
    classes = np.unique(y)
    targets = (y[:, None] == classes).astype(np.float64)
    intercept = targets.mean(axis=0)
    # Zᵀ(ZZᵀ + λI)⁻¹ equals (ZᵀZ + λI)⁻¹Zᵀ, and is far smaller where there are more features than examples.
    weights = z.T @ np.linalg.solve(z @ z.T + penalty * np.eye(len(z)), targets - intercept)
    return classes[(new @ weights + intercept).argmax(axis=1)]


def compare(
    strategies: Mapping[str, Predictor],
    x: ArrayLike,
    y: ArrayLike,
    k: int,
    *,
    seeds: Iterable[int],
    control: str = "random-frozen",
) -> dict[str, tuple[float, float]]:
    """Compare strategies fairly: each learns from the same k labelled examples a class, and is asked about the rest.

    Parameters
    ----------
    strategies : mapping of str to callable
        Each is called as ``predict(train_x, train_y, test_x, seed)`` and returns the class of each row of test_x.
    x : array_like, shape (examples, …)
        Images or features.
    y : array_like of int, shape (examples,)
        Their classes.
    k : int
        Labelled examples of each class, at least 1.
    seeds : iterable of int
        One split for each, at least one. All strategies get the same splits.
    control : str, optional
        The name of the strategy against which the others are read: the same network with random weights.

    Returns
    -------
    dict of str to tuple of two float
        For each strategy, in the order given, the mean and the standard deviation over the seeds (divided by their
        number) of the balanced accuracy on the rest: the mean over the classes of the share that is right.

    Raises
    ------
    ValueError
        If the control is not among the strategies, a class has no more than k examples, there are no seeds, x and
        y differ in length, or a strategy does not answer with one class for each row.

    Notes
    -----
    For each seed the split is that of :func:`split_by_class`.

    Examples
    --------
    >>> x, y = np.arange(8.0)[:, None], np.repeat([0, 1], 4)
    >>> threshold = lambda train_x, train_y, test_x, seed: test_x[:, 0] > 3.5
    >>> always_0 = lambda train_x, train_y, test_x, seed: np.zeros(len(test_x), dtype=int)
    >>> compare({"learned": threshold, "random-frozen": always_0}, x, y, 2, seeds=[0, 1])
    {'learned': (1.0, 0.0), 'random-frozen': (0.5, 0.0)}
    """
    if control not in strategies:
        raise ValueError(
            f"compare: {control!r} is not among the strategies {list(strategies)}; without the same network with "
            "random weights the comparison cannot show whether the borrowed weights help, or whether a network of "
            "this shape and a trained last layer would do as well without them. Add it, or name yours: control=…"
        )
    x, y, seeds = np.asarray(x), np.asarray(y), list(seeds)
    if not seeds or len(x) != len(y):
        raise ValueError(
            f"compare: {len(seeds)} seeds, {len(x)} rows in x and {len(y)} classes in y; give at least one seed, such "
            "as seeds=range(3), and one class for each row."
        )
    scores: dict[str, list[float]] = {name: [] for name in strategies}
    for seed in seeds:
        train, test = split_by_class(y, k, seed=seed)
        for name, predict in strategies.items():
            predicted = predict(x[train], y[train], x[test], seed)
            scores[name].append(balanced_accuracy(y[test], predicted))
    return {name: (float(np.mean(values)), float(np.std(values))) for name, values in scores.items()}


def split_by_class(y: ArrayLike, k: int, *, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw k examples of each class to learn from, and keep the rest to be asked about.

    Parameters
    ----------
    y : array_like of int, shape (examples,)
        The classes.
    k : int
        Examples of each class to learn from, at least 1.
    seed : int
        Of one ``numpy.random.default_rng(seed)``; from it each class in ascending order draws
        ``permutation(places of the class)``, whose first k are learned from.

    Returns
    -------
    train, test : numpy.ndarray of int64
        Places in y: class after class, each in the order drawn.

    Raises
    ------
    TypeError, ValueError
        If k is no whole number of at least 1, or a class has no more than k examples, so that none is left.

    Examples
    --------
    >>> train, test = split_by_class([5, 5, 5, 9, 9, 9], 1, seed=0)
    >>> train.tolist(), test.tolist()
    ([2, 5], [0, 1, 4, 3])
    """
    y = as_numbers("split_by_class", "y", y, axes=("examples",))
    k = whole("split_by_class", "k", k, at_least=1)
    draw, train, test = np.random.default_rng(seed), [], []
    for label in np.unique(y):
        places = draw.permutation(np.flatnonzero(y == label))
        if len(places) <= k:
            raise ValueError(
                f"split_by_class: class {label} has {len(places)} examples, and k is {k}; take a smaller k, so that "
                "some are left to be asked about."
            )
        train.append(places[:k])
        test.append(places[k:])
    return np.concatenate(train), np.concatenate(test)


def balanced_accuracy(y: ArrayLike, predicted: ArrayLike) -> float:
    """Return the mean over the classes of the share of each that is right, so that a large class counts no more.

    Parameters
    ----------
    y, predicted : array_like of int, shape (examples,)
        What each example is, and what it was taken for.

    Returns
    -------
    float
        0 to 1. Always saying one class gives 1 divided by the number of classes.

    Raises
    ------
    ValueError
        If there is not one answer for each example.

    Examples
    --------
    >>> balanced_accuracy([0, 0, 0, 1], [0, 0, 0, 0])
    0.5
    """
    y = as_numbers("balanced_accuracy", "y", y, axes=("examples",))
    predicted = np.asarray(predicted)
    if predicted.shape != y.shape:
        raise ValueError(
            f"balanced_accuracy: {len(y)} examples, and answers of shape {predicted.shape}; give one class for each."
        )
    return float(np.mean([(predicted[y == label] == label).mean() for label in np.unique(y)]))


def _examples(call: str, features: ArrayLike, labels: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    x = as_numbers(call, "features", features, axes=("examples", "features")).astype(np.float64)
    y = as_numbers(call, "labels", labels, axes=("examples",))
    if len(x) != len(y) or y.dtype.kind != "i":
        raise ValueError(
            f"{call}: features of shape {x.shape} and labels of shape {y.shape} ({y.dtype}); give one class, a whole "
            "number, for each row."
        )
    return x, y
