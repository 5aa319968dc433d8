"""Blur, then skip: a pooling that a shift upsets less."""

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch06_equivariance._blur_slips import SLIPS
from autograder.exercises.ch06_equivariance._shifting import CHANNELS, IMAGES, SMALL
from autograder.show import number
from helpers.equivariance import blur_pool2d

BINOMIAL = (1, 2, 1)
BORDERS = {
    "zeros-beyond": "constant",
    "border-left-out": "constant",
    "border-repeated": "edge",
    "opposite-side": "wrap",
}
DIVISORS = {"not-divided": 1, "divided-by-9": 9, "divided-by-4": 4, "divided-by-8": 8}
FRACTIONS = np.array([[[[0.5, 1.25, -2], [3, 0.75, 8], [1.5, -6, 2.25], [4, 2, -0.5]]]])


def slipped(x: np.ndarray, *, stride: int = 2, slips: frozenset[str] = frozenset()) -> np.ndarray:
    """Blur and skip, making the mistakes asked for."""
    start = 1 if "starts-at-one" in slips else 0
    step = {"stride-ignored": 2, "nothing-skipped": 1}.get(next(iter(slips & _STEPS), ""), stride)
    ends = [size // stride * stride if "rounded-down" in slips else None for size in x.shape[-2:]]
    kept = (..., slice(start, ends[0], step), slice(start, ends[1], 1 if "rows-only-skipped" in slips else step))
    early = "skipped-before-blurring" in slips
    y = _blurred(x[kept], slips) if early else _blurred(x, slips)[kept]
    y = y.sum(axis=1, keepdims=True) if "channels-added" in slips else y
    y = y // 1 if "floored" in slips else y
    return y.astype(x.dtype) if "fractions-cut" in slips else y


_STEPS = {"stride-ignored", "nothing-skipped"}


def _blurred(x: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "not-blurred" in slips:
        return x.astype(float)
    weights = (1, 1, 1) if "box-for-binomial" in slips else BINOMIAL
    down = (0, 1, 0) if "columns-only-blurred" in slips else weights
    kernel = np.outer(down, (0, 1, 0) if "rows-only-blurred" in slips else weights).astype(float)
    divisor = next((DIVISORS[slip] for slip in DIVISORS if slip in slips), kernel.sum())
    x = np.pad(x, 1, mode="reflect") if "all-axes-padded" in slips else _padded(x, slips)
    height, width = x.shape[-2] - 2, x.shape[-1] - 2
    total = np.zeros((*x.shape[:2], height, width))
    for i in range(3):
        for j in range(3):
            total += kernel[i, j] * x[..., i : i + height, j : j + width]
    if "border-left-out" in slips:
        ones = np.pad(np.ones((height, width)), 1)
        return total / sum(kernel[i, j] * ones[i : i + height, j : j + width] for i in range(3) for j in range(3))
    return total / divisor


def _padded(x: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "no-border" in slips:
        return x
    mode = next((BORDERS[slip] for slip in BORDERS if slip in slips), "reflect")
    return np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)), mode=mode)


def _working(case: Case, index: tuple[int, ...]) -> str:
    (x,), stride = case.args, case.options.get("stride", 2)
    n, c, i, j = index
    padded = np.pad(x[n, c], 1, mode="reflect")
    top, left = i * stride, j * stride
    window = padded[top : top + 3, left : left + 3]
    rows = [f"{number(row @ BINOMIAL)}" for row in window.astype(float)]
    total = np.array(BINOMIAL) @ window.astype(float) @ BINOMIAL
    return (
        f"It is the blurred cell [{top}, {left}]. Around it lie {window.tolist()}; by rows, with 1, 2, 1, that is "
        f"{', '.join(rows)}; then 1, 2, 1 times these is {number(total)}, "
        f"and {number(total)} / 16 = {number(total / 16)}."
    )


def _shapes(case: Case) -> dict[str, tuple[int, ...]]:
    """Return the shapes after slips, each under what is said of it."""
    (x,), stride = case.args, case.options.get("stride", 2)
    (*front, height, width) = x.shape
    return {
        "You keep a last row and column that the stride steps over.": (
            *front,
            height // stride + 1,
            width // stride + 1,
        ),
    }


def _drawn(rng: np.random.Generator, sizes: tuple[tuple[int, ...], ...], *strides: int) -> tuple[Case, ...]:
    whole = [Case((rng.integers(-9, 30, size),), {"stride": stride}) for size in sizes for stride in strides]
    return (*whole, Case((rng.normal(0, 3, sizes[-1]),), {"stride": strides[-1]}))


EXERCISE = Exercise(
    name="blur_pool2d",
    chapter=6,
    goal="Blur each map with the binomial kernel, then keep every stride-th row and column, the first among them.",
    reference=blur_pool2d,
    slipped=slipped,
    working=_working,
    shapes=_shapes,
    parts=(
        Part(
            "stride 1, the blur alone",
            points=2,
            probe=(
                Case((SMALL,), {"stride": 1}),
                Case((IMAGES,), {"stride": 1}),
                Case((FRACTIONS,), {"stride": 1}),
            ),
            cases=lambda rng: _drawn(rng, ((1, 1, 3, 5), (2, 3, 5, 4), (2, 2, 9, 7)), 1),
        ),
        Part(
            "larger strides",
            points=2,
            probe=(
                Case((SMALL,)),
                Case((CHANNELS[..., :5, :7],)),
                Case((CHANNELS,), {"stride": 3}),
                Case((FRACTIONS,), {"stride": 2}),
            ),
            cases=lambda rng: _drawn(rng, ((1, 2, 5, 7), (2, 3, 6, 9), (1, 2, 12, 10)), 2, 3),
        ),
    ),
    slips=SLIPS,
)
