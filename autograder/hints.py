"""What Python's, NumPy's and torch's own error messages mean to somebody who meets them for the first time."""

import re

# Each is a fact about the message, and never a guess about the code that it came from.
HINTS = {
    "truth value of an array|Boolean value of Tensor": (
        "`if`, `and`, `or`, `not` and Python's own `max` and `min` want one answer, and an array has one for each "
        "cell. Cell by cell: `np.where`, `np.maximum`. One for all: `.any()`, `.all()`, `.max()`. Whether an argument "
        "was given at all: `is not None`."
    ),
    "Cannot cast ufunc": (
        "An array of whole numbers has no room for fractions, and `+=`, `-=` and `/=` put them into the array that is "
        "there. Make it one of floats first: `.astype(float)`."
    ),
    "cannot convert float (infinity|NaN) to integer": (
        "No whole number is infinity or NaN. If an array is to hold them, make it one of floats first: "
        "`.astype(float)`."
    ),
    "zero-size array to reduction|on an empty|of an empty": (
        "There is no number left to look at. Print the shape: a slice may be empty, as `x[m:-m]` is for m = 0, or may "
        "begin behind the end."
    ),
    "only (length-1|size-1|0-dimensional) arrays can be converted|setting an array element with a sequence": (
        "A whole array is put where one number fits, such as one cell of the result. Is a sum missing?"
    ),
    r"'(int|float|NoneType)' object is not (subscriptable|iterable)|cannot unpack non-iterable (int|float|NoneType)": (
        "One number came where two or more were expected, or nothing at all. Look at how it was called: may this "
        "argument be a number as well as a pair?"
    ),
}


def hint(raised: str) -> str:
    """Say what an error's message means.

    Parameters
    ----------
    raised : str
        The error as it was told, such as ``"ValueError: The truth value of an array …"``.

    Returns
    -------
    str
        A sentence or two, or "" if there is nothing to add to the message.

    Examples
    --------
    >>> hint("TypeError: 'int' object is not subscriptable").split(".")[0]
    'One number came where two or more were expected, or nothing at all'
    """
    return next((words for pattern, words in HINTS.items() if re.search(pattern, raised)), "")
