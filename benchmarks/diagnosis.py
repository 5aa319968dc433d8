"""What the checks know and what they cost: ``python benchmarks/diagnosis.py``.

For each exercise: the mistakes it names; the pairs of them that can be made at once, and of how many of these both are
named; and the milliseconds of a check of a right function, of the slowest known mistake, and of one that is unknown.
Each time is the best of three.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from autograder import evaluate
from autograder.diagnose import with_slips
from autograder.exercise import Exercise
from autograder.exercises import load, names


def main() -> None:
    """Measure every exercise, and print a table."""
    print(f"{'exercise':22} mistakes  pairs  both named  right ms  known ms  unknown ms")
    for name in names():
        exercise = load(name)
        pairs = [evaluate(name, with_slips(exercise, *pair)).mistakes for pair in exercise.slip_pairs]
        both = sum(len(mistakes) == 2 for mistakes in pairs)
        times = (
            slowest(exercise, [exercise.reference]),
            slowest(exercise, (with_slips(exercise, slip) for slip in exercise.slips)),
            slowest(exercise, [unknown_mistake(exercise)]),
        )
        counts = f"{len(exercise.slips):8} {len(pairs):6} {both:11}"
        print(f"{name:22} {counts}  {times[0]:8.1f}  {times[1]:8.1f}  {times[2]:10.1f}")


def unknown_mistake(exercise: Exercise) -> Callable:
    """Return a function that answers 2·n + 1 for every number n."""

    def damaged(value: Any) -> Any:
        return tuple(map(damaged, value)) if isinstance(value, tuple) else 2 * value + 1

    return lambda *args, **options: damaged(exercise.reference(*args, **options))


def slowest(exercise: Exercise, functions: Iterable[Callable]) -> float:
    """Return the milliseconds of the check that takes longest, each the best of three."""
    return max(min(milliseconds(exercise, function) for _ in range(3)) for function in functions)


def milliseconds(exercise: Exercise, function: Callable) -> float:
    """Return how long one check takes."""
    start = time.perf_counter()
    evaluate(exercise.name, function)
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
