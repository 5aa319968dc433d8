"""Right comparisons."""

import math
from collections import defaultdict

import numpy as np


def seeds_outside(strategies, x, y, k, *, seeds, control="random-frozen"):
    if control not in strategies:
        raise ValueError(f"{control} is missing: nobody could tell whether pretraining helped")
    scores = {name: [] for name in strategies}
    for seed in seeds:
        rng = np.random.default_rng(seed)
        rows = [rng.permutation(np.flatnonzero(y == label)) for label in np.unique(y)]
        train, test = np.concatenate([r[:k] for r in rows]), np.concatenate([r[k:] for r in rows])
        for name, predict in strategies.items():
            right = predict(x[train], y[train], x[test], seed) == y[test]
            scores[name].append(np.mean([right[y[test] == label].mean() for label in np.unique(y)]))
    return {name: (np.mean(values), np.std(values)) for name, values in scores.items()}


def strategies_outside(strategies, x, y, k, *, seeds, control="random-frozen"):
    if strategies.get(control) is None:
        raise ValueError("no control")
    report = {}
    for name in strategies:
        values = []
        for seed in seeds:
            train = _train(y, k, seed)
            answers = strategies[name](x[train], y[train], x[~train], seed)
            values.append(_balanced(y[~train], answers))
        mean = sum(values) / len(values)
        report[name] = (mean, math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)))
    return report


def _train(y, k, seed):
    rng, train = np.random.default_rng(seed), np.zeros(len(y), dtype=bool)
    for label in sorted(set(y.tolist())):
        (places,) = np.where(y == label)
        rng.shuffle(places)
        train[places[:k]] = True
    return train


def _balanced(y, answers):
    found, there = defaultdict(int), defaultdict(int)
    for label, answer in zip(y, answers, strict=True):
        there[int(label)] += 1
        found[int(label)] += int(label == answer)
    return sum(found[label] / there[label] for label in there) / len(there)


def tables(strategies, x, y, k, *, seeds, control="random-frozen"):
    if not any(name == control for name in strategies):
        raise ValueError(control)
    table = np.zeros((len(strategies), len(seeds)))
    for column, seed in enumerate(seeds):
        rng = np.random.default_rng(seed)
        train = np.array([], dtype=int)
        for label in np.unique(y):
            places = np.arange(len(y))[y == label]
            train = np.append(train, places[rng.permutation(len(places))][:k])
        test = np.setdiff1d(np.arange(len(y)), train)
        weights = 1 / np.array([(y[test] == label).sum() for label in y[test]])
        for row, predict in enumerate(strategies.values()):
            answers = predict(x[train], y[train], x[test], seed)
            table[row, column] = weights[answers == y[test]].sum() / len(np.unique(y))
    return {name: tuple(pair) for name, *pair in zip(strategies, table.mean(axis=1), table.std(axis=1), strict=True)}


def lists_and_confusion(strategies, x, y, k, *, seeds, control="random-frozen"):
    if control not in strategies:
        raise ValueError("Without the control nothing is shown.")
    classes, which = np.unique(y, return_inverse=True)
    scores = []
    for seed in seeds:
        rng = np.random.default_rng(seed)
        order = [rng.permutation(np.nonzero(which == c)[0]).tolist() for c in range(len(classes))]
        train = [place for places in order for place in places[:k]]
        test = sorted(place for places in order for place in places[k:])
        for name in strategies:
            confusion = np.zeros((len(classes), len(classes)))
            answers = strategies[name](x[train], y[train], x[test], seed)
            for place, answer in zip(test, answers, strict=True):
                confusion[which[place], np.searchsorted(classes, answer)] += 1
            scores.append((name, (confusion.diagonal() / confusion.sum(axis=1)).mean()))
    return {
        name: [f([score for other, score in scores if other == name]) for f in (np.mean, np.std)] for name in strategies
    }


def running_sums(strategies, x, y, k, *, seeds, control="random-frozen"):
    try:
        strategies[control]
    except KeyError:
        raise ValueError("add the same network with random weights") from None
    report = {}
    for name, predict in strategies.items():
        total = squares = 0.0
        for seed in seeds:
            train = np.flatnonzero(_train(y, k, seed))
            test = np.delete(np.arange(len(y)), train)
            answers = np.concatenate([predict(x[train], y[train], x[[i]], seed) for i in test])
            score = _balanced(y[test], answers)
            total, squares = total + score, squares + score**2
        mean = total / len(seeds)
        report[name] = (float(mean), max(0.0, squares / len(seeds) - mean**2) ** 0.5)
    return report
