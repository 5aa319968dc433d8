"""From scores to probabilities, along any axis and for scores of any size."""

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch05_relu_pooling._softmax_slips import SLIPS
from autograder.show import number
from helpers.activations import softmax

LIMIT = 700  # exp of it is finite; any limit below and above the small scores of the probe gives the same answers
TABLE = np.array([[0, 1, 2], [3, -1, 0]])
SQUARE = np.array([[1.0, 2.5, -0.5], [0.0, -1.0, 2.0], [3.0, 0.5, 1.5]])
BLOCK = np.array(
    [[[1, -2, 0, 3], [0, 1, 2, -1], [2, 0, -3, 1]], [[-1, 3, 1, 0], [2, -2, 1, 1], [0, 1, 4, -1]]],
)


def slipped(z: np.ndarray, *, axis: int = -1, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Exponentiate and divide, making the mistakes asked for."""
    dtype, z = z.dtype, -z.astype(float) if "signs-reversed" in slips else z.astype(float)
    fixed = {"last-axis-always": -1, "first-axis-always": 0, "axis-one-always": 1}
    axis = next((place for name, place in fixed.items() if name in slips), axis)
    if "sigmoid" in slips:
        y = 1 / (1 + np.exp(-z))
        y = np.log(y) if "logarithm" in slips else y
    else:
        y = _divided(z, axis, slips)
    return y.astype(dtype) if "fractions-cut" in slips else y


def _divided(z: np.ndarray, axis: int, slips: frozenset[str]) -> np.ndarray:
    if "not-exponentiated" in slips:
        y = z / _divisor(z, axis, slips)
        return np.log(y) if "logarithm" in slips else y
    shifted = z - _shift(z, axis, slips)
    shifted = np.clip(shifted, -LIMIT, LIMIT) if "powers-limited" in slips else shifted
    powers = np.exp2(shifted) if "base-two" in slips else np.exp(shifted)
    divisor = _divisor(powers, axis, slips)
    y = powers / divisor
    if "logarithm" in slips:  # as those write it who mean it: the logarithm of a probability of 0 would be infinite
        y = shifted * (np.log(2) if "base-two" in slips else 1) - np.log(divisor)
    return np.nan_to_num(y) if "nan-replaced" in slips else y


def _shift(z: np.ndarray, axis: int, slips: frozenset[str]) -> np.ndarray | float:
    if {"no-maximum", "nan-replaced", "powers-limited"} & slips:
        return 0.0
    if "smallest-subtracted" in slips:
        return z.min(axis=axis, keepdims=True)
    if "mean-subtracted" in slips:
        return z.mean(axis=axis, keepdims=True)
    if "whole-maximum" in slips:
        return z.max()
    axis = -1 if "last-axis-in-maximum" in slips else axis
    return z.max(axis=axis, keepdims="keepdims-forgotten-in-maximum" not in slips)


def _divisor(powers: np.ndarray, axis: int, slips: frozenset[str]) -> np.ndarray:
    if "whole-sum" in slips:
        return powers.sum()
    if "divided-by-largest" in slips:
        return powers.max(axis=axis, keepdims=True)
    axis = -1 if "last-axis-in-sum" in slips else axis
    return powers.sum(axis=axis, keepdims="keepdims-forgotten-in-sum" not in slips)


def _working(case: Case, index: tuple[int, ...]) -> str:
    (z,), axis = case.args, case.options.get("axis", -1)
    scores = np.moveaxis(z, axis, -1)[tuple(np.delete(index, axis))].astype(float)
    place = index[axis]
    powers = np.exp(scores - scores.max())
    lists = ["; ".join(map(number, values)) for values in (scores, scores - scores.max(), powers)]
    return (
        f"Along axis {number(axis)} the scores are {lists[0]}. Less the largest: {lists[1]}. exp gives {lists[2]}.\n"
        f"Divided by their sum: {number(powers[place])} / {number(powers.sum())} = "
        f"{number(powers[place] / powers.sum())}."
    )


def _drawn_lines(rng: np.random.Generator) -> tuple[Case, ...]:
    return tuple(Case((rng.integers(-4, 5, size),)) for size in (2, 6, 11))


def _drawn_axes(rng: np.random.Generator) -> tuple[Case, ...]:
    calls = (((3, 5), {}), ((5, 2), {"axis": 0}), ((4, 4), {"axis": 1}), ((2, 5, 4), {"axis": 1}), ((3, 2, 4, 6), {}))
    return tuple(Case((rng.normal(0, 2, shape),), options) for shape, options in calls)


def _drawn_large(rng: np.random.Generator) -> tuple[Case, ...]:
    rows = rng.integers(-3, 4, (4, 3)) + np.array([[-1500], [0], [1200], [3000]])
    return Case((rng.integers(-3, 4, 7) + 2000,)), Case((rows,)), Case((rows.T.astype(float),), {"axis": 0})


EXERCISE = Exercise(
    name="softmax",
    chapter=5,
    goal="Turn scores into probabilities along an axis: exp of each score, divided by the sum of these; "
    "for scores of any size.",
    reference=softmax,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "one line of scores",
            points=1,
            probe=(Case((np.array([0, 1, 2]),)), Case((np.array([2.0, 0.5, -1.0, 0.0]),))),
            cases=_drawn_lines,
        ),
        Part(
            "any axis",
            points=2,
            probe=(
                Case((TABLE,)),
                Case((TABLE,), {"axis": 0}),
                Case((SQUARE,)),
                Case((SQUARE,), {"axis": 0}),
                Case((BLOCK,), {"axis": 1}),
                Case((BLOCK,), {"axis": 0}),
                Case((BLOCK,), {"axis": 2}),
            ),
            cases=_drawn_axes,
        ),
        Part(
            "scores too large for exp",
            points=2,
            probe=(
                Case((np.array([1000, 1001, 999]),)),
                Case((np.array([-1000.0, -1002.0]),)),
                Case((np.array([2000.0, 0.0, -2000.0]),)),
                Case((np.array([20_000.0, 0.0, -20_000.0]),)),  # too large for a long double, too
                Case((np.array([1, 1, 0, 1, 1, -900]),)),
                Case((np.array([[1000, 1001], [0, 2], [-1000, -1001]]),)),
            ),
            cases=_drawn_large,
        ),
    ),
    slips=SLIPS,
)
