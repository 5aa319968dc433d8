"""A comparison of strategies with slips, and examples to compare them on."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from autograder.exercise import Case, Given

Predictor = Callable[[np.ndarray, np.ndarray, np.ndarray, int], np.ndarray]
CONTROL = "random-frozen"
STRATEGIES = {
    "frozen": "nearest_mean",
    "neighbours": "nearest_neighbour",
    "random-frozen": "random_features",
    "constant": "smallest_class",
    "chance": "guess",
}


def slipped(
    strategies: Mapping[str, Predictor],
    x: np.ndarray,
    y: np.ndarray,
    k: int,
    *,
    seeds: Iterable[int],
    control: str = CONTROL,
    slips: frozenset[str] = frozenset(),
) -> dict[str, tuple[float, float]]:
    """Split, ask and score, making the mistakes asked for."""
    _check(strategies, CONTROL if "control-by-fixed-name" in slips else control, slips)
    seeds, scores = list(seeds), {name: [] for name in strategies}
    draw = np.random.default_rng(0)
    for seed in seeds:
        if "one-generator" not in slips:
            other = {"same-split": 0, "first-seed-for-all": seeds[0]}
            draw = _generator(next((other[slip] for slip in other if slip in slips), seed), slips)
        train = _drawn(y, k, draw, slips)
        for place, (name, predict) in enumerate(strategies.items()):
            if "split-for-each-strategy" in slips and place:
                train = _drawn(y, k, draw, slips)
            test = _tested(len(y), train, slips)
            answers = predict(x[train], y[train], x[test], 0 if "seed-not-passed" in slips else seed)
            scores[name].append(_score(y[test], answers, slips))
    report = {name: _summary(np.array(values), slips) for name, values in scores.items()}
    if "control-not-reported" in slips:
        report.pop(control, None)
    if "gain-over-control" in slips and control in report:
        report = {name: (mean - report[control][0], deviation) for name, (mean, deviation) in report.items()}
    return report


def _check(strategies: Mapping[str, Predictor], control: str, slips: frozenset[str]) -> None:
    if control not in strategies and "control-not-checked" not in slips:
        raise ValueError(f"{control} is missing")


def _generator(seed: int, slips: frozenset[str]) -> np.random.Generator | np.random.RandomState:
    return np.random.RandomState(seed) if "legacy-generator" in slips else np.random.default_rng(seed)


def _drawn(y: np.ndarray, k: int, draw: np.random.Generator, slips: frozenset[str]) -> np.ndarray:
    """Return the places of the rows to learn from."""
    classes = np.unique(y)
    if "k-in-total" in slips:
        return draw.permutation(len(y))[:k]
    if "classes-left-to-chance" in slips:
        return draw.permutation(len(y))[: k * len(classes)]
    order = draw.permutation(len(y)) if "shuffled-together" in slips else np.arange(len(y))
    rows = [order[y[order] == label] for label in classes]
    if {"first-k", "shuffled-together"} & slips:
        return np.concatenate([places[:k] for places in rows])
    if "drawn-by-choice" in slips:
        return np.concatenate([draw.choice(places, k, replace=False) for places in rows])
    if "drawn-with-replacement" in slips:
        return np.concatenate([draw.choice(places, k) for places in rows])
    return np.concatenate([draw.permutation(places)[:k] for places in rows])


def _tested(rows: int, train: np.ndarray, slips: frozenset[str]) -> np.ndarray:
    if "tested-on-training-rows" in slips:
        return train
    if "tested-on-everything" in slips:
        return np.arange(rows)
    rest = np.ones(rows, dtype=bool)
    rest[train] = False
    return np.flatnonzero(rest)


def _score(y: np.ndarray, answers: np.ndarray, slips: frozenset[str]) -> float:
    right, by = answers == y, answers if "of-the-answers" in slips else y
    shares = [right[by == label].mean() for label in np.unique(y)]
    score = right.mean() if "plain-accuracy" in slips else sum(shares) / len(shares)
    return 1 - score if "errors-counted" in slips else score


def _summary(scores: np.ndarray, slips: frozenset[str]) -> tuple[float, float]:
    if "last-seed-only" in slips:
        scores = scores[-1:]
    ways = {"best-seed": np.max, "median": np.median, "sum-over-seeds": np.sum}
    middle = next((ways[slip] for slip in ways if slip in slips), np.mean)(scores)
    spread = np.std(scores, ddof=int("sample-deviation" in slips))
    spread = spread / np.sqrt(len(scores)) if "standard-error" in slips else spread
    spread = spread**2 if "variance" in slips else spread
    spread = np.ptp(scores) if "range" in slips else spread
    return (float(spread), float(middle)) if "deviation-first" in slips else (float(middle), float(spread))


def call(
    names: Sequence[str], x: np.ndarray, y: np.ndarray, k: int, *, refused: bool = False, **options: object
) -> Case:
    """Write a case as it would be called."""
    return Case(({name: Given(STRATEGIES[name]) for name in names}, x, y, k), options, refused=refused)


def drawn_rows(rng: np.random.Generator, sizes: Sequence[int], *, features: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw rows of classes that lie beside each other and overlap, in a mixed order."""
    y = rng.permutation(np.repeat(np.arange(len(sizes)) * 3 + 1, sizes))
    x = rng.normal(0, 1, (len(y), features)) + 0.5 * y[:, None] * (np.arange(features) % 2 + 0.4)
    return np.round(x, 2), y
