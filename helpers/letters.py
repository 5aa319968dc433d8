"""Drawn letters X and O, and what is neither: small pictures to design a detector on."""

import numpy as np

SIDE = 16
SMALL, LARGE = 5, 7
LETTERS = ("X", "O")


def make_letter(letter: str, size: int) -> np.ndarray:
    """Draw one letter that fills a square, ink 1 on paper 0.

    Parameters
    ----------
    letter : {"X", "O"}
        X is the two diagonals; O is the border without its four corners.
    size : int
        Height and width, at least 3.

    Returns
    -------
    numpy.ndarray of float64, shape (size, size)
        Zeros and ones.

    Raises
    ------
    ValueError
        If there is no such letter, or it would be too small to be told.

    Examples
    --------
    >>> print(make_letter("O", 5).astype(int))
    [[0 1 1 1 0]
     [1 0 0 0 1]
     [1 0 0 0 1]
     [1 0 0 0 1]
     [0 1 1 1 0]]
    """
    if letter not in LETTERS or size < 3:
        raise ValueError(f"make_letter({letter!r}, {size}): draws X or O, from a size of 3 on.")
    rows, columns = np.indices((size, size))
    if letter == "X":
        return ((rows == columns) | (rows + columns == size - 1)).astype(float)
    last = size - 1
    border = (rows % last == 0) ^ (columns % last == 0)  # both at once are the corners
    return border.astype(float)


def make_letter_pictures() -> dict[str, np.ndarray]:
    """Draw fourteen pictures of 16×16: four times an X, four times an O, and six times neither.

    Returns
    -------
    dict of str to numpy.ndarray of float64, shape (16, 16)
        Each picture by what it shows. Ink is 1 and paper 0, except in the pale ones, where they are 0.9 and 0.1.
        A letter lies anywhere, at least one cell from the edge.

    Examples
    --------
    >>> pictures = make_letter_pictures()
    >>> list(pictures)[:2]
    ['a small X', 'a small X further down']
    >>> pictures["a dot"].sum()
    np.float64(1.0)
    """
    pictures = {}
    for letter in LETTERS:
        small, large = make_letter(letter, SMALL), make_letter(letter, LARGE)
        pictures |= {
            f"a small {letter}": _placed(small, 1, 2),
            f"a small {letter} further down": _placed(small, 9, 8),
            f"a large {letter}": _placed(large, 4, 5),
            f"a pale {letter}": 0.1 + 0.8 * _placed(small, 6, 3),
        }
    rows, columns = np.indices((SIDE, SIDE))
    inner = (rows >= 5) & (rows < SIDE - 5) & (columns >= 5) & (columns < SIDE - 5)
    others = {
        "a dot": (rows == 5) & (columns == 9),
        "a falling stroke": inner & (rows == columns),
        "a rising stroke": inner & (rows + columns == SIDE - 1),
        "a level stroke": inner & (rows == 7),
        "a filled square": inner,
        "an empty picture": rows < 0,
    }
    return pictures | {name: picture.astype(float) for name, picture in others.items()}


def _placed(drawing: np.ndarray, top: int, left: int) -> np.ndarray:
    picture = np.zeros((SIDE, SIDE))
    picture[top : top + len(drawing), left : left + len(drawing)] = drawing
    return picture
