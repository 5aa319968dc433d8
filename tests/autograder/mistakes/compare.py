"""Wrong comparisons: each is put together from its steps, one of them wrong."""

from functools import partial

import numpy as np

from tests.autograder.mistakes.makes import makes


def _rows(rng, y, k):
    return np.concatenate([rng.permutation(np.flatnonzero(y == label))[:k] for label in np.unique(y)])


def _split(y, k, seed):
    train = _rows(np.random.default_rng(seed), y, k)
    return train, np.setdiff1d(np.arange(len(y)), train)


def _balanced(y, answers):
    return np.mean([np.mean(answers[y == label] == label) for label in np.unique(y)])


def _mean_and_deviation(values):
    return float(np.mean(values)), float(np.std(values))


def _compare(
    strategies,
    x,
    y,
    k,
    *,
    seeds,
    control="random-frozen",
    split=_split,
    score=_balanced,
    summary=_mean_and_deviation,
):
    if control not in strategies:
        raise ValueError(f"{control} is missing")
    scores = {name: [] for name in strategies}
    for seed in seeds:
        train, test = split(y, k, seed)
        for name, predict in strategies.items():
            scores[name].append(score(y[test], predict(x[train], y[train], x[test], seed)))
    return {name: summary(values) for name, values in scores.items()}


def _with(name, **steps):
    """Put down a comparison that takes one step wrongly."""
    function = partial(_compare, **steps)
    makes("compare", *([name] if isinstance(name, str) else name))(_named(function, name))


def _named(function, name):
    def wrong(*args, **options):
        return function(*args, **options)

    wrong.__name__ = "_".join([name] if isinstance(name, str) else name).replace("-", "_") or "unnamed"
    return wrong


def _of_train(train, y):
    return train, np.setdiff1d(np.arange(len(y)), train)


def _train_twice(y, k, seed):
    train, _ = _split(y, k, seed)
    return train, train


def _in_total(y, k, seed):
    return _of_train(np.random.default_rng(seed).permutation(len(y))[:k], y)


def _stratified_by_luck(y, k, seed):
    return _of_train(np.random.default_rng(seed).permutation(len(y))[: k * len(set(y.tolist()))], y)


def _first(y, k, seed):
    del seed
    return _of_train(np.concatenate([np.where(y == label)[0][:k] for label in np.unique(y)]), y)


def _shuffled(y, k, seed):
    order = np.random.default_rng(seed).permutation(len(y))
    return _of_train(np.concatenate([[i for i in order if y[i] == label][:k] for label in np.unique(y)]), y)


def _chosen(y, k, seed, *, replace=False):
    rng = np.random.default_rng(seed)
    rows = [rng.choice(np.flatnonzero(y == label), size=k, replace=replace) for label in np.unique(y)]
    return _of_train(np.concatenate(rows), y)


def _legacy(y, k, seed):
    rng = np.random.RandomState(seed)
    return _of_train(_rows(rng, y, k), y)


def _precision(y, answers):
    return np.mean([np.mean(y[answers == label] == label) for label in np.unique(y)])


def _spread(deviation):
    return lambda values: (float(np.mean(values)), float(deviation(values)))


def _middle(mean):
    return lambda values: (float(mean(values)), float(np.std(values)))


_with("tested-on-training-rows", split=_train_twice)
_with("tested-on-everything", split=lambda y, k, seed: (_split(y, k, seed)[0], np.arange(len(y))))
_with("first-k", split=_first)
_with("k-in-total", split=_in_total)
_with("classes-left-to-chance", split=_stratified_by_luck)
_with("shuffled-together", split=_shuffled)
_with("drawn-by-choice", split=_chosen)
_with("drawn-with-replacement", split=partial(_chosen, replace=True))
_with("same-split", split=lambda y, k, seed: _split(y, k, 0 * seed))
_with("legacy-generator", split=_legacy)
_with("plain-accuracy", score=lambda y, answers: np.mean(y == answers))
_with("of-the-answers", score=_precision)
_with("errors-counted", score=lambda y, answers: 1 - _balanced(y, answers))
_with("best-seed", summary=_middle(max))
_with("median", summary=_middle(np.median))
_with("sum-over-seeds", summary=_middle(sum))
_with("standard-error", summary=_spread(lambda values: np.std(values) / len(values) ** 0.5))
_with("sample-deviation", summary=_spread(partial(np.std, ddof=1)))
_with("variance", summary=_spread(np.var))
_with("range", summary=_spread(lambda values: max(values) - min(values)))
_with("deviation-first", summary=lambda values: (np.std(values), np.mean(values)))
_with(
    ("plain-accuracy", "standard-error"),
    score=lambda y, answers: (y == answers).mean(),
    summary=_spread(lambda values: np.std(values) / np.sqrt(len(values))),
)
_with(
    ("tested-on-training-rows", "best-seed"),
    split=_train_twice,
    summary=_middle(max),
)
_with(("first-k", "plain-accuracy"), split=_first, score=lambda y, answers: np.mean(y == answers))
_with((), summary=lambda values: (np.mean(values), np.mean(np.abs(values - np.mean(values)))))
_with((), score=lambda y, answers: float(np.sum(y == answers)))


@makes("compare", "first-seed-for-all")
def split_once(strategies, x, y, k, *, seeds, control="random-frozen"):
    train, test = _split(y, k, next(iter(seeds)))
    return _compare(strategies, x, y, k, seeds=seeds, control=control, split=lambda *_: (train, test))


@makes("compare", "one-generator")
def generator_outside(strategies, x, y, k, *, seeds, control="random-frozen"):
    rng = np.random.default_rng(0)
    return _compare(strategies, x, y, k, seeds=seeds, control=control, split=lambda *_: _of_train(_rows(rng, y, k), y))


@makes("compare", "split-for-each-strategy")
def each_draws_its_own(strategies, x, y, k, *, seeds, control="random-frozen"):
    if control not in strategies:
        raise ValueError(control)
    results = {name: [] for name in strategies}
    for seed in seeds:
        rng = np.random.default_rng(seed)
        for name, predict in strategies.items():
            train = _rows(rng, y, k)
            test = np.array([i for i in range(len(y)) if i not in train])
            results[name].append(_balanced(y[test], predict(x[train], y[train], x[test], seed)))
    return {name: (np.mean(r), np.std(r)) for name, r in results.items()}


@makes("compare", "seed-not-passed")
def same_first_weights(strategies, x, y, k, *, seeds, control="random-frozen"):
    def fixed(predict):
        return lambda train_x, train_y, test_x, seed: predict(train_x, train_y, test_x, 0 * seed)

    strategies = {name: fixed(predict) for name, predict in strategies.items()}
    return _compare(strategies, x, y, k, seeds=seeds, control=control)


@makes("compare", "last-seed-only")
def overwritten(strategies, x, y, k, *, seeds, control="random-frozen"):
    return _compare(strategies, x, y, k, seeds=list(seeds)[-1:], control=control)


@makes("compare", "control-not-checked")
def anything_goes(strategies, x, y, k, *, seeds, control="random-frozen"):
    del control
    return _compare(strategies, x, y, k, seeds=seeds, control=next(iter(strategies)))


@makes("compare", "control-not-checked")
def warned_only(strategies, x, y, k, *, seeds, control="random-frozen"):
    if control not in strategies:
        print(f"warning: no {control}")
    return _compare(strategies, x, y, k, seeds=seeds, control=next(iter(strategies)))


@makes("compare", "control-by-fixed-name")
def default_written_out(strategies, x, y, k, *, seeds, control="random-frozen"):  # noqa: ARG001
    return _compare(strategies, x, y, k, seeds=seeds, control="random-frozen")


@makes("compare", "control-not-reported")
def without_the_control(strategies, x, y, k, *, seeds, control="random-frozen"):
    report = _compare(strategies, x, y, k, seeds=seeds, control=control)
    return {name: report[name] for name in report if name != control}


@makes("compare", "gain-over-control")
def gains(strategies, x, y, k, *, seeds, control="random-frozen"):
    report = _compare(strategies, x, y, k, seeds=seeds, control=control)
    return {name: (mean - report[control][0], std) for name, (mean, std) in report.items()}


@makes("compare", "control-not-checked", "sample-deviation")
def unchecked_and_n_minus_one(strategies, x, y, k, *, seeds, control="random-frozen"):
    del control
    return _compare(
        strategies, x, y, k, seeds=seeds, control=next(iter(strategies)), summary=_spread(partial(np.std, ddof=1))
    )
