"""What one call of a learner's function came to."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """What one call came to.

    Attributes
    ----------
    result : object
        What was returned; None if it raised.
    args : tuple
        The arguments, as they are after the call.
    raised : str
        ``"IndexError: index 3 is out of bounds …"``, or "" if it returned.
    refused : bool
        Whether what it raised is a ValueError, as a call that cannot be answered is refused.
    line : str
        Where in the learner's code it raised: ``"line 4: y[i, j] = 0"``, or "".
    attempted : bool
        False if it raised NotImplementedError, as an untouched stub does.
    printed : str
        What it printed, cut to a readable length.
    changed : tuple of int
        Positions of the arguments that it changed.
    shares : bool
        Whether the result is a view of an argument.
    """

    result: Any = None
    args: tuple[Any, ...] = ()
    raised: str = ""
    refused: bool = False
    line: str = ""
    attempted: bool = True
    printed: str = ""
    changed: tuple[int, ...] = ()
    shares: bool = False
