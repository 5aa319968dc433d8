"""Where wrong functions are put down, with the mistakes that they make, and what several of them are made of."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np


class Wrong(NamedTuple):
    """A wrong function, the exercise it was written for, and the slugs of its mistakes: none if it has no name."""

    function: Callable[..., Any]
    exercise: str
    slugs: frozenset[str]


WRONG: list[Wrong] = []


def makes(exercise: str, *slips: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Put a function down as one that makes these mistakes, all of them at once."""

    def put_down(function: Callable[..., Any]) -> Callable[..., Any]:
        WRONG.append(Wrong(function, exercise, frozenset(f"{exercise}/{slip}" for slip in slips)))
        return function

    return put_down


def slide(x: np.ndarray, k: np.ndarray, cell: Callable[[np.ndarray], float], dtype: Any = float) -> np.ndarray:
    """Fill each output cell from its window, as most learners' two loops do."""
    y = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1), dtype=dtype)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = cell(x[i : i + k.shape[0], j : j + k.shape[1]])
    return y
