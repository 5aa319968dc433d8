"""Inputs for small networks: whole numbers, not symmetric, of few cells."""

import numpy as np

from autograder.exercise import Case, Trial


def image(*shape: int) -> np.ndarray:
    """Return a batch of images of whole numbers from −4 to 4.

    Parameters
    ----------
    *shape : int
        Batch, channels, height and width: from these it is drawn.

    Returns
    -------
    numpy.ndarray of float32
        The batch.
    """
    return np.random.default_rng(shape).integers(-4, 5, shape).astype(np.float32)


def drawn_image(rng: np.random.Generator, channels: int, *, least: int = 3) -> np.ndarray:
    """Draw a batch of one to three images, whose height is not their width.

    Parameters
    ----------
    rng : numpy.random.Generator
        Where it is drawn from.
    channels : int
        Of each image.
    least : int
        Rows and columns at least.

    Returns
    -------
    numpy.ndarray of float32
        The batch.
    """
    height, width = rng.choice(np.arange(least, least + 6), 2, replace=False)
    return rng.normal(size=(int(rng.integers(1, 4)), channels, int(height), int(width))).astype(np.float32)


def block_case(before: int, channels: int, trial: Trial, stride: int = 1) -> Case:
    """Ask for a block, with its stride named where it is not 1."""
    return Case((before, channels), {"stride": stride} if stride != 1 else {}, trial)
