"""Shifts with slips, distances with slips, the mistakes of both, and images to shift."""

import numpy as np

from autograder.exercise import Case, Given, Slip

SHIFT = "06_1_equivariance#Shift before or after"
BORDERS = "06_1_equivariance#Borders break it"
TESTED = "06_2_invariance#Three networks, one test"
Shift = tuple[int, int]


def shifted(x: np.ndarray, shift: Shift, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Move the last two axes, making the mistakes asked for."""
    x = np.asarray(x)
    if x.ndim < 2:
        return x
    down, right = shift[::-1] if "axes-swapped" in slips else shift
    right = 0 if "down-only" in slips else right
    if "first-axes-rolled" in slips:
        return np.roll(x, (down, right), axis=(0, 1))
    if "rolled-flat" in slips:
        return np.roll(x, (down, right))
    moved = np.roll(x, (down, right), axis=(-2, -1))
    return moved * _stayed(x.shape[-2:], down, right) if "zeros-come-in" in slips else moved


def _stayed(size: tuple[int, int], down: int, right: int) -> np.ndarray:
    """Mark the cells that did not come round the border."""
    rows, columns = np.arange(size[0])[:, None] - down, np.arange(size[1]) - right
    return (rows >= 0) & (rows < size[0]) & (columns >= 0) & (columns < size[1])


def distance(a: np.ndarray, b: np.ndarray, slips: frozenset[str]) -> float:
    """Return the largest difference, making the mistakes asked for."""
    difference = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    size = difference**2 if "squared" in slips else difference if "sign-kept" in slips else np.abs(difference)
    ways = {
        "mean-for-largest": size.mean,
        "sum-for-largest": size.sum,
        "norm-for-largest": lambda: np.linalg.norm(size),
    }
    return float(next((ways[slip] for slip in ways if slip in slips), size.max)())


SHIFT_SLIPS = (
    Slip(
        "axes-swapped",
        decision="direction",
        does="You take a shift as (right, down).",
        why="The first number belongs to the first of the two axes, the rows: (1, 2) is one row down and two columns "
        "to the right.",
        code="np.roll(x, (shift[1], shift[0]), axis=(-2, -1))",
        section=SHIFT,
        seen="Screens and drawing programs write (x, y), across before down; arrays write (row, column).",
    ),
    Slip(
        "down-only",
        decision="direction",
        does="You shift down, and not to the right.",
        why="A shift has two numbers, one for each axis.",
        code="np.roll(x, shift[0], axis=-2)",
        section=SHIFT,
        seen="`axis` takes one axis or several, and forgives that one was left out.",
    ),
    Slip(
        "first-axes-rolled",
        decision="axes",
        does="You shift along the first two axes, which are the images and the channels.",
        why="Height and width are the *last* two axes, −2 and −1. As it is, whole images change places.",
        code="np.roll(x, shift, axis=(0, 1))",
        section=SHIFT,
        seen="Code written for one image of shape (height, width), which later gets a batch.",
    ),
    Slip(
        "rolled-flat",
        decision="axes",
        does="You shift without naming axes, so the array is rolled as one long row.",
        why="`np.roll` without `axis` flattens: what leaves a row goes on in the next row, and what leaves an image in "
        "the next image.",
        code="np.roll(x, shift)",
        section=SHIFT,
        seen="`np.roll`, `np.sum`, `np.max` and others take the whole array as one row if no axis is named.",
    ),
    Slip(
        "zeros-come-in",
        decision="border",
        does="You let zeros come in at the border where the other side should come round.",
        why="With zeros something is lost and something is new, so even a circular convolution would seem to err. Here "
        "the shift is circular: what leaves on one side comes in on the other.",
        code="moved = np.zeros_like(x); moved[..., down:, right:] = x[..., :-down, :-right]",
        section=BORDERS,
        seen="In `scipy.ndimage.shift` with its default mode, and in augmentation that shifts photographs.",
    ),
)
DISTANCE_SLIPS = (
    Slip(
        "mean-for-largest",
        decision="distance",
        does="You take the mean of the differences, and the largest is asked for.",
        why="A mean over a large map hides a few cells that are far off, and borders are just that: few cells.",
        code="np.abs(a - b).mean()",
        section=SHIFT,
        seen="Reports of “mean absolute error”, whose number falls as the map grows, with the same cells wrong.",
    ),
    Slip(
        "sum-for-largest",
        decision="distance",
        does="You add up all differences, and the largest is asked for.",
        why="A sum grows with the map and with the batch, so two of them cannot be compared.",
        code="np.abs(a - b).sum()",
        section=SHIFT,
        seen="In distances between vectors, such as the L1 norm.",
    ),
    Slip(
        "norm-for-largest",
        decision="distance",
        does="You take the root of the sum of squares, and the largest difference is asked for.",
        why="A norm grows with the number of cells that differ: four cells that are 3 off give 6, and none is 6 off.",
        code="np.linalg.norm(a - b)",
        section=SHIFT,
        seen="`np.linalg.norm` without `ord` is this one; `ord=np.inf` of a flat array is the largest.",
    ),
    Slip(
        "sign-kept",
        decision="difference",
        does="You leave out the absolute value, so differences below 0 are not seen.",
        why="A cell that is 7 too low is as wrong as one that is 7 too high.",
        code="(a - b).max()",
        section=SHIFT,
        seen="Where two numbers that should be equal are compared by subtracting them: −7 is less than any tolerance.",
    ),
    Slip(
        "squared",
        decision="difference",
        does="You square the differences and do not take the root.",
        why="3 apart is 3, not 9. The error is to have the unit of the map.",
        code="((a - b) ** 2).max()",
        section=SHIFT,
        seen="The squared error is what networks are trained with; as a distance it needs the root.",
    ),
)


def call(function: str, x: np.ndarray, shift: object, **options: int) -> Case:
    """Write a case as it would be called."""
    return Case((Given(function), x, shift), options)


def drawn_images(rng: np.random.Generator, height: int, width: int) -> np.ndarray:
    """Draw two images of two channels, whole numbers."""
    return rng.integers(-9, 10, (2, 2, height, width))


SMALL = np.array([[[[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]]]])
IMAGES = np.array(
    [
        [[[3, -1, 4, 1, -5, 9], [2, 6, 5, -3, 5, 8], [9, 7, -9, 3, 2, 3], [8, -4, 6, 2, 6, 4]]],
        [[[2, 7, 1, -8, 2, 8], [1, -8, 2, 8, 4, 5], [9, 0, 4, -5, 2, 3], [-5, 3, 6, 0, 2, 8]]],
    ]
)
CHANNELS = (np.arange(2 * 3 * 6 * 8) * 37 % 53 - 20).reshape(2, 3, 6, 8)
