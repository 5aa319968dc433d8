"""What EfficientNet-Lite0 sees in the 338 drawings of ClipArt-8, kept so that lessons need neither weights nor time.

``python -m helpers.measured.clipart_features`` computes it anew from the installed weights and rewrites
``clipart_features.npz``, in about a minute.
"""

from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from helpers.drawings import load_clipart8
from helpers.lite0 import Lite0, layers, load_lite0, prepare

FILE = Path(__file__).with_suffix(".npz")
SIZE = 128
KEPT = ("stem", 0, 2, 4, 7, 10, 12, 14, 15, "head")
STEPS = 255


@cache
def inputs(*, size: int = SIZE) -> Tensor:
    """Return the drawings as the network was fed: whole, resized, about −1 to 1.

    Parameters
    ----------
    size : int, optional
        Rows and columns.

    Returns
    -------
    torch.Tensor, shape (338, 3, size, size), float32
    """
    return torch.cat([prepare(image, size=size, crop=1.0) for image in load_clipart8()[0]])


def pooled(net: nn.Sequential, x: Tensor, *, kept: tuple[str | int, ...] = KEPT) -> dict[str, np.ndarray]:
    """Return the mean of each map of some layers, in the network's own mode and without gradients.

    Parameters
    ----------
    net : torch.nn.Sequential
        A :class:`helpers.lite0.Lite0`.
    x : torch.Tensor, shape (images, 3, height, width)
        What it reads.
    kept : tuple, optional
        Names of layers, as :func:`helpers.lite0.layers` gives them.

    Returns
    -------
    dict of str to numpy.ndarray, shapes (images, channels), float32
        By name: ``"stem"``, ``"0"``, …, ``"head"``.
    """
    means: dict[str, list[np.ndarray]] = {str(name): [] for name in kept}
    with torch.no_grad():
        for batch in x.split(32):
            for name, maps in layers(net, batch):
                if name in kept:
                    means[str(name)].append(maps.mean(dim=(2, 3)).numpy())
    return {name: np.concatenate(parts) for name, parts in means.items()}


def random_net(seed: int, *, own_statistics: bool = False) -> Lite0:
    """Build the same network with weights that nobody trained: the control.

    Parameters
    ----------
    seed : int
        From which the weights are drawn.
    own_statistics : bool, optional
        Whether its batch norms first see the drawings and take their means and variances from them, as a network's
        in training do. Otherwise they stay at mean 0 and variance 1.

    Returns
    -------
    Lite0
        In evaluation mode.
    """
    torch.manual_seed(seed)
    net = Lite0()
    if own_statistics:
        for norm in (part for part in net.modules() if isinstance(part, nn.BatchNorm2d)):
            norm.momentum = None  # a plain mean over the batches that follow
        order = torch.randperm(len(inputs()))
        with torch.no_grad():
            for chosen in order[:256].split(64):
                net.train()(inputs()[chosen])
    return net.eval()


def load() -> dict[str, np.ndarray]:
    """Load the features, each number rounded to one of 256 values between the smallest and largest of its column.

    Returns
    -------
    dict of str to numpy.ndarray, float32
        Shape (338, channels), in the order of :func:`helpers.drawings.load_clipart8`. "stem", "0", "2", "4", "7",
        "10", "12", "14", "15", "head": the mean of each map of these layers of the trained network. "random": the
        head of the network whose weights are drawn from seed 0.
    """
    with np.load(FILE) as held:
        names = [name for name in held.files if not name.endswith((".low", ".step"))]
        return {name: held[f"{name}.low"] + held[name] * held[f"{name}.step"] for name in names}


def packed(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Round each column to 256 values, from its smallest to its largest.

    Parameters
    ----------
    values : numpy.ndarray, shape (rows, columns), float32
        Anything.

    Returns
    -------
    codes, low, step : numpy.ndarray, uint8 of shape (rows, columns), float32 of shape (columns,) each
        ``low + codes · step`` is within half a step of the values.

    Examples
    --------
    >>> packed(np.array([[0.0], [1.0], [255.0]], dtype=np.float32))[0].ravel().tolist()
    [0, 1, 255]
    """
    low, high = values.min(axis=0), values.max(axis=0)
    # A column that never changes has no steps to divide by. Tiny ones would underflow in float32.
    step = np.where(high > low, (high.astype(np.float64) - low) / STEPS, 1)
    return np.round((values - low) / step).astype(np.uint8), low, step.astype(np.float32)


def main() -> None:
    """Compute the features of the trained and of the random network, and write them."""
    found = pooled(load_lite0(), inputs())
    found["random"] = pooled(random_net(0), inputs(), kept=("head",))["head"]
    arrays = {}
    for name, values in found.items():
        arrays[name], arrays[f"{name}.low"], arrays[f"{name}.step"] = packed(values)
    np.savez_compressed(FILE, **arrays)
    print(f"{FILE.name}: {FILE.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
