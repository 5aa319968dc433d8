"""Hold a text to its numbers: what the prose says is worked out in the same notebook."""

import re
from fractions import Fraction

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_NUMBER = re.compile(
    rf"(?P<sign>[−-]?)(?P<over>{_DIGITS}(?:\.(?P<decimals>\d+))?)(?:/(?P<under>\d+))?\s?(?P<percent>%?)"
)


def says(text: str, value: float) -> None:
    """Raise unless ``text`` says ``value``, rounded as the text rounds it.

    Parameters
    ----------
    text : str
        One number as the prose writes it: ``"73,728"``, ``"−0.25"``, ``"67 %"``, ``"1/3"``.
    value : float
        What the notebook worked out. A percentage is compared with a share: ``says("67 %", 2 / 3)``.

    Raises
    ------
    AssertionError
        If the text says another number.
    ValueError
        If the text is not one number.

    Examples
    --------
    >>> says("73,728", 128 * 64 * 3 * 3)
    >>> says("67 %", 2 / 3)
    >>> says("0.67", 0.6)
    Traceback (most recent call last):
        ...
    AssertionError: The text says 0.67, but the value is 0.6.
    """
    said, unit = map(float, _parsed(text))
    if abs(value - said) > unit / 2 + 1e-9 * abs(said):
        raise AssertionError(f"The text says {text}, but the value is {value}.")


def _parsed(text: str) -> tuple[Fraction, Fraction]:
    """Return the number and the unit of its last digit, 0 for whole numbers and fractions, which must be exact."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"says({text!r}, …): not one number; write it as the prose does, such as 73,728 or 67 %.")
    number = Fraction(match["over"].replace(",", "")) / int(match["under"] or 1)
    unit = Fraction(1, 10 ** len(match["decimals"])) if match["decimals"] else Fraction(0)
    if match["percent"]:
        number, unit = number / 100, (unit or 1) / Fraction(100)
    return (-number if match["sign"] else number), unit
