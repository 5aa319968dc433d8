"""What `normalize` is judged by: an implementation that slips, and calls."""

import numpy as np

from autograder.exercise import Case
from autograder.show import number


def slipped(
    images: np.ndarray, mean: np.ndarray, std: np.ndarray, *, slips: frozenset[str] = frozenset()
) -> np.ndarray:
    """Shift and scale channel by channel, making the mistakes asked for."""
    x = images / 255 if "scaled-to-1" in slips else images.astype(float)
    if "own-statistics" in slips:
        mean, std = x.mean(axis=(0, 2, 3)), x.std(axis=(0, 2, 3))
    mean, std = (_placed(np.asarray(number, dtype=float), slips) for number in (mean, std))
    if "statistics-of-each-image" in slips:
        mean, std = x.mean(axis=(2, 3), keepdims=True), x.std(axis=(2, 3), keepdims=True)
    if "statistics-of-all-values" in slips:
        mean, std = x.mean(), x.std()
    if "divided-before-centred" in slips:
        x = _scaled(x, std, slips)
    if "only-the-mean-divided" in slips:
        return x - _scaled(mean, std, slips)
    if "mean-added" in slips:
        y = x + mean
    elif "mean-not-subtracted" in slips:
        y = x
    else:
        y = mean - x if "sign-reversed" in slips else x - mean
    y = y if "divided-before-centred" in slips else _scaled(y, std, slips)
    y = np.clip(y, 0, 1) if "cut-to-0-and-1" in slips else y
    y = np.floor(y) if "floor-division" in slips else y
    y = np.trunc(y) if "whole-numbers-only" in slips else y
    return y.astype(images.dtype) if "fractions-cut" in slips else y


def _placed(numbers: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    """Line the channels' numbers up with an axis. If it is another than theirs, most sizes raise."""
    if "first-channel-for-all" in slips:
        numbers = np.full_like(numbers, numbers[0])
    if "one-for-all-channels" in slips:
        numbers = np.full_like(numbers, numbers.mean())
    if "channels-reversed" in slips:
        numbers = numbers[::-1]
    after = {"along-the-width": 0, "along-the-height": 1, "along-the-batch": 3}
    axes = next((count for slip, count in after.items() if slip in slips), 2)
    return numbers.reshape(-1, *(1,) * axes)


def _scaled(x: np.ndarray, std: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "std-not-divided" in slips:
        return x
    if "multiplied-by-std" in slips:
        return x * std
    if "divided-by-variance" in slips:
        return x / std**2
    return x / np.sqrt(std) if "divided-by-the-root" in slips else x / std


def working(case: Case, index: tuple[int, ...]) -> str:
    """Write the formula of one value with its numbers."""
    images, mean, std = case.args
    n, c, i, j = index
    value, centre, spread = (number(a) for a in (images[index], mean[c], std[c]))
    result = number((float(images[index]) - mean[c]) / std[c])
    return f"images[{n}, {c}, {i}, {j}] is of channel {c}: ({value} − {centre}) / {spread} = {result}"


def drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw images from 0 to 1, some of them as wide, high or many as they have channels."""
    shapes = ((2, 3, 4, 5), (3, 2, 2, 3), (2, 3, 5, 3), (1, 2, 2, 4), (3, 3, 2, 4), (4, 3, 16, 20))
    return tuple(Case((rng.random(s), rng.uniform(0.3, 0.6, s[1]), rng.uniform(0.15, 0.35, s[1]))) for s in shapes)


def drawn_bytes(rng: np.random.Generator) -> tuple[Case, ...]:
    """Draw images of whole numbers from 0 to 255."""
    shapes = ((2, 3, 3, 4), (3, 4, 8, 9))
    return tuple(
        Case((rng.integers(0, 256, s).astype(np.uint8), rng.uniform(90, 140, s[1]), rng.uniform(40, 70, s[1])))
        for s in shapes
    )


FRACTIONS = (
    Case((np.arange(48).reshape(2, 3, 2, 4) % 11 / 8, np.array([0.5, 0.25, 0.75]), np.array([0.25, 0.5, 0.125]))),
    Case((np.arange(24).reshape(1, 2, 4, 3) % 7 / 4, np.array([0.0, 0.75]), np.array([0.5, 0.25]))),
    # As many columns, rows or images as channels: numbers laid along the wrong axis fit there, and raise nothing.
    Case((np.arange(36).reshape(1, 3, 4, 3) % 13 / 8, np.array([0.5, 0.25, 0.75]), np.array([0.25, 0.5, 0.125]))),
    Case((np.arange(20).reshape(1, 2, 2, 5) % 9 / 4, np.array([0.25, 1.0]), np.array([0.5, 0.25]))),
    Case((np.arange(27).reshape(3, 3, 1, 3) % 10 / 8, np.array([0.5, 0.125, 0.25]), np.array([0.5, 0.25, 2.0]))),
)
WHOLE = (
    Case(
        (
            np.array([[[[0, 255, 7, 99], [51, 102, 3, 180], [5, 44, 250, 12]]]], dtype=np.uint8),
            np.array([100]),
            np.array([50]),
        )
    ),
    Case((np.arange(0, 192, 8).reshape(1, 2, 4, 3).astype(np.uint8), np.array([100, 90]), np.array([50, 40]))),
    Case((np.arange(0, 240, 10).reshape(1, 3, 2, 4), np.array([120.0, 110.5, 99.5]), np.array([60.0, 50.0, 80.0]))),
)
