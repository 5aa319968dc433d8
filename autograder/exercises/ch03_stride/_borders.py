"""What `pad2d` is judged by: an implementation that slips, calls, and shapes after slips."""

import numpy as np

from autograder.exercise import Case
from autograder.show import number

Sides = tuple[int, int, int, int]
ORDERS = {  # where a slip finds top, bottom, left and right in what it is given
    "as-torch": (2, 3, 0, 1),
    "clockwise": (0, 2, 3, 1),
    "corner-by-corner": (0, 2, 1, 3),
    "ends-swapped": (1, 0, 3, 2),
    "first-of-each-for-both": (0, 0, 2, 2),
    "first-for-all": (0, 0, 0, 0),
}


def slipped(x: np.ndarray, padding: Sides, *, mode: str = "zeros", slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Look up for each cell the one that is shown there, making the mistakes asked for."""
    top, bottom, left, right = _sides(padding, slips)
    if "modes-mixed-up" in slips:
        mode = {"reflect": "replicate", "replicate": "reflect"}.get(mode, mode)
    mode = "zeros" if "mode-ignored" in slips else mode
    turned = "first-axes-padded" in slips
    x = np.moveaxis(x, (0, 1), (-2, -1)) if turned else x
    rows = _places(x.shape[-2], top, bottom, mode, slips)
    columns = _places(x.shape[-1], left, right, mode, slips)
    y = x[..., rows[:, None], columns]
    outside = (_beyond(rows, x.shape[-2], top)[:, None], _beyond(columns, x.shape[-1], left))
    if mode == "zeros":
        y = np.where(outside[0] | outside[1], 0, y)
    if "corners-left-empty" in slips:
        y = np.where(outside[0] & outside[1], 0, y)
    y = y.astype(int) if "whole-numbers-only" in slips else y
    return np.moveaxis(y, (-2, -1), (0, 1)) if turned else y


def _sides(padding: Sides, slips: frozenset[str]) -> Sides:
    order = next((order for slip, order in ORDERS.items() if slip in slips), (0, 1, 2, 3))
    top, bottom, left, right = (padding[place] for place in order)
    if "image-in-the-corner" in slips:
        return 0, top + bottom, 0, left + right
    return (top, 0, left, 0) if "top-and-left-only" in slips else (top, bottom, left, right)


def _beyond(shown: np.ndarray, size: int, before: int) -> np.ndarray:
    places = np.arange(len(shown)) - before
    return (places < 0) | (places >= size)


def _places(size: int, before: int, after: int, mode: str, slips: frozenset[str]) -> np.ndarray:
    """Return for each place along an axis which cell is shown there."""
    places = np.arange(-before, size + after)
    if mode == "circular" and "minus-zero" in slips and not before:
        return np.concatenate([np.arange(size), places % size])
    if mode == "circular" and "near-end-for-far-end" not in slips:
        return places % size
    if mode == "circular" or (mode == "replicate" and "strip-for-cell" in slips):
        return np.where(places < 0, places + before, np.where(places < size, places, places - after))
    if mode != "reflect":
        return np.clip(places, 0, size - 1)
    if "not-mirrored" in slips:
        return np.where(places < 0, places + before + 1, np.where(places < size, places, places - after - 1))
    if "edge-repeated" in slips:
        return np.minimum(places % (2 * size), (-1 - places) % (2 * size))
    if "edge-repeated-at-the-end" in slips:
        return np.where(places < size, abs(places), 2 * size - 1 - places)
    return np.minimum(places % (2 * size - 2), -places % (2 * size - 2))


def working(case: Case, index: tuple[int, ...]) -> str:
    """Say where a cell lies, and which one is shown there."""
    (x, (top, bottom, left, right)), mode = case.args, case.options.get("mode", "zeros")
    row, column = index[-2] - top, index[-1] - left
    inside = 0 <= row < x.shape[-2] and 0 <= column < x.shape[-1]
    place = f"Counted from the image's corner, it is row {row}, column {column}".replace("-", "−")
    if inside:
        return f"{place}: inside the image, where nothing changes."
    if mode == "zeros":
        return f"{place}: outside the image, so 0."
    seen = (_places(x.shape[-2], top, bottom, mode, frozenset()), _places(x.shape[-1], left, right, mode, frozenset()))
    source = (*index[:-2], int(seen[0][index[-2]]), int(seen[1][index[-1]]))
    return f'{place}: outside the image. Mode "{mode}" shows x{list(source)} = {number(x[source])} there.'


def shapes(case: Case) -> dict[str, tuple[int, ...]]:
    """Return the shapes after slips in the sides, each under what is said of the slip."""
    x, (top, bottom, left, right) = case.args
    *rest, height, width = x.shape
    told = {
        "You make the height larger by left and right, and the width by top and bottom.": (left + right, top + bottom),
        "You make the height larger by twice the top, and the width by twice the left.": (2 * top, 2 * left),
        "You make each axis larger by one of its two sides only.": (top, left),
        "You make the height larger and not the width: left and right are missing.": (top + bottom, 0),
        "You make the width larger and not the height: top and bottom are missing.": (0, left + right),
        "You take the largest of the four numbers for all sides.": (2 * max(case.args[1]),) * 2,
        "You make each axis larger by all four numbers.": (sum(case.args[1]),) * 2,
    }
    return {words: (*rest, height + more, width + across) for words, (more, across) in told.items()}


def drawn(rng: np.random.Generator, *, modes: tuple[str, ...], before: tuple[int, ...] = ()) -> tuple[Case, ...]:
    """Draw images and paddings that every mode can fill."""
    cases = []
    for mode in modes:
        for height, width in ((6, 8), (9, 7), (20, 24)):
            padding = tuple(int(n) for n in rng.permutation(4) + rng.integers(0, 2))
            cases.append(Case((rng.integers(-9, 10, (*before, height, width)), padding), {"mode": mode}))
    return tuple(cases)


IMAGE = np.array([[3, 1, 4, 1, 5, 9], [2, 6, 5, 3, 5, 8], [9, 7, 9, 3, 2, 3], [8, 4, 6, 2, 6, 4], [3, 3, 8, 3, 2, 7]])
FRACTIONS = np.array([[0.5, 2, 3.25, 4], [5, -6.5, 7, 8], [9.75, 1, 1, 2], [4, 2.5, 6, -1.5]])
X = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
ZEROS = (
    Case((X, (0, 1, 2, 0))),
    Case((IMAGE, (1, 2, 3, 4))),
    Case((IMAGE, (2, 0, 1, 3)), {"mode": "zeros"}),
    Case((FRACTIONS, (3, 1, 0, 2))),
)
MODES = tuple(
    Case(args, {"mode": mode})
    for mode in ("reflect", "replicate", "circular")
    for args in ((X, (1, 2, 0, 2)), (IMAGE, (2, 1, 4, 3)), (FRACTIONS, (0, 3, 2, 1)))
)
BATCH = (
    Case((np.arange(1, 61).reshape(3, 4, 5) * 7 % 31, (1, 2, 0, 1))),
    Case((np.arange(1, 61).reshape(3, 4, 5) * 7 % 31, (2, 1, 0, 2)), {"mode": "reflect"}),
    Case((np.arange(1, 49).reshape(2, 1, 6, 4) * 5 % 37, (0, 2, 3, 1)), {"mode": "zeros"}),
)
