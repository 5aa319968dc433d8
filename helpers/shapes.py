"""Size arithmetic of a sliding window, and the errors that tell when sizes do not fit."""

from operator import index


def out_size(size: int, kernel: int, *, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """Count the positions at which a window fits along one axis.

    Parameters
    ----------
    size : int
        Length of the input along the axis, at least 1.
    kernel : int
        Length of the window, at least 1.
    stride : int
        How far the window moves between positions, at least 1.
    padding : int
        Cells added on *each* side of the input, at least 0.
    dilation : int
        Distance between neighbouring cells of the window; 1 is contiguous.

    Returns
    -------
    int
        ``floor((size + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1``, at least 1.

    Raises
    ------
    TypeError
        If an argument is not a whole number.
    ValueError
        If one is out of range, or the window does not fit once.

    Notes
    -----
    The formula is that of Dumoulin and Visin, *A guide to convolution arithmetic for deep learning* (2016),
    relationships 6 and 13, and of ``torch.nn.Conv2d``. The floor means that cells at the far end can go unread.

    Examples
    --------
    >>> out_size(4, 2)
    3
    >>> out_size(224, 7, stride=2, padding=3)
    112
    >>> out_size(7, 3, dilation=3)
    1
    """
    size = whole("out_size", "size", size, at_least=1)
    kernel = whole("out_size", "kernel", kernel, at_least=1)
    stride = whole("out_size", "stride", stride, at_least=1)
    padding = whole("out_size", "padding", padding, at_least=0)
    dilation = whole("out_size", "dilation", dilation, at_least=1)
    room = size + 2 * padding - extent(kernel, dilation)
    if room < 0:
        raise ValueError(
            f"out_size: a kernel of {kernel} with dilation {dilation} spans {extent(kernel, dilation)} cells and does "
            f"not fit in {size} with padding {padding}; use padding >= {_padding_needed(size, kernel, dilation)} "
            "or a smaller kernel."
        )
    return room // stride + 1


def invert_size(out_size: int, kernel: int, *, stride: int = 1, padding: int = 0, dilation: int = 1) -> tuple[int, int]:
    """Find the smallest and the largest input that give an output of this size.

    Parameters
    ----------
    out_size : int
        Length of the output along one axis, at least 1.
    kernel, stride, padding, dilation : int
        As for :func:`out_size`.

    Returns
    -------
    tuple of two int
        (smallest, largest): ``(out_size − 1)·stride + dilation·(kernel − 1) + 1 − 2·padding``, and ``stride − 1``
        more, which is what the floor drops. An input has at least 1 cell, so the smallest is never below 1.

    Raises
    ------
    TypeError
        If an argument is not a whole number.
    ValueError
        If one is out of range, or the padding alone holds more windows.

    Examples
    --------
    >>> invert_size(3, 2)
    (4, 4)
    >>> invert_size(112, 7, stride=2, padding=3)
    (223, 224)
    """
    positions = whole("invert_size", "out_size", out_size, at_least=1)
    kernel = whole("invert_size", "kernel", kernel, at_least=1)
    stride = whole("invert_size", "stride", stride, at_least=1)
    padding = whole("invert_size", "padding", padding, at_least=0)
    dilation = whole("invert_size", "dilation", dilation, at_least=1)
    smallest = (positions - 1) * stride + extent(kernel, dilation) - 2 * padding
    largest = smallest + stride - 1
    if largest < 1:
        raise ValueError(
            f"invert_size: with padding {padding} even an input of 1 gives more than {positions} position(s) of a "
            f"kernel of {kernel}; use a larger out_size or less padding."
        )
    return max(1, smallest), largest


def extent(kernel: int, dilation: int = 1) -> int:
    """Return how many cells a window spans from its first to its last.

    Parameters
    ----------
    kernel, dilation : int
        Cells of the window, and the distance between neighbours.

    Returns
    -------
    int
        ``dilation·(kernel − 1) + 1``.

    Examples
    --------
    >>> extent(3), extent(3, dilation=2)
    (3, 5)
    """
    return dilation * (kernel - 1) + 1


def whole(call: str, name: str, value: object, *, at_least: int) -> int:
    """Return ``value`` as an int, or say in the caller's name why it cannot be one.

    Parameters
    ----------
    call, name : str
        The function and the argument that the message repeats.
    value : object
        What was passed.
    at_least : int
        The smallest value allowed.

    Returns
    -------
    int
        The value.

    Raises
    ------
    TypeError
        If it is not a whole number (a bool or 2.0 is not).
    ValueError
        If it is below ``at_least``.

    Examples
    --------
    >>> whole("conv2d", "stride", 2, at_least=1)
    2
    """
    try:
        number = index(value)  # type: ignore[arg-type]
    except TypeError:
        number = None
    if number is None or isinstance(value, bool):
        raise TypeError(f"{call}: {name} is {value!r}; it must be a whole number, such as {max(at_least, 1)}.")
    if number < at_least:
        raise ValueError(f"{call}: {name} is {number}; it must be at least {at_least}.")
    return number


def pair(call: str, name: str, value: object, *, at_least: int) -> tuple[int, int]:
    """Return an option as (along the height, along the width).

    Parameters
    ----------
    call, name : str
        The function and the argument that a message repeats.
    value : int or tuple of two int
        One number for both axes, or one for each.
    at_least : int
        The smallest value allowed.

    Returns
    -------
    tuple of int
        Two numbers.

    Raises
    ------
    TypeError, ValueError
        As :func:`whole`; and if there are not one or two numbers.

    Examples
    --------
    >>> pair("conv2d", "stride", 2, at_least=1)
    (2, 2)
    >>> pair("conv2d", "padding", (0, 1), at_least=0)
    (0, 1)
    """
    values = value if isinstance(value, (tuple, list)) else (value, value)
    if len(values) != 2:
        raise ValueError(f"{call}: {name} is {value!r}; give one number, or two as (height, width).")
    first, second = (whole(call, name, item, at_least=at_least) for item in values)
    return first, second


def check_fits(
    call: str,
    image: tuple[int, int],
    kernel: tuple[int, int],
    *,
    padding: tuple[int, int] = (0, 0),
    dilation: tuple[int, int] = (1, 1),
) -> None:
    """Raise if a window does not fit once into an image.

    Parameters
    ----------
    call : str
        The function that the message repeats.
    image, kernel, padding, dilation : tuple of two int
        Along the height and along the width.

    Raises
    ------
    ValueError
        If the window does not fit; the message says which padding would do.

    Examples
    --------
    >>> check_fits("conv2d", (3, 3), (5, 5))
    Traceback (most recent call last):
    ...
    ValueError: conv2d: kernel (5, 5) does not fit in image (3, 3) with padding 0; use padding >= 1 or a smaller kernel.
    """
    axes = list(zip(image, kernel, dilation, padding, strict=True))
    if all(size + 2 * pad >= extent(cells, gap) for size, cells, gap, pad in axes):
        return
    needed = tuple(_padding_needed(size, cells, gap) for size, cells, gap, _ in axes)
    spread = "" if dilation == (1, 1) else f" with dilation {_short(dilation)}"
    raise ValueError(
        f"{call}: kernel {kernel}{spread} does not fit in image {image} with padding {_short(padding)}; "
        f"use padding >= {_short(needed)} or a smaller kernel."
    )


def _padding_needed(size: int, kernel: int, dilation: int) -> int:
    return max(0, -((size - extent(kernel, dilation)) // 2))


def _short(values: tuple[int, int]) -> str:
    return str(values[0]) if values[0] == values[1] else str(values)
