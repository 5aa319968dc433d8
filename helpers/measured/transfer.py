"""What borrowed features bring, and where they bring nothing: tables of balanced accuracies, in ``transfer.csv``.

``python -m helpers.measured.transfer`` measures all of them anew, in under ten minutes of one quiet core, and
``python -m helpers.measured.transfer depth leak`` only those named. It needs the weights that are installed.
"""

import csv
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from helpers.drawings import load_clipart8, load_fashion_mnist
from helpers.images import load_faces
from helpers.lite0 import load_lite0, prepare
from helpers.measured import clipart_features as cached
from helpers.measured.traps import Row, leak, statistics
from helpers.measured.tuning import pixels, probe, scratch, tuned
from helpers.probes import Predictor, balanced_accuracy, split_by_class

FILE = Path(__file__).with_suffix(".csv")
SEEDS, KS = range(3), (5, 10, 16)


def load(table: str) -> dict[str, dict[int, np.ndarray]]:
    """Load one table of what was measured.

    Parameters
    ----------
    table : str
        One of ``TABLES``.

    Returns
    -------
    dict of str to dict of int to numpy.ndarray
        For each row and each k (labelled examples a class, or what the table's function says) the values, one for
        each seed.

    Raises
    ------
    ValueError
        If there is no such table.

    Examples
    --------
    >>> sorted(load("leak"))
    ['by patch', 'by photograph']
    """
    if table not in TABLES:
        raise ValueError(f"load({table!r}): no such table; use one of {', '.join(TABLES)}.")
    found: dict[str, dict[int, list[float]]] = {}
    for name, row, k, _, value in _lines():
        if name == table:
            found.setdefault(row, {}).setdefault(int(k), []).append(float(value))
    return {row: {k: np.array(values) for k, values in by_k.items()} for row, by_k in found.items()}


def told(*tables: str) -> str:
    """Write tables down: a line for each row, with mean and standard deviation over the seeds for each k.

    Parameters
    ----------
    *tables : str
        Names of ``TABLES``.

    Returns
    -------
    str
        Such as ``frozen                      5: 0.59 ± 0.05   16: 0.74 ± 0.01``.

    Examples
    --------
    >>> print(told("leak"))
    by patch                    0: 0.97 ± 0.03
    by photograph               0: 0.48 ± 0.22
    """
    lines = []
    for row, by_k in (pair for table in tables for pair in load(table).items()):
        found = [f"{k:3}: {by_k[k].mean():.2f} ± {by_k[k].std():.2f}" for k in sorted(by_k)]
        lines.append(f"{row:26}" + "   ".join(found))
    return "\n".join(lines)


def gains(*tables: str) -> dict[int, float]:
    """Tell how far the frozen network lies above the best way that borrows nothing, below 0 where it lies below.

    Parameters
    ----------
    *tables : str
        That hold the rows "frozen", "raw pixels" and "from scratch".

    Returns
    -------
    dict of int to float
        By k, for those that all three have: differences of means, two decimals.

    Examples
    --------
    >>> sorted(gains("faces"))
    [2, 5, 20]
    """
    rows = {row: by_k for table in tables for row, by_k in load(table).items()}
    mine, own = rows["frozen"], [rows["raw pixels"], rows["from scratch"]]
    ks = sorted(k for k in mine if all(k in by_k for by_k in own))
    best = {k: max(by_k[k].mean() for by_k in own) for k in ks}
    return {k: round(float(mine[k].mean() - best[k]), 2) + 0.0 for k in ks}  # + 0.0: no −0.0


def _frozen() -> Iterator[Row]:
    """Read features of networks that stay as they are with one linear layer; all from the cached features."""
    features = cached.load()
    rows = {"frozen": features["head"], "random-frozen": features["random"], "raw pixels": pixels()}
    for name, values in rows.items():
        yield from _scores(name, probe(values))


def _random() -> Iterator[Row]:
    """Read the head of networks with random weights, new for each seed, their statistics at 0 and 1 or their own."""
    y = load_clipart8()[1]
    for seed in SEEDS:
        for own, name in ((False, "statistics 0 and 1"), (True, "own statistics")):
            net = cached.random_net(seed, own_statistics=own)
            features = cached.pooled(net, cached.inputs(), kept=("head",))["head"]
            yield from (row for k in KS for row in [(name, k, seed, _score(probe(features), y, k, seed))])


def _tune() -> Iterator[Row]:
    """Train what lies behind block 10 and a new head, with statistics fixed and moving, from 5 and 16 a class."""
    yield from _scores("tuned, statistics fixed", tuned(moving=False), ks=(16, 5))
    yield from _scores("tuned, statistics moving", tuned(moving=True), ks=(16, 5))


def _untaught() -> Iterator[Row]:
    """Train a small network from its first weights on, on drawings of 32 pixels, mirrored and shifted."""
    yield from _scores("from scratch", scratch(cached.inputs(size=32)), ks=(16, 5))


def _depth() -> Iterator[Row]:
    """Read each cached layer, for ten seeds, 16 drawings a class; penalties of 1, and as many as there are features."""
    features = cached.load()
    for layer in map(str, cached.KEPT):
        for penalty, told in ((1.0, "penalty 1"), (None, "penalty as many as features")):
            predict = probe(features[layer], penalty=penalty)
            yield from _scores(f"{layer}, {told}", predict, range(10), (16,))


def _clothes() -> Iterator[Row]:
    """Read clothes of 28 pixels, enlarged to 64: nothing that ImageNet taught helps much."""
    images, labels, new, asked = load_fashion_mnist()
    x = np.concatenate([images, new])
    fed = torch.cat([prepare(np.repeat(image[..., None], 3, axis=2), size=64, crop=1.0) for image in x])
    read = {"frozen": load_lite0(), "random-frozen": cached.random_net(0)}
    ways = {name: probe(cached.pooled(net, fed, kept=("head",))["head"]) for name, net in read.items()}
    ways["raw pixels"] = probe(x.reshape(len(x), -1))
    grey = torch.from_numpy(x[:, None] - x.mean())
    for k, steps in ((20, 300), (300, 800)):
        ways["from scratch"] = scratch(grey, steps=steps, width=16, varied=False)
        for name, predict in ways.items():
            for seed in SEEDS:
                train, _ = split_by_class(labels, k, seed=seed)
                said = predict(train, labels[train], np.arange(len(images), len(x)), seed)
                yield name, k, seed, balanced_accuracy(asked, said)


def _faces() -> Iterator[Row]:
    """Tell grey pictures of 25 pixels apart, a hundred faces and a hundred others, enlarged to 64 for the network."""
    x, y = load_faces()
    fed = torch.cat([prepare(np.repeat(image[..., None], 3, axis=2), size=64, crop=1.0) for image in x])
    read = {"frozen": load_lite0(), "random-frozen": cached.random_net(0)}
    ways = {name: probe(cached.pooled(net, fed, kept=("head",))["head"]) for name, net in read.items()}
    ways["raw pixels"] = probe(x.reshape(len(x), -1))
    ways["from scratch"] = scratch(torch.from_numpy(x[:, None] - x.mean()), steps=100, width=16)
    for name, predict in ways.items():
        for k in (2, 5, 20):
            for seed in SEEDS:
                yield name, k, seed, _score(predict, y, k, seed)


def _scores(name: str, predict: Predictor, seeds: range = SEEDS, ks: tuple[int, ...] = KS) -> Iterator[Row]:
    """Ask one way to learn the drawings, for each k and each seed."""
    y = load_clipart8()[1]
    for k in ks:
        for seed in seeds:
            yield name, k, seed, _score(predict, y, k, seed)


def _score(predict: Predictor, y: np.ndarray, k: int, seed: int) -> float:
    """Return the balanced accuracy on what is not learned from."""
    train, test = split_by_class(y, k, seed=seed)
    return balanced_accuracy(y[test], predict(train, y[train], test, seed))


TABLES = {
    "frozen": _frozen,
    "depth": _depth,
    "leak": leak,
    "random": _random,
    "statistics": statistics,
    "tune": _tune,
    "untaught": _untaught,
    "clothes": _clothes,
    "faces": _faces,
}


def _lines() -> list[list[str]]:
    with open(FILE, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _main(names: list[str]) -> None:
    """Measure the named tables anew, and leave the others as they are."""
    for name in names:
        start = time.process_time()
        rows = [[name, row, str(k), str(seed), f"{value:.4f}"] for row, k, seed, value in TABLES[name]()]
        kept = [line for line in (_lines() if FILE.exists() else []) if line[0] != name]
        order = list(TABLES)
        with open(FILE, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["table", "row", "k", "seed", "value"])
            writer.writerows(sorted([*kept, *rows], key=lambda line: order.index(line[0])))
        print(f"{name}: {time.process_time() - start:.0f} s of one core", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    _main(sys.argv[1:] or list(TABLES))
