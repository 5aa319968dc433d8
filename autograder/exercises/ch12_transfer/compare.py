"""A fair comparison: the same examples for all, the rest to test on, several draws, and a control."""

from collections.abc import Mapping, Sequence
from numbers import Real

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch12_transfer._comparing import CONTROL, STRATEGIES, call, drawn_rows, slipped
from autograder.exercises.ch12_transfer._draw_slips import DRAW_SLIPS
from autograder.exercises.ch12_transfer._score_slips import CONTROL_SLIPS, SCORE_SLIPS
from autograder.given import resolve
from autograder.show import number
from helpers.probes import balanced_accuracy, compare, split_by_class

X, Y = drawn_rows(np.random.default_rng(0), (4, 7, 11), features=3)
WIDE, OF_WIDE = drawn_rows(np.random.default_rng(3), (9, 5), features=5)
ALL = tuple(STRATEGIES)


def observe(result: Mapping[str, Sequence[float]]) -> np.ndarray:
    """Return mean and deviation of each strategy that a check knows of.

    Parameters
    ----------
    result : dict
        What was returned.

    Returns
    -------
    numpy.ndarray of float, shape (5, 2)
        NaN for a strategy that is not reported.

    Raises
    ------
    ValueError
        If it is no dict of pairs of numbers.
    """
    if result is None:
        raise ValueError("Your function returns nothing (None). Does it end with `return`?")
    if not isinstance(result, Mapping):
        raise ValueError(
            f"Your function returns {result!r:.80}; a dict is asked for: {{name of the strategy: (mean, deviation)}}."
        )
    table = np.full((len(STRATEGIES), 2), np.nan)
    for name, value in result.items():
        if name not in STRATEGIES:
            raise ValueError(f"Your dict has the key {name!r:.80}, which is no name of a strategy.")
        if np.shape(value) != (2,) or not all(isinstance(item, Real) for item in value):
            raise ValueError(f"Your dict says {value!r:.80} of {name!r}; it takes (mean, deviation), two numbers.")
        table[ALL.index(name)] = value
    return table


def _working(case: Case, index: tuple[int, ...]) -> str:
    strategies, x, y, k = case.args
    control = case.options.get("control", CONTROL)
    if case.refused:
        return (
            f"The strategies have no {control!r}, so this call has to be refused, with `raise ValueError(…)`: without "
            "the same network with random weights nobody can tell whether a result comes from what was learned."
        )
    name, seeds = ALL[index[0]], case.options["seeds"]
    if name not in strategies:
        return f"{name!r} is none of these strategies, and is not to be reported."
    told, scores = [], []
    for seed in seeds:
        train, test = split_by_class(y, k, seed=seed)
        answers = resolve(strategies[name])(x[train], y[train], x[test], seed)
        shares = {label: (answers[y[test] == label] == label).mean() for label in np.unique(y)}
        scores.append(balanced_accuracy(y[test], answers))
        each = ", ".join(f"{share:.3f} of class {number(label)}" for label, share in shares.items())
        rows = ", ".join(map(str, train))
        told.append(f"Seed {seed} draws rows {rows} to learn from. Of the rest, {name!r} gets {each} right.")
    mean, deviation = np.mean(scores), np.std(scores)
    return "\n".join([*told[:2], f"The balanced accuracies are {_listed(scores)}."]) + (
        f" Right for {name!r} is ({mean:.4f}, {deviation:.4f})."
    )


def _listed(values: Sequence[float]) -> str:
    return ", ".join(f"{value:.4f}" for value in values)


def _drawn_once(rng: np.random.Generator) -> tuple[Case, ...]:
    cases = []
    for sizes, features, k in (((5, 6), 1, 1), ((6, 8, 5), 2, 3), ((9, 7, 12, 6), 4, 4)):
        x, y = drawn_rows(rng, sizes, features=features)
        cases.append(call(("neighbours", "frozen", "random-frozen"), x, y, k, seeds=[int(rng.integers(100))]))
    return tuple(cases)


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    cases = []
    for sizes, features, k, count in (((6, 9), 2, 2, 2), ((7, 5, 10), 3, 3, 4), ((12, 8, 15, 9), 5, 5, 6)):
        x, y = drawn_rows(rng, sizes, features=features)
        cases.append(call(ALL, x, y, k, seeds=rng.permutation(50)[:count].tolist()))
    return tuple(cases)


def _drawn_controls(rng: np.random.Generator) -> tuple[Case, ...]:
    x, y = drawn_rows(rng, (6, 5, 8), features=2)
    return (
        call(("neighbours", "chance"), x, y, 2, seeds=[3], control="chance"),
        call(("frozen", "neighbours", "chance"), x, y, 2, seeds=[3], refused=True),
    )


EXERCISE = Exercise(
    name="compare",
    chapter=12,
    goal="Let each strategy learn from the same k examples a class, test it on all the others, and report the mean and "
    "the deviation of its balanced accuracy over the seeds; refuse a comparison without its control.",
    reference=compare,
    slipped=slipped,
    working=_working,
    observe=observe,
    parts=(
        Part(
            "one seed",
            points=3,
            probe=(
                call(("frozen", "random-frozen"), X, Y, 2, seeds=[0]),
                call(("random-frozen", "neighbours", "constant", "chance"), X, Y, 3, seeds=[4]),
                call(("neighbours", "frozen", "random-frozen"), WIDE, OF_WIDE, 2, seeds=[1]),
            ),
            cases=_drawn_once,
        ),
        Part(
            "several seeds",
            points=2,
            probe=(
                call(("frozen", "random-frozen"), X, Y, 2, seeds=[3, 1, 4]),  # a small one first: all pairs meet it
                call(("chance", "neighbours", "random-frozen"), X, Y, 1, seeds=[7, 2, 5, 8]),
                call(ALL, WIDE, OF_WIDE, 3, seeds=(6, 2)),
            ),
            cases=_drawn,
        ),
        Part(
            "a control that has to be there",
            points=2,
            probe=(
                call(("frozen", "random-frozen"), X, Y, 2, seeds=[5]),
                call(("frozen", "chance", "neighbours"), X, Y, 2, seeds=[5], control="chance"),
                call(("frozen", "neighbours"), X, Y, 2, seeds=[5], refused=True),
                call(("frozen", "random-frozen"), X, Y, 2, seeds=[5], control="chance", refused=True),
            ),
            cases=_drawn_controls,
        ),
    ),
    slips=(*DRAW_SLIPS, *SCORE_SLIPS, *CONTROL_SLIPS),
)
