"""A trait for a small matrix of numbers, such as a kernel: what browser and Python both hold."""

from typing import Any

import numpy as np
import traitlets


class Grid(traitlets.TraitType):
    """Rows of finite numbers, as lists of float; arrays are taken as well.

    Parameters
    ----------
    largest : tuple of two int
        The most rows and columns.
    smallest : tuple of two int, optional
        The fewest.
    **settings
        What every trait takes, such as ``help``.

    Examples
    --------
    >>> class Owner(traitlets.HasTraits):
    ...     kernel = Grid((5, 5))
    >>> Owner(kernel=np.eye(2)).kernel
    [[1.0, 0.0], [0.0, 1.0]]
    """

    default_value = ((0.0,),)

    def __init__(self, largest: tuple[int, int], *, smallest: tuple[int, int] = (1, 1), **settings: Any) -> None:
        super().__init__(**settings)
        self.smallest, self.largest = smallest, largest

    def make_dynamic_default(self) -> list[list[float]]:
        """Give each owner rows of its own."""
        return [[0.0] * self.smallest[1] for _ in range(self.smallest[0])]

    def validate(self, owner: Any, value: Any) -> list[list[float]]:
        """Return the rows as lists of float, or raise a ValueError that says what to hand in."""
        call = f"{type(owner).__name__}: {self.name}"
        try:
            array = np.asarray(value, dtype=np.float64)
        except (TypeError, ValueError):
            raise ValueError(f"{call} is {value!r}; hand in rows of numbers, all rows equally long.") from None
        if array.ndim != 2:
            raise ValueError(f"{call} has shape {array.shape}; it needs two axes, such as [[1, 0], [0, 1]].")
        within = zip(self.smallest, array.shape, self.largest, strict=True)
        if not all(fewest <= size <= most for fewest, size, most in within):
            raise ValueError(f"{call} is {_size(array.shape)}; {self._advice()}")
        if not np.isfinite(array).all():
            raise ValueError(f"{call} holds NaN or infinity; replace it by a number first.")
        return array.tolist()

    def _advice(self) -> str:
        if self.smallest == self.largest:
            return f"it needs to be {_size(self.largest)}."
        return f"hand in {_size(self.smallest)} to {_size(self.largest)}, for instance a crop of it."


def _size(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape))
