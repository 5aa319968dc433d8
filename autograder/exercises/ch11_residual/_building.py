"""Modules made of parts and a function, for implementations that slip."""

from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def _kind() -> type:
    from torch import nn

    class Built(nn.Module):
        """What comes out is left to a function of the module and its input."""

        def __init__(self, parts: dict[str, Any], forwards: Callable[[Any, Any], Any]) -> None:
            super().__init__()
            for name, part in parts.items():
                setattr(self, name, part)
            self.forwards = forwards

        def forward(self, x: Any) -> Any:
            return self.forwards(self, x)

    return Built


def built(forwards: Callable[[Any, Any], Any], **parts: Any) -> Any:
    """Return a module that has these parts, and whose answer to x is ``forwards(module, x)``.

    Parameters
    ----------
    forwards : callable
        From the module and a tensor to a tensor.
    **parts : torch.nn.Module or None
        Modules, by the names that they get.

    Returns
    -------
    torch.nn.Module
        The module.
    """
    return _kind()(parts, forwards)
