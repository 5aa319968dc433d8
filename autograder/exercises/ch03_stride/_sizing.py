"""What `out_size` is judged by: the formula with slips, and calls."""

from math import ceil, floor

import numpy as np

from autograder.exercise import Case
from autograder.show import number
from helpers.shapes import extent


def slipped(
    size: int,
    kernel: int,
    *,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    slips: frozenset[str] = frozenset(),
) -> float:
    """Apply the formula, making the mistakes asked for."""
    if "size-over-stride" in slips:
        return ceil(size / stride)
    if "size-over-stride-rounded-down" in slips:
        return size // stride
    padded, span = size + _padding(padding, slips), _span(kernel, dilation, slips)
    span -= "last-cell-forgotten" in slips
    room = padded - span
    step = stride + 1 if "skips-s" in slips else stride
    step = 1 if "stride-ignored" in slips else step
    if "range-stops-early" in slips:  # which is also what comes of rounding up and forgetting the one
        return ceil(room / step)
    one = 0 if "one-forgotten" in slips and "rounded-up" not in slips else 1
    if "brackets-forgotten-before-the-span" in slips:
        return padded - span // step + one
    return _divided(room, step, one, slips)


def _divided(room: int, step: int, one: int, slips: frozenset[str]) -> float:
    if "one-added-before-dividing" in slips:
        return floor((room + one) / step)
    if "brackets-forgotten" in slips:
        return room + 1 - 1 // step + one
    if "rounded-up" in slips:
        return ceil(room / step) + one
    if "rounded-to-nearest" in slips:
        return round(room / step) + one
    return room / step + one if "not-rounded" in slips else floor(room / step) + one


def _padding(padding: int, slips: frozenset[str]) -> int:
    if "padding-ignored" in slips:
        return 0
    if "padding-subtracted" in slips:
        return -2 * padding
    return padding if "padding-on-one-side" in slips else 2 * padding


def _span(kernel: int, dilation: int, slips: frozenset[str]) -> int:
    if "dilation-ignored" in slips:
        return kernel
    if "dilation-times-kernel" in slips and "range-stops-early" not in slips:  # both: kernel-not-less-one
        return dilation * kernel
    if "kernel-not-less-one" in slips:
        return dilation * kernel + 1
    if "dilation-added" in slips:
        return kernel + dilation - 1
    gap = dilation + 1 if "dilation-counts-gaps" in slips else dilation
    return gap * (kernel - 1) + 1


def working(case: Case, _: tuple[int, ...]) -> str:
    """Write the formula with its numbers."""
    (size, kernel), options = case.args, {"stride": 1, "padding": 0, "dilation": 1, **case.options}
    stride, padding, dilation = (options[name] for name in ("stride", "padding", "dilation"))
    room = size + 2 * padding - extent(kernel, dilation)
    return (
        f"⌊({size} + 2·{padding} − {dilation}·({kernel} − 1) − 1) / {stride}⌋ + 1 = "
        f"⌊{room} / {stride}⌋ + 1 = {room // stride} + 1 = {number(room // stride + 1)}."
    )


def drawn(rng: np.random.Generator, *names: str) -> tuple[Case, ...]:
    """Draw calls with some of the options, in which the window fits."""
    cases = []
    for most in (30, 60, 100, 200, 400, 600):  # who counts by recursion can go about 900 steps deep
        drawn = {"stride": rng.integers(2, 7), "padding": rng.integers(1, 5), "dilation": rng.integers(2, 6)}
        kernel = int(rng.integers(2, 8))
        options = {name: int(drawn[name]) for name in names}
        least = extent(kernel, options.get("dilation", 1))
        cases.append(Case((int(rng.integers(least, least + most)), kernel), options))
    return tuple(cases)


def call(size: int, kernel: int, **options: int) -> Case:
    """Write a case as it would be called."""
    return Case((size, kernel), options)
