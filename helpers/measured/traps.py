"""Mistakes of borrowing, measured: statistics that move, and patches of one photograph on both sides of a split."""

from collections.abc import Iterator

import numpy as np
import torch

from helpers.drawings import load_clipart8
from helpers.images import PHOTOGRAPHS, load_photograph
from helpers.lite0 import features, load_lite0, load_trunk, prepare
from helpers.measured.clipart_features import inputs, pooled
from helpers.probes import balanced_accuracy, linear_probe, split_by_class

Row = tuple[str, int, int, float]
SEEDS, K, PENALTY = range(3), 16, 1280.0  # the probe's penalty is the number of features
CATS = [281, 282, 283, 284, 285]  # ImageNet's kinds of house cats
SIDE, PATCHES = 64, 32


def statistics() -> Iterator[Row]:
    """Leave a network without gradients in training mode for some batches of drawings: what has moved, and what of it.

    Asked are: how far the running means of the norms lie from those of ImageNet, in units of their deviations; what a
    probe gives that was learned before; and the share of cats in the softmax of a cat's photograph.

    Yields
    ------
    tuple of str, int, int, float
        What was asked; batches seen; seed; the value.
    """
    y, net = load_clipart8()[1], load_lite0().requires_grad_(False)
    for norm in net.modules():
        if isinstance(norm, torch.nn.BatchNorm2d):
            norm.momentum = 0.1  # torch's own; the published network moved its statistics ten times more slowly
    norms = [norm for norm in net.modules() if isinstance(norm, torch.nn.BatchNorm2d)]
    kept = [(norm.running_mean.clone(), norm.running_var.sqrt() + 1e-3) for norm in norms]
    before, cat = pooled(net, inputs(), kept=("head",))["head"], prepare(load_photograph("cat", colour=True))
    order = torch.randperm(len(inputs()), generator=torch.Generator().manual_seed(0))
    for seen, chosen in enumerate([order[:0], *order[:320].split(16)]):
        if len(chosen):
            with torch.no_grad():
                net.train()(inputs()[chosen])
            net.eval()
        if seen not in (0, 5, 20):
            continue
        far = [((norm.running_mean - m).abs() / d).mean() for norm, (m, d) in zip(norms, kept, strict=True)]
        yield "means moved by", seen, 0, float(torch.stack(far).mean())
        after = pooled(net, inputs(), kept=("head",))["head"]
        for seed in SEEDS:
            train, test = split_by_class(y, K, seed=seed)
            said = linear_probe(before[train], y[train], after[test], penalty=PENALTY)
            yield "probe learned before", seen, seed, balanced_accuracy(y[test], said)
        scores = torch.from_numpy(features(net, cat, at="classifier")).softmax(dim=1)[0]
        yield "probability of a cat", seen, 0, float(scores[CATS].sum())


def patches() -> tuple[np.ndarray, np.ndarray]:
    """Cut 32 squares of 64 pixels from each photograph, at places drawn from seed 0, and read them with the trunk.

    Returns
    -------
    features, photograph : numpy.ndarray, shapes (n, 112), float32, and (n,), int64
        The means of block 10's maps, and the number of the photograph.
    """
    draw, squares = np.random.default_rng(0), []
    for name in PHOTOGRAPHS:
        image = load_photograph(name, colour=True)
        for _ in range(PATCHES):
            top, left = (int(draw.integers(0, size - SIDE)) for size in image.shape[:2])
            squares.append(prepare(image[top : top + SIDE, left : left + SIDE], size=SIDE, crop=1.0))
    x, net = torch.cat(squares), load_trunk()
    read = np.concatenate([features(net, part, at=10).mean(axis=(2, 3)) for part in x.split(64)])
    return read, np.repeat(np.arange(len(PHOTOGRAPHS)), PATCHES)


def leak() -> Iterator[Row]:
    """Learn a class that a coin gave to each photograph, where nothing can be learned; split by patch, and rightly.

    Yields
    ------
    tuple of str, int, int, float
        Which split; 0; seed; the balanced accuracy.
    """
    read, photograph = patches()
    count = len(PHOTOGRAPHS)
    for seed in range(20):
        draw = np.random.default_rng(seed)
        coin = draw.permutation(np.arange(count) % 2)
        held_out = [draw.choice(np.flatnonzero(coin == side)) for side in (0, 1)]
        tests = {"by patch": draw.random(len(read)) < 2 / count, "by photograph": np.isin(photograph, held_out)}
        for name, test in tests.items():
            y = coin[photograph]
            said = linear_probe(read[~test], y[~test], read[test])
            yield name, 0, seed, balanced_accuracy(y[test], said)
