"""Pictures to transfer to, as arrays: 338 coloured drawings of 8 classes, and clothes of 28×28 pixels.

They are files in ``helpers/data``, whose README tells where they are from and under which licences.
"""

import csv
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image

DATA = Path(__file__).parent / "data"
SIDE, TILES_IN_A_ROW = 96, 20
CLOTHES = ("T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot")


def load_clipart8(*, size: int = SIDE) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    """Load ClipArt-8: coloured drawings of birds, bugs, mammals, fruit, flowers, vehicles, buildings and instruments.

    Parameters
    ----------
    size : int, optional
        Rows and columns of each drawing, at least 1; from the 96 that the file has they are resized (bicubic).

    Returns
    -------
    images : numpy.ndarray, shape (338, size, size, 3), float32, 0 to 1
        Red, green and blue; drawings of one class stand together.
    labels : numpy.ndarray, shape (338,), int64
        The classes, 0 to 7. They are not of one size: the smallest has 28 drawings, the largest 56.
    names : tuple of 8 str
        What each class is called.

    Raises
    ------
    ValueError
        If the size is below 1.

    Notes
    -----
    From the Open Clip Art Library, public domain. The classes were chosen, and what is nearly the same drawing left
    out, by eye and before any network was asked.

    Examples
    --------
    >>> images, labels, names = load_clipart8(size=32)
    >>> images.shape, names[labels[0]]
    ((338, 32, 32, 3), 'bird')
    """
    if size < 1:
        raise ValueError(f"load_clipart8(size={size}): size must be at least 1 pixel.")
    tiles, labels, names = _all_drawings()
    if size != SIDE:
        tiles = np.stack([_resize(tile, size) for tile in tiles])
    return tiles / np.float32(255), labels.copy(), names


def load_fashion_mnist() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Load grey pictures of ten kinds of clothes, a part of Fashion-MNIST, whose names are in ``CLOTHES``.

    Returns
    -------
    images, labels : numpy.ndarray, shapes (5000, 28, 28), float32, 0 to 1, and (5000,), int64
        500 of each class to learn from, class after class; 0 is the dark background.
    test_images, test_labels : numpy.ndarray, shapes (1000, 28, 28) and (1000,)
        100 of each class to be asked about.

    Notes
    -----
    By Han Xiao, Kashif Rasul and Roland Vollgraf (2017), MIT licence, © Zalando SE.

    Examples
    --------
    >>> images, labels, _, _ = load_fashion_mnist()
    >>> images.shape, CLOTHES[labels[0]]
    ((5000, 28, 28), 'T-shirt')
    """
    with np.load(DATA / "fmnist_5k1k.npz") as held:
        pictures, classes = (held["x"], held["xt"]), (held["y"], held["yt"])
    images, test_images = (part / np.float32(255) for part in pictures)
    labels, test_labels = (part.astype(np.int64) for part in classes)
    return images, labels, test_images, test_labels


@cache
def _all_drawings() -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    """Cut the sheet into its tiles, in the order of the table beside it."""
    with open(DATA / "clipart8.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    labels = np.array([int(row["label"]) for row in rows], dtype=np.int64)
    names = dict(zip(labels.tolist(), (row["class"] for row in rows), strict=True))
    sheet = np.asarray(Image.open(DATA / "clipart8.webp").convert("RGB"))
    grid = sheet.reshape(-1, SIDE, TILES_IN_A_ROW, SIDE, 3).swapaxes(1, 2)
    return grid.reshape(-1, SIDE, SIDE, 3)[: len(rows)], labels, tuple(names[label] for label in sorted(names))


def _resize(tile: np.ndarray, size: int) -> np.ndarray:
    return np.asarray(Image.fromarray(tile).resize((size, size), Image.Resampling.BICUBIC))
