"""Groups of parameters, as an optimizer of torch takes them, with complaints in sentences to "you"."""

from typing import Any

from autograder.compare import WrongKindError
from autograder.tensors import is_tensor


def read_groups(result: Any) -> list[tuple[list[Any], float]]:
    """Read what a function returned as groups of parameters.

    Parameters
    ----------
    result : object
        A list of dicts with "params" and "lr" is asked for.

    Returns
    -------
    list of tuple
        The parameters of each group and its learning rate.

    Raises
    ------
    WrongKindError
        If it is none.
    """
    if result is None:
        raise WrongKindError("Your function returns nothing (None). Does it end with `return`?")
    if isinstance(result, dict):
        raise WrongKindError("Your function returns one dict; a list of dicts is asked for.")
    if not isinstance(result, (list, tuple)):
        raise WrongKindError(f"Your function returns {result!r:.80}; a list of dicts is asked for.")
    return [(_parameters(group, number), _rate(group, number)) for number, group in enumerate(result)]


def _parameters(group: Any, number: int) -> list[Any]:
    if not isinstance(group, dict):
        raise WrongKindError(f"Group {number} is {group!r:.80}; a dict with the keys 'params' and 'lr' is asked for.")
    if "params" not in group:
        raise WrongKindError(f"Group {number} has the keys {list(group)}; 'params' is missing.")
    held = group["params"]
    if not is_tensor(held) and not hasattr(held, "__iter__"):
        raise WrongKindError(
            f"The params of group {number} are a {type(held).__name__}; give its parameters: `.parameters()`."
        )
    values = [held] if is_tensor(held) else [value[1] if isinstance(value, tuple) else value for value in held]
    for value in values:
        if not is_tensor(value):
            raise WrongKindError(
                f"Group {number} holds a {type(value).__name__} among its params; an optimizer takes parameters, such "
                "as those of `part.parameters()`."
            )
    return values


def _rate(group: dict[str, Any], number: int) -> float:
    if "lr" not in group:
        raise WrongKindError(f"Group {number} has the keys {list(group)}; 'lr', its learning rate, is missing.")
    try:
        return float(group["lr"])
    except (TypeError, ValueError):
        raise WrongKindError(f"The lr of group {number} is {group['lr']!r:.80}; a number is asked for.") from None
