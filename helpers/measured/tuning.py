"""Ways to learn the eight classes of ClipArt-8 from a few drawings each, every one a function to be compared.

Each returned function is called as ``predict(places, labels, new_places, seed)``: places in what
:func:`helpers.drawings.load_clipart8` returns. :mod:`helpers.measured.transfer` runs them all.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import cache

import numpy as np
import torch
from torch import Tensor, nn

from helpers.drawings import load_clipart8
from helpers.lite0 import load_lite0
from helpers.measured.clipart_features import inputs
from helpers.probes import Predictor, linear_probe
from helpers.transfer import freeze, param_groups, with_new_head

CLASSES = 8
FROZEN_UPTO = "block10"
STEPS, BATCH = 30, 16
RATES = {"lr": 1e-4, "head_lr": 3e-3}


def probe(features: np.ndarray, *, penalty: float | None = None) -> Predictor:
    """Read features, which nothing changes, with one linear layer.

    Parameters
    ----------
    features : numpy.ndarray, shape (examples, features)
        Of all examples.
    penalty : float, optional
        That of :func:`helpers.probes.linear_probe`; without it the number of features.

    Returns
    -------
    callable
        From (places, labels, new places, seed) to the class of each new place.
    """
    penalty = float(features.shape[1]) if penalty is None else penalty

    def predict(places: np.ndarray, labels: np.ndarray, new: np.ndarray, _seed: int) -> np.ndarray:
        return linear_probe(features[places], labels, features[new], penalty=penalty)

    return predict


def tuned(*, moving: bool, upto: str = FROZEN_UPTO, steps: int = STEPS) -> Predictor:
    """Train a new head on EfficientNet-Lite0 and some of the parts before it.

    Parameters
    ----------
    moving : bool
        Whether the statistics of norms that are not frozen move, so that each batch is standardised by its own.
    upto : str, optional
        The last part that is frozen.
    steps : int, optional
        Of Adam, on 16 drawings each.

    Returns
    -------
    callable
        From (places, labels, new places, seed) to the class of each new place.
    """

    def predict(places: np.ndarray, labels: np.ndarray, new: np.ndarray, seed: int) -> np.ndarray:
        torch.manual_seed(seed)
        net = with_new_head(load_lite0(), CLASSES)
        # What is frozen gives the same maps in each step, so it was run once, for all.
        x, names = _behind(upto), [name for name, _ in net.named_children()]
        learning = names[names.index(upto) + 1 :]
        net = nn.Sequential(OrderedDict((name, getattr(net, name)) for name in learning))
        optimizer = torch.optim.Adam(param_groups(net, **RATES))
        return take_steps(net, optimizer, x, places, labels, seed=seed, steps=steps, moving=moving)(x[new])

    return predict


def scratch(x: Tensor, *, steps: int = 300, width: int = 32, varied: bool = True) -> Predictor:
    """Train a small network from its first weights on.

    Parameters
    ----------
    x : torch.Tensor, shape (examples, channels, height, width)
        All examples.
    steps, width : int, optional
        Steps on 32 examples each, and maps of the first convolution.
    varied : bool, optional
        Mirror and shift the inputs at random.

    Returns
    -------
    callable
        From (places, labels, new places, seed) to the class of each new place.
    """

    def predict(places: np.ndarray, labels: np.ndarray, new: np.ndarray, seed: int) -> np.ndarray:
        torch.manual_seed(seed)
        net = small_cnn(x.shape[1], int(labels.max()) + 1, width=width)
        optimizer = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=0.05)
        change = vary if varied else None
        return take_steps(
            net, optimizer, x, places, labels, seed=seed, steps=steps, moving=True, batch=32, change=change
        )(x[new])

    return predict


def small_cnn(in_channels: int, classes: int, *, width: int) -> nn.Sequential:
    """Build three 3×3 convolutions, each of twice as many maps, with norms, ReLUs and max pools, a mean and a head.

    Parameters
    ----------
    in_channels, classes, width : int
        Channels of the images, scores that come out, and maps of the first convolution.

    Returns
    -------
    torch.nn.Sequential
        From (batch, in_channels, height, width), each at least 8, to logits.
    """
    layers: list[nn.Module] = []
    for before, after in ((in_channels, width), (width, 2 * width), (2 * width, 4 * width)):
        layers += [nn.Conv2d(before, after, 3, padding=1, bias=False), nn.BatchNorm2d(after), nn.ReLU()]
        layers += [nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4 * width, classes))


def vary(x: Tensor, draw: torch.Generator) -> Tensor:
    """Mirror half of the inputs, and shift each by up to an eighth of its side, around the edges.

    Parameters
    ----------
    x : torch.Tensor, shape (batch, channels, height, width)
        The inputs.
    draw : torch.Generator
        From which the changes are drawn.

    Returns
    -------
    torch.Tensor
        Of the same shape.
    """
    far = x.shape[2] // 8
    shifts = torch.randint(-far, far + 1, (len(x), 2), generator=draw).tolist()
    shifted = torch.stack([one.roll(tuple(by), (1, 2)) for one, by in zip(x, shifts, strict=True)])
    mirrored = torch.rand(len(x), 1, 1, 1, generator=draw) < 0.5
    return torch.where(mirrored, shifted.flip(3), shifted)


def take_steps(
    net: nn.Sequential,
    optimizer: torch.optim.Optimizer,
    x: Tensor,
    places: np.ndarray,
    labels: np.ndarray,
    *,
    seed: int,
    steps: int,
    moving: bool,
    batch: int = BATCH,
    change: Callable[[Tensor, torch.Generator], Tensor] | None = None,
) -> Callable[[Tensor], np.ndarray]:
    """Lower the cross-entropy for so many steps.

    Parameters
    ----------
    net, optimizer
        What is trained, and what moves it.
    x : torch.Tensor
        All examples.
    places, labels : numpy.ndarray of int, shape (n,)
        Which of them to learn from, and their classes.
    seed, steps, batch : int
        From which the order is drawn, how many batches, and their size.
    moving : bool
        Whether the network is in training mode meanwhile.
    change : callable, optional
        Changes each batch, such as :func:`vary`.

    Returns
    -------
    callable
        From new inputs to their classes, in evaluation mode.
    """
    draw, y, taken = torch.Generator().manual_seed(seed), torch.as_tensor(labels), 0
    net.train(moving)
    while taken < steps:
        for chosen in torch.randperm(len(places), generator=draw).split(batch)[: steps - taken]:
            optimizer.zero_grad()
            seen = x[places[chosen.numpy()]]
            nn.functional.cross_entropy(net(change(seen, draw) if change else seen), y[chosen]).backward()
            optimizer.step()
            taken += 1

    def classes_of(new: Tensor) -> np.ndarray:
        net.eval()
        with torch.no_grad():
            return torch.cat([net(part) for part in new.split(64)]).argmax(dim=1).numpy()

    return classes_of


def pixels(*, size: int = 16) -> np.ndarray:
    """Return the drawings, shrunk, as rows of raw numbers."""
    images = load_clipart8(size=size)[0]
    return images.reshape(len(images), -1)


@cache
def _behind(upto: str) -> Tensor:
    """Return what comes out of the frozen part for each drawing."""
    net = freeze(with_new_head(load_lite0(), CLASSES), upto=upto)
    names = [name for name, _ in net.named_children()]
    frozen = net[: names.index(upto) + 1].eval()
    with torch.no_grad():
        return torch.cat([frozen(part) for part in inputs().split(32)])
