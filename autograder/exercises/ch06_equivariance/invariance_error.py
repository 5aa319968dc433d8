"""By how much an answer changes when the image is shifted."""

from collections.abc import Callable, Sequence

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch06_equivariance._shifting import (
    CHANNELS,
    DISTANCE_SLIPS,
    IMAGES,
    SHIFT_SLIPS,
    SMALL,
    TESTED,
    Shift,
    call,
    distance,
    drawn_images,
    shifted,
)
from autograder.given import resolve
from autograder.show import number
from helpers.equivariance import invariance_error


def slipped(
    g: Callable[[np.ndarray], np.ndarray],
    x: np.ndarray,
    shifts: Sequence[Shift],
    *,
    slips: frozenset[str] = frozenset(),
) -> float:
    """Ask after each shift, making the mistakes asked for."""
    before, moved, errors = np.asarray(g(x)), x, []
    for shift in shifts:
        moved = shifted(moved if "shifts-pile-up" in slips else x, shift, slips)
        after = np.asarray(g(moved))
        other = shifted(before, shift, slips) if "answer-shifted" in slips else before
        errors.append(distance(after, other, slips))
        before = after if "compared-with-the-last" in slips else before
    ways = {
        "mean-over-shifts": np.mean,
        "sum-over-shifts": np.sum,
        "smallest-over-shifts": np.min,
        "last-shift-only": lambda values: values[-1],
        "first-shift-only": lambda values: values[0],
    }
    return float(next((ways[slip] for slip in ways if slip in slips), np.max)(errors))


def _working(case: Case, _: tuple[int, ...]) -> str:
    g, x, shifts = case.args
    function = resolve(g)
    gaps = [distance(function(shifted(x, shift)), function(x), frozenset()) for shift in shifts]
    told = ", ".join(
        f"{number(gap)} for ({number(shift[0])}, {number(shift[1])})" for gap, shift in zip(gaps, shifts, strict=True)
    )
    if len(shifts) == 1:
        return f"The largest difference from g(x) is {told}."
    return f"The largest differences from g(x) are {told}; the largest of all is {number(max(gaps))}."


def _drawn(rng: np.random.Generator, names: Sequence[str], many: int) -> tuple[Case, ...]:
    cases = []
    for name, size in zip(names, ((4, 6), (6, 5), (7, 9), (12, 10)), strict=False):
        shifts = [(int(rng.integers(-3, 4)), int(rng.integers(1, 4))) for _ in range(many)]
        cases.append(call(name, drawn_images(rng, *size), shifts))
    return tuple(cases)


EXERCISE = Exercise(
    name="invariance_error",
    chapter=6,
    goal="Return the largest difference between g(shifted x) and g(x), over all the shifts that are given: a single "
    "number.",
    reference=invariance_error,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "a single shift",
            points=1,
            probe=(
                call("weighs_every_cell", SMALL, [(0, 1)]),
                call("weighs_every_cell", IMAGES, [(1, -2)]),
                call("row_means", IMAGES, [(1, 2)]),
                call("row_means", CHANNELS, [(2, 0)]),
                call("weighs_every_cell", CHANNELS, [(-1, 3)]),
            ),
            cases=lambda rng: _drawn(
                rng, ("weighs_every_cell", "row_means", "weighs_every_cell", "circular_convolution"), 1
            ),
        ),
        Part(
            "several shifts",
            points=2,
            probe=(
                call("global_mean", IMAGES, [(1, 0), (0, 1), (2, 3)]),
                call("weighs_every_cell", IMAGES, [(0, 1), (1, 0), (2, -1)]),
                call("weighs_every_cell", CHANNELS, [(1, 1), (0, 3), (-2, 1), (1, 0)]),
                call("row_means", CHANNELS, [(0, 2), (3, 0), (1, 1)]),
                call("max_pooling", IMAGES, [(0, 1), (1, -1), (2, 0)]),
                call("rectified_pair", IMAGES, [(1, 1), (0, 2)]),
                call("largest_value", SMALL, [(0, 1), (1, 2)]),
            ),
            cases=lambda rng: _drawn(
                rng, ("weighs_every_cell", "row_means", "weighs_every_cell", "circular_convolution"), 4
            ),
        ),
    ),
    slips=(
        Slip(
            "answer-shifted",
            decision="compared",
            does="You shift g(x) before you compare, where it has the axes for that.",
            why="That asks for equivariance: that the answer moves along. Invariance asks that it stays as it is.",
            code="np.abs(g(moved) - np.roll(g(x), shift, axis=(-2, -1))).max()",
            section=TESTED,
            seen="The two words are used one for the other in popular texts.",
        ),
        Slip(
            "compared-with-the-last",
            decision="compared",
            does="You compare each answer with the one before it.",
            why="Small changes can add up: each of three answers can be near the last one, and far from g(x).",
            code="before = after",
            section=TESTED,
            seen="In tests of video, frame against frame: there a slow drift goes unseen in the same way.",
        ),
        Slip(
            "shifts-pile-up",
            decision="image",
            does="You shift the image that was shifted before, so the shifts add up.",
            why="Each shift starts from x itself. After (0, 1) and (1, 0), yours has moved by (1, 1).",
            code="x = np.roll(x, shift, axis=(-2, -1))",
            section=TESTED,
            seen="In loops that keep their result under the name of their input.",
        ),
        Slip(
            "mean-over-shifts",
            decision="over-shifts",
            does="You take the mean over the shifts, and the largest is asked for.",
            why="An answer that stays for nine shifts and jumps at the tenth is not invariant, and a mean makes that "
            "small.",
            code="np.mean(errors)",
            section=TESTED,
            seen="In accuracy after shifts, which is reported as a mean: another question, and a fair one.",
        ),
        Slip(
            "sum-over-shifts",
            decision="over-shifts",
            does="You add up the errors of all shifts, and the largest is asked for.",
            why="A sum grows with the number of shifts that one tries.",
            code="error += np.abs(g(moved) - g(x)).max()",
            section=TESTED,
            seen="In loops with `+=`, where `max` is meant.",
        ),
        Slip(
            "smallest-over-shifts",
            decision="over-shifts",
            does="You take the shift after which the answer changes least.",
            why="One shift that does no harm is soon found. The error is that of the worst.",
            code="min(errors)",
            section=TESTED,
            seen="With the best of several runs, which is reported where the worst would tell more.",
        ),
        Slip(
            "last-shift-only",
            decision="over-shifts",
            does="You return the error of the last shift.",
            why="All shifts count: keep the largest so far.",
            code="for shift in shifts: error = np.abs(g(moved) - g(x)).max()",
            section=TESTED,
            seen="In loops that overwrite what they should gather.",
        ),
        Slip(
            "first-shift-only",
            decision="over-shifts",
            does="You return the error of the first shift.",
            why="All shifts count. Look where your `return` stands: it must not be inside the loop.",
            code="for shift in shifts: return np.abs(g(moved) - g(x)).max()",
            section=TESTED,
            seen="A `return` that is indented one step too far ends a loop at its first turn.",
        ),
        *SHIFT_SLIPS,
        *DISTANCE_SLIPS,
    ),
)
