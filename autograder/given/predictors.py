"""Ways to learn from a few labelled rows, each called as ``predict(train_x, train_y, test_x, seed)``.

None of them minds the order of the rows, so that whoever calls them may lay them out in any.
"""

import numpy as np


def nearest_mean(train_x: np.ndarray, train_y: np.ndarray, test_x: np.ndarray, seed: int) -> np.ndarray:
    """Answer the class whose training rows have their mean nearest: it draws nothing, so the seed is not used.

    Parameters
    ----------
    train_x, train_y : numpy.ndarray
        Rows to learn from, and their classes.
    test_x : numpy.ndarray
        Rows to be classified.
    seed : int
        Not used.

    Returns
    -------
    numpy.ndarray of int
        The class of each row of test_x.
    """
    del seed
    classes = np.unique(train_y)
    means = np.array([train_x[train_y == label].mean(axis=0) for label in classes])
    return classes[_distances(test_x, means).argmin(axis=1)]


def nearest_neighbour(train_x: np.ndarray, train_y: np.ndarray, test_x: np.ndarray, seed: int) -> np.ndarray:
    """Answer the class of the nearest training row: it is always right about a row that it was trained on.

    Parameters
    ----------
    train_x, train_y : numpy.ndarray
        Rows to learn from, and their classes.
    test_x : numpy.ndarray
        Rows to be classified.
    seed : int
        Not used.

    Returns
    -------
    numpy.ndarray of int
        The class of each row of test_x.
    """
    del seed
    return train_y[_distances(test_x, train_x).argmin(axis=1)]


def random_features(train_x: np.ndarray, train_y: np.ndarray, test_x: np.ndarray, seed: int) -> np.ndarray:
    """Read both sets through random weights and a ReLU, which never learn, then answer the nearest mean: a control.

    Parameters
    ----------
    train_x, train_y : numpy.ndarray
        Rows to learn from, and their classes.
    test_x : numpy.ndarray
        Rows to be classified.
    seed : int
        What the weights are drawn from.

    Returns
    -------
    numpy.ndarray of int
        The class of each row of test_x.
    """
    weights = np.random.default_rng(seed).normal(size=(train_x.shape[1], 3))
    return nearest_mean(np.maximum(train_x @ weights, 0), train_y, np.maximum(test_x @ weights, 0), seed)


def smallest_class(train_x: np.ndarray, train_y: np.ndarray, test_x: np.ndarray, seed: int) -> np.ndarray:
    """Answer the smallest label for every row: a control that looks at nothing.

    Parameters
    ----------
    train_x, train_y : numpy.ndarray
        Rows to learn from, and their classes.
    test_x : numpy.ndarray
        Rows to be classified.
    seed : int
        Not used.

    Returns
    -------
    numpy.ndarray of int
        The class of each row of test_x.
    """
    del train_x, seed
    return np.full(len(test_x), train_y.min())


def guess(train_x: np.ndarray, train_y: np.ndarray, test_x: np.ndarray, seed: int) -> np.ndarray:
    """Answer by chance: one of the labels, by the seed and the numbers of the row.

    Parameters
    ----------
    train_x, train_y : numpy.ndarray
        Rows to learn from, and their classes.
    test_x : numpy.ndarray
        Rows to be classified.
    seed : int
        What the guess is drawn from.

    Returns
    -------
    numpy.ndarray of int
        The class of each row of test_x.
    """
    del train_x
    classes = np.unique(train_y)
    weights = np.random.default_rng(seed).normal(size=test_x.shape[1])
    return classes[np.floor(test_x @ weights * 7).astype(int) % len(classes)]


def _distances(rows: np.ndarray, others: np.ndarray) -> np.ndarray:
    return ((rows[:, None] - others) ** 2).sum(axis=2)
