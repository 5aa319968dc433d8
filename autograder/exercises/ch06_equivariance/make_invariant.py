"""A function made of another: pool what the backbone leaves."""

from collections.abc import Callable

import numpy as np

from autograder.exercise import Case, Exercise, Given, Part
from autograder.exercises.ch06_equivariance._invariant_slips import SLIPS
from autograder.exercises.ch06_equivariance._shifting import CHANNELS, IMAGES
from autograder.given import resolve
from autograder.show import number
from helpers.equivariance import make_invariant

Function = Callable[[np.ndarray], np.ndarray]
# Asked one after the other: a function that remembers the first is noticed.
ASKED = (IMAGES, CHANNELS[:, :, :5, :6], CHANNELS[:1] - 9)
AXES, VALUES = 4, 12  # what is looked at of each answer: its shape, and as many of its numbers
OVER = {
    "channels-too": (1, 2, 3),
    "batch-too": (0, 2, 3),
    "all-numbers": (0, 1, 2, 3),
    "height-only": (2,),
    "width-only": (3,),
}


def observe(result: Function) -> np.ndarray:
    """Return what a function answers to three batches: of each answer the shape and its first numbers.

    Parameters
    ----------
    result : callable
        What was returned.

    Returns
    -------
    numpy.ndarray of float, shape (3, 16)
        Four numbers for the shape, −1 for an axis that is not there; then twelve for the values, 0 where there are
        fewer.

    Raises
    ------
    ValueError
        If it is no function, or its answers are no arrays of numbers.
    """
    if result is None:
        raise ValueError("Your function returns nothing (None). Does it end with `return`?")
    if isinstance(result, np.ndarray):
        raise ValueError("Your function returns an array. It has to return a *function*, which takes x later.")
    if not callable(result):
        raise ValueError(f"Your function returns {result!r:.80}; a function is asked for.")
    return np.array([_told(result(x.copy())) for x in ASKED])


def _told(answer: object) -> list[float]:
    if answer is None:
        raise ValueError("The function that you return gives nothing (None) back. Does it end with `return`?")
    if isinstance(answer, (list, tuple)):
        raise ValueError("The function that you return gives a list or a tuple back; wrap it: `np.array(...)`.")
    array = np.asarray(answer)
    if array.dtype.kind not in "biuf" or array.ndim > AXES:
        raise ValueError("The function that you return must give an array of real numbers, of two axes.")
    shape = [*array.shape, *[-1] * (AXES - array.ndim)]
    values = array.astype(float).ravel()[:VALUES].tolist()
    return [*shape, *values, *[0.0] * (VALUES - len(values))]


def slipped(backbone: Function, *, slips: frozenset[str] = frozenset()) -> Function:
    """Put a mean behind a backbone, making the mistakes asked for."""
    remembered: list[np.ndarray] = []

    def pooled(x: np.ndarray) -> np.ndarray:
        x = x.mean(axis=(2, 3), keepdims=True) if "image-pooled-first" in slips else x
        maps = x if "backbone-forgotten" in slips else backbone(x)
        maps = backbone(maps) if "backbone-twice" in slips else maps
        if "image-size-for-map-size" in slips:
            maps = np.asarray(maps, dtype=float)
            maps = maps * (maps[0, 0].size / x[0, 0].size)
        remembered.append(_pool(np.asarray(maps, dtype=float), slips))
        return remembered[0 if "first-answer-kept" in slips else -1]

    return pooled


def _pool(maps: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    over = next((OVER[slip] for slip in OVER if slip in slips), (2, 3))
    keep = "axes-kept" in slips
    y = maps.max(axis=over, keepdims=keep) if "maximum-for-mean" in slips else maps.mean(axis=over, keepdims=keep)
    y = np.asarray(maps.sum(axis=over, keepdims=keep) if "sum-for-mean" in slips else y)
    if "flattened" in slips:
        return maps.reshape(len(maps), -1)
    if "not-pooled" in slips:
        return maps
    if "corner-taken" in slips:
        return maps[:, :, 0, 0]
    if "middle-taken" in slips:
        return maps[:, :, maps.shape[2] // 2, maps.shape[3] // 2]
    y = y[0] if "first-image-only" in slips and y.ndim else y
    return y.T if "transposed" in slips else y


def _working(case: Case, index: tuple[int, ...]) -> str:
    (backbone,), (asked, place) = case.args, index
    x = ASKED[asked]
    maps = resolve(backbone)(x)
    told = f"For x of shape {x.shape} the backbone gives maps of shape {maps.shape}"
    if place < AXES:
        return f"{told}, so your function has to give shape {maps.shape[:2]}."
    n, c = divmod(place - AXES, maps.shape[1])
    total = maps[n, c].sum(dtype=float)
    return (
        f"{told}. Map [{n}, {c}] has {maps[n, c].size} numbers with the sum {number(total)}, so your function has to "
        f"give {number(total)} / {maps[n, c].size} = {number(total / maps[n, c].size)} there."
    )


EXERCISE = Exercise(
    name="make_invariant",
    chapter=6,
    goal="Return a function that takes images, applies the backbone, and gives the mean of each of its maps: (batch, "
    "channels).",
    reference=make_invariant,
    slipped=slipped,
    working=_working,
    observe=observe,
    parts=(
        Part(
            "backbones that keep the size",
            points=2,
            probe=(Case((Given("circular_convolution"),)), Case((Given("zero_padded_convolution"),))),
        ),
        Part(
            "backbones that change it, or the channels",
            points=2,
            probe=(
                Case((Given("strided_convolution"),)),
                Case((Given("max_pooling"),)),
                Case((Given("rectified_pair"),)),
            ),
        ),
    ),
    slips=SLIPS,
)
