"""Python's parser, for one thread at a time."""

import ast
import threading

# Notebooks are looked at ahead in a thread of their own. In Python 3.11 and 3.12 trees that two threads build at once
# spoil each other's count of their depth, and one ends with a SystemError (python/cpython#106905).
_ALONE = threading.Lock()


def parsed(source: str) -> ast.Module | None:
    """Read a cell.

    Parameters
    ----------
    source : str
        Its text, which is not run.

    Returns
    -------
    ast.Module or None
        Its tree; None, if it is no Python, or nested too deep.
    """
    with _ALONE:
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
