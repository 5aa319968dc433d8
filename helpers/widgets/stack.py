"""A trait for a few matrices of one size, such as the channels of an image: what browser and Python both hold."""

from typing import Any

import numpy as np
import traitlets


class Stack(traitlets.TraitType):
    """Channels of rows of finite numbers, as lists of float; arrays are taken as well.

    Parameters
    ----------
    largest : tuple of three int
        The most channels, rows and columns.
    smallest : tuple of three int, optional
        The fewest.
    **settings
        What every trait takes, such as ``help``.

    Examples
    --------
    >>> class Owner(traitlets.HasTraits):
    ...     image = Stack((3, 8, 8))
    >>> Owner(image=np.ones((2, 1, 2))).image
    [[[1.0, 1.0]], [[1.0, 1.0]]]
    """

    def __init__(
        self, largest: tuple[int, int, int], *, smallest: tuple[int, int, int] = (1, 1, 1), **settings: Any
    ) -> None:
        super().__init__(**settings)
        self.smallest, self.largest = smallest, largest

    def make_dynamic_default(self) -> list[list[list[float]]]:
        """Give each owner numbers of its own."""
        return np.zeros(self.smallest).tolist()

    def validate(self, owner: Any, value: Any) -> list[list[list[float]]]:
        """Return the channels as lists of float, or raise a ValueError that says what to hand in."""
        call = f"{type(owner).__name__}: {self.name}"
        try:
            array = np.asarray(value, dtype=np.float64)
        except (TypeError, ValueError):
            raise ValueError(f"{call} is {value!r}; hand in one grid of numbers for each channel.") from None
        if array.ndim != 3:
            raise ValueError(f"{call} has shape {array.shape}; it needs three axes, (channels, rows, columns).")
        within = zip(self.smallest, array.shape, self.largest, strict=True)
        if not all(fewest <= size <= most for fewest, size, most in within):
            sizes = [f"({', '.join(map(str, size))})" for size in (self.smallest, self.largest)]
            raise ValueError(f"{call} has shape {array.shape}; it needs one from {sizes[0]} to {sizes[1]}.")
        if not np.isfinite(array).all():
            raise ValueError(f"{call} holds NaN or infinity; replace it by a number first.")
        return array.tolist()
