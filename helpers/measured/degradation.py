"""How plain and residual networks of 4 to 38 layers learn small digits: the curves lie beside this file.

The networks of one depth differ in nothing but the additions. The widget ``DepthSlider`` shows the curves.
``python -m helpers.measured.degradation`` trains them anew and rewrites ``degradation.npz``, in about six minutes.
"""

import copy
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from helpers.digits import load_small_digits
from helpers.measured.digit_nets import split
from helpers.residual import grad_norms, resnet
from helpers.training import accuracy

FILE = Path(__file__).with_suffix(".npz")
KINDS, DEPTHS, SEEDS = ("plain", "residual"), (4, 8, 20, 38), (0, 1, 2)
EPOCHS, MOMENTS = 30, (0, 1, 3, 10, 30)
WIDTH, BATCH_SIZE, LEARNING_RATE, MOMENTUM = 8, 64, 0.1, 0.9
ASKED = 256  # training images in the one batch whose gradients are measured
Measured = dict[str, np.ndarray]


def measure(kind: str, depth: int, *, seed: int = 0, epochs: int = EPOCHS) -> Measured:
    """Train one network, and measure it after each epoch.

    Parameters
    ----------
    kind : {"plain", "residual"}
        Without the additions, or with them.
    depth : int
        Layers with weights, as :func:`helpers.residual.resnet` counts them.
    seed : int, optional
        From which the first weights and the order of the images come.
    epochs : int, optional
        After how many epochs to stop. The learning rate falls along half a cosine to 0 at the end of 30 epochs,
        whether or not it gets there.

    Returns
    -------
    dict of str to numpy.ndarray
        ``train_loss``, the mean over an epoch's batches as they were met, and ``train_accuracy`` and
        ``test_accuracy``, 0 to 1, after the epoch, each of shape (epochs,); ``grad_norms``, shape (moments, blocks),
        for those of ``MOMENTS`` that are reached.
    """
    x, y, new_x, new_y = images()
    torch.manual_seed(seed)
    net = resnet(depth, width=WIDTH, residual=kind == "residual")
    steering = torch.optim.SGD(net.parameters(), LEARNING_RATE, momentum=MOMENTUM)
    steps = EPOCHS * -(-len(x) // BATCH_SIZE)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(steering, steps)
    draw, curves, norms = torch.Generator().manual_seed(seed), [], [grad_norms(net, x[:ASKED], y[:ASKED])]
    for epoch in range(1, epochs + 1):
        loss = _epoch(net, x, y, draw, steering, falling)
        settled = with_fresh_statistics(net, x)
        curves.append((loss, accuracy(settled, x, y), accuracy(settled, new_x, new_y)))
        if epoch in MOMENTS:
            norms.append(grad_norms(net, x[:ASKED], y[:ASKED]))
    loss, seen, new = np.array(curves).reshape(-1, 3).T
    return {"train_loss": loss, "train_accuracy": seen, "test_accuracy": new, "grad_norms": np.array(norms)}


def images() -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return 1,397 small digits with their classes, and 400 that no network is trained on, with theirs."""
    values, digits = load_small_digits()
    x, y = torch.tensor(values[:, None], dtype=torch.float32), torch.tensor(digits)
    trained_on, held_out = split()
    return x[trained_on], y[trained_on], x[held_out], y[held_out]


def with_fresh_statistics(net: nn.Module, x: Tensor) -> nn.Module:
    """Return a copy whose batch norms hold the statistics of just these images.

    Running statistics lag behind weights that move fast. In a deep network the lags add up, and its accuracy in
    evaluation mode says more about them than about what was learned.

    Parameters
    ----------
    net : torch.nn.Module
        It is not changed.
    x : torch.Tensor, shape (batch, channels, height, width)
        All training images.

    Returns
    -------
    torch.nn.Module
        The copy, in evaluation mode.
    """
    settled = copy.deepcopy(net).train()
    for part in settled.modules():
        if isinstance(part, nn.BatchNorm2d):
            part.momentum = 1.0
    with torch.no_grad():
        settled(x)
    return settled.eval()


def load() -> Measured:
    """Load what was measured, from the file beside this one.

    Returns
    -------
    dict of str to numpy.ndarray
        ``depths``; ``epochs``, from 1 on; ``moments``, the epochs after which gradients were measured, 0 being before
        the training; and for each kind ``k``, plain or residual, and each depth
        ``d`` what :func:`measure` returns, a row for each seed: ``"k_d_train_loss"``, ``"k_d_train_accuracy"`` and
        ``"k_d_test_accuracy"``, shape (seeds, epochs), ``"k_d_grad_norms"``, shape (seeds, moments, blocks).
    """
    with np.load(FILE) as held:
        return dict(held)


def main() -> None:
    """Train all networks, write what was measured, and print the last accuracies and the time."""
    torch.set_num_threads(1)  # so small a network is slower with more
    began = time.process_time()  # a busy machine does not stretch it
    arrays: Measured = {"depths": np.array(DEPTHS), "epochs": np.arange(1, EPOCHS + 1), "moments": np.array(MOMENTS)}
    for depth in DEPTHS:
        for kind in KINDS:
            runs = [measure(kind, depth, seed=seed) for seed in SEEDS]
            for name in runs[0]:
                arrays[f"{kind}_{depth}_{name}"] = np.array([run[name] for run in runs], dtype=np.float32)
            last = [f"{run['train_accuracy'][-1]:.3f}/{run['test_accuracy'][-1]:.3f}" for run in runs]
            print(f"{kind} {depth}: training/test {', '.join(last)}, {time.process_time() - began:.0f} s", flush=True)
    np.savez_compressed(FILE, **arrays)


def _epoch(
    net: nn.Module,
    x: Tensor,
    y: Tensor,
    draw: torch.Generator,
    steering: torch.optim.Optimizer,
    falling: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    net.train()
    losses = []
    for chosen in torch.randperm(len(x), generator=draw).split(BATCH_SIZE):
        steering.zero_grad()
        loss = nn.functional.cross_entropy(net(x[chosen]), y[chosen])
        loss.backward()
        steering.step()
        falling.step()
        losses.append(loss.item())
    return float(np.mean(losses))


if __name__ == "__main__":
    main()
