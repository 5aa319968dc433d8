"""Batches for small networks, and the names of their numbers."""

from collections.abc import Mapping
from typing import Any

import numpy as np


def image(*shape: int) -> np.ndarray:
    """Make a batch of images of no symmetry."""
    return ((np.arange(np.prod(shape)) * 37 % 53 - 20) / 10).reshape(shape).astype(np.float32)


def row(*shape: int) -> np.ndarray:
    """Make a batch of rows of no symmetry."""
    return ((np.arange(np.prod(shape)) * 11 % 17 - 6) / 4).reshape(shape).astype(np.float32)


def drawn_values(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Draw a batch."""
    return rng.normal(0, 1, shape).astype(np.float32)


def place_of(index: int, values: Mapping[str, Any]) -> str:
    """Tell which number of which tensor stands at a place of a row that holds them all, sorted by name."""
    for name in sorted(values):
        if index < values[name].numel():
            return name if values[name].ndim == 0 else f"{name}, number {index}"
        index -= values[name].numel()
    return ""
