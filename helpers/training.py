"""Train a network in a few lines, so that a lesson can show what happens instead of how it is driven."""

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import ArrayLike
from torch import Tensor, nn

from helpers.shapes import whole

OPTIMIZERS = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}


def count_steps(examples: int, *, epochs: int, batch_size: int = 64) -> int:
    """Count the steps that :func:`train` takes: one for each batch of each epoch, the last one as large as is left.

    Parameters
    ----------
    examples, epochs, batch_size : int
        How many examples there are, how often each is seen, and how many make a batch.

    Returns
    -------
    int
        Steps.

    Examples
    --------
    >>> count_steps(130, epochs=2, batch_size=64)
    6
    """
    return epochs * -(-examples // batch_size)


def train(
    model: nn.Module,
    images: ArrayLike,
    labels: ArrayLike,
    *,
    epochs: int,
    batch_size: int = 64,
    learning_rate: float = 1e-3,
    optimizer: str = "adam",
    seed: int = 0,
    on_step: Callable[[int, float], object] | None = None,
    **settings: float,
) -> list[float]:
    """Lower the cross-entropy of a classifier, in place, on batches drawn anew in each epoch.

    Parameters
    ----------
    model : torch.nn.Module
        Gives logits of shape (batch, classes). It is left in evaluation mode.
    images : array_like, shape (examples, …)
        What the model reads; turned into float32.
    labels : array_like of int, shape (examples,)
        The classes, from 0.
    epochs, batch_size : int
        How often each example is seen, and how many make a batch.
    learning_rate : float
        Of the optimizer.
    optimizer : str
        ``"sgd"``, ``"adam"`` or ``"adamw"``.
    seed : int
        From which the order of the examples comes. The model's first weights are not drawn here.
    on_step : callable, optional
        Called as ``on_step(step, loss)`` after each batch, such as a :class:`helpers.plotting.LiveCurve`.
    **settings : float
        Further settings of the optimizer, such as ``momentum=0.9``.

    Returns
    -------
    list of float
        The loss of each step. A training that is interrupted returns those so far, and the model as it is then.

    Raises
    ------
    ValueError
        If there are not as many labels as images, none at all, or no such optimizer.

    Examples
    --------
    >>> x, y = torch.eye(4), torch.arange(4)
    >>> losses = train(nn.Linear(4, 4), x, y, epochs=50, learning_rate=0.1)
    >>> len(losses), losses[-1] < 0.2
    (50, True)
    """
    x, y = _tensors(images, labels)
    whole("train", "epochs", epochs, at_least=1)
    whole("train", "batch_size", batch_size, at_least=1)
    if optimizer not in OPTIMIZERS:
        raise ValueError(f"train: there is no optimizer {optimizer!r}; use one of {', '.join(OPTIMIZERS)}.")
    steering = OPTIMIZERS[optimizer](model.parameters(), lr=learning_rate, **settings)
    draw, losses = torch.Generator().manual_seed(seed), []
    model.train()
    try:
        for _ in range(epochs):
            for chosen in torch.randperm(len(x), generator=draw).split(batch_size):
                losses.append(_step(model, steering, x[chosen], y[chosen]))
                if on_step is not None:
                    on_step(len(losses) - 1, losses[-1])
    except KeyboardInterrupt:  # the reader has seen enough: what was learned and measured is kept
        pass
    model.eval()
    return losses


def predict(model: nn.Module, images: ArrayLike, *, batch_size: int = 500) -> np.ndarray:
    """Return a classifier's logits, with the model in evaluation mode and without gradients.

    Parameters
    ----------
    model : torch.nn.Module
        Put into evaluation mode, and left there.
    images : array_like, shape (examples, …)
        What the model reads; turned into float32.
    batch_size : int
        How many are computed at once: it changes the memory that is needed, and not the answer.

    Returns
    -------
    numpy.ndarray, shape (examples, classes), float32
        The logits.
    """
    model.eval()
    with torch.no_grad():
        batches = torch.as_tensor(np.asarray(images), dtype=torch.float32).split(batch_size)
        return torch.cat([model(batch) for batch in batches]).numpy()


def accuracy(model: nn.Module, images: ArrayLike, labels: ArrayLike) -> float:
    """Return the share of examples whose largest logit is that of their class.

    Parameters
    ----------
    model : torch.nn.Module
        The classifier.
    images, labels : array_like
        As for :func:`train`.

    Returns
    -------
    float
        From 0 to 1.
    """
    x, y = _tensors(images, labels)
    return float((predict(model, x).argmax(axis=1) == y.numpy()).mean())


def _tensors(images: ArrayLike, labels: ArrayLike) -> tuple[Tensor, Tensor]:
    x = torch.as_tensor(np.asarray(images), dtype=torch.float32)
    y = torch.as_tensor(np.asarray(labels), dtype=torch.int64)
    if y.ndim != 1 or len(x) != len(y) or not len(y):
        raise ValueError(
            f"train: images of shape {tuple(x.shape)} and labels of shape {tuple(y.shape)}; give one label, a class "
            "number, for each image, and at least one."
        )
    return x, y


def _step(model: nn.Module, steering: torch.optim.Optimizer, x: Tensor, y: Tensor) -> float:
    steering.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    steering.step()
    return loss.item()
