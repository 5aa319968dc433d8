"""Two small trained networks that read digits on a canvas of 16×16: their weights lie beside this file.

They differ in their last layers only, and the widget ``ShiftedDigit`` runs them in the page.
``python -m helpers.measured.digit_nets`` trains them anew and rewrites ``digit_nets.npz``, in about two minutes.
"""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import nn

from helpers.digits import load_small_digits
from helpers.models import cnn_flatten, cnn_global_pool
from helpers.training import accuracy, predict, train

FILE = Path(__file__).with_suffix(".npz")
SIDE, CHANNELS = 16, (8, 16)
TRAINED_ON = 1397
EPOCHS = {"flatten": 12, "global_pool": 60}
SETTINGS = {"learning_rate": 3e-3, "batch_size": 64, "seed": 0}


def make_net(name: str) -> nn.Sequential:
    """Build one of the networks, its first weights drawn from seed 0.

    Parameters
    ----------
    name : {"flatten", "global_pool"}
        What stands between the maps and the last dense layer.

    Returns
    -------
    torch.nn.Sequential
        From images, shape (batch, 1, 16, 16), to logits, shape (batch, 10).
    """
    torch.manual_seed(0)
    if name == "flatten":
        return cnn_flatten((1, SIDE, SIDE), 10, channels=CHANNELS)
    return cnn_global_pool(10, channels=CHANNELS)


def on_canvas(images: ArrayLike, *, shift: tuple[int, int] = (0, 0)) -> np.ndarray:
    """Lay small images in the middle of an empty canvas, or beside it.

    Parameters
    ----------
    images : array_like, shape (batch, 8, 8)
        Grey values.
    shift : tuple of two int, optional
        Rows down and columns to the right from the middle, −4 to 4.

    Returns
    -------
    numpy.ndarray, shape (batch, 1, 16, 16)
        Zeros around each image.

    Examples
    --------
    >>> on_canvas(np.ones((1, 8, 8)), shift=(-4, 0))[0, 0, :, 8].tolist()[7:9]
    [1.0, 0.0]
    """
    down, right = shift
    rows, columns = (4 + down, 4 - down), (4 + right, 4 - right)
    return np.pad(np.asarray(images), ((0, 0), rows, columns))[:, None]


def split() -> tuple[np.ndarray, np.ndarray]:
    """Return which of the small digits the networks are trained on, and which are held out.

    Returns
    -------
    trained_on, held_out : numpy.ndarray of int64, shapes (1397,) and (400,)
        Places in what :func:`helpers.digits.load_small_digits` returns.
    """
    order = np.random.default_rng(0).permutation(len(load_small_digits()[0]))
    return order[:TRAINED_ON], order[TRAINED_ON:]


def train_net(name: str, *, epochs: int | None = None, examples: int = TRAINED_ON) -> nn.Sequential:
    """Train one of the networks on digits in the middle of the canvas, and round its weights to float16.

    Parameters
    ----------
    name : {"flatten", "global_pool"}
        Which.
    epochs : int, optional
        How often each digit is seen; without it 12 for the flattening network and 60 for the other, which learns
        more slowly from 16 numbers than from 1,024.
    examples : int, optional
        How many of the digits to train on, 1 to 1,397.

    Returns
    -------
    torch.nn.Sequential
        The network, its weights float32 again.
    """
    images, labels = load_small_digits()
    chosen = split()[0][:examples]
    net = make_net(name)
    train(net, on_canvas(images[chosen]), labels[chosen], epochs=epochs or EPOCHS[name], **SETTINGS)
    return net.half().float()


def load_nets() -> dict[str, nn.Sequential]:
    """Load the trained networks from the file beside this one.

    Returns
    -------
    dict of str to torch.nn.Sequential
        ``"flatten"`` and ``"global_pool"``, in evaluation mode.
    """
    nets = {name: make_net(name).eval() for name in EPOCHS}
    with np.load(FILE) as held:
        for name, net in nets.items():
            state = {part: torch.from_numpy(held[f"{name}.{part}"]).float() for part in net.state_dict()}
            net.load_state_dict(state)
    return nets


def main() -> None:
    """Train both networks, and write weights, held-out accuracies, and a digit of each class to be shown."""
    images, labels = load_small_digits()
    held_out = split()[1]
    x, y = on_canvas(images[held_out]), labels[held_out]
    right, arrays = np.ones(len(y), dtype=bool), {}
    for name in EPOCHS:
        net = train_net(name)
        right &= predict(net, x).argmax(axis=1) == y
        arrays |= {f"{name}.{part}": values.half().numpy() for part, values in net.state_dict().items()}
        arrays[f"{name}.accuracy"] = np.float64(accuracy(net, x, y))
        print(f"{name}: {arrays[f'{name}.accuracy']:.3f} of the held-out digits are read right.")
    arrays["shown"] = np.array([held_out[np.flatnonzero(right & (y == digit))[0]] for digit in range(10)])
    np.savez(FILE, **arrays)


if __name__ == "__main__":
    main()
