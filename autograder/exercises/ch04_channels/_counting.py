"""What the exercises that count have in common: calls, and how a count is written with its numbers."""

from typing import Any

from autograder.exercise import Case
from autograder.show import number

LESSON = "04_2_what_it_costs"


def sides(value: int | tuple[int, int]) -> tuple[int, int]:
    """Return a size as (height, width)."""
    return value if isinstance(value, tuple) else (value, value)


def side(value: int | tuple[int, int], slips: frozenset[str], name: str) -> int:
    """Return height times width, or what a slip of that name makes of a pair or of a lone number."""
    height, width = sides(value)
    if f"first-of-a-pair-squared-{name}" in slips:
        return height * height
    if f"{name}-not-squared" in slips and not isinstance(value, tuple):
        return value
    if f"{name}-sides-added" in slips:
        return height + width
    return height * width


def calls(*settings: tuple[Any, ...]) -> tuple[Case, ...]:
    """Make calls of positional arguments, with options in a dict at the end where there are some."""
    return tuple(
        Case(setting[:-1], setting[-1]) if isinstance(setting[-1], dict) else Case(setting) for setting in settings
    )


def written(*factors: int) -> str:
    """Write a product with its numbers.

    Examples
    --------
    >>> written(128, 64, 3, 3)
    '128·64·3·3 = 73,728'
    """
    product = 1
    for factor in factors:
        product *= factor
    return f"{'·'.join(map(number, factors))} = {number(product)}"
