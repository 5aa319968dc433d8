"""Write types and everything that goes with them.

Right: the answers count.
"""

SOLUTIONS = {
    "relu": """
from __future__ import annotations

from typing import Any, TypeAlias

import numpy.typing as npt

Floats: TypeAlias = "npt.NDArray[np.floating[Any]]"


def relu(x: Floats | None = None, /) -> Floats:
    lowest: NotThere[int] = 0
    return np.maximum(x, lowest)
"""
}
