"""How much each input cell counts: the mean size of the gradient over many inputs."""

from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Given, Part
from autograder.exercises.ch07_receptive_fields._effective_slips import SLIPS
from autograder.exercises.ch07_receptive_fields.rf_by_gradient import resolve_net
from autograder.show import number
from autograder.trials import Modes


def reference(net: Any, x: Any) -> Any:
    """Measure how much each input cell counts for the middle cell of a network's last map.

    Parameters
    ----------
    net : torch.nn.Module
        Gives maps.
    x : torch.Tensor, shape (samples, channels, height, width)
        Inputs.

    Returns
    -------
    torch.Tensor, shape (height, width)
        As :func:`helpers.fields.effective_rf_on` measures it.
    """
    import torch

    from helpers.fields import effective_rf_on

    return torch.from_numpy(effective_rf_on(net, x))


def slipped(net: Any, x: Any, *, slips: frozenset[str] = frozenset()) -> Any:
    """Measure the effective field, making the mistakes asked for."""
    import copy

    import torch

    owned = net
    net = net if "left-in-evaluation" in slips else copy.deepcopy(net)
    net.train("training-mode" in slips)
    if "weights-made-positive" in slips:
        for parameter in net.parameters():
            parameter.data = parameter.data.abs()
    owned.train(owned.training or "left-in-training" in slips)
    x = x[:1] if "first-sample-only" in slips else x
    x = x.detach().clone().requires_grad_()
    torch.manual_seed(0)
    (gradient,) = torch.autograd.grad(_asked(net(x), slips), x)
    gradient = gradient * x.detach() if "times-input" in slips else gradient
    gradient = gradient.cumsum(dim=0) if "gradients-pile-up" in slips else gradient
    return _shares(_over_samples(_sizes(gradient, slips), slips), slips)


def _asked(y: Any, slips: frozenset[str]) -> Any:
    height, width = y.shape[2:]
    row, column = height // 2, width // 2
    if "corner-for-middle" in slips:
        row, column = 0, 0
    if "middle-rounded-down" in slips:
        row, column = (height - 1) // 2, (width - 1) // 2
    if "whole-map" in slips:
        return y.sum()
    return y[:, 0, row, column].sum() if "first-map-only" in slips else y[:, :, row, column].sum()


def _sizes(gradient: Any, slips: frozenset[str]) -> Any:
    """Return (samples, height, width)."""
    if "first-channel-only" in slips:
        gradient = gradient[:, :1]
    if "channels-cancel" in slips:
        gradient = gradient.sum(dim=1, keepdim=True)
    if "largest-channel" in slips:
        return gradient.abs().amax(dim=1)
    if "sign-kept" in slips or "samples-cancel" in slips:
        return gradient.sum(dim=1) if "sign-kept" in slips else gradient
    return (gradient**2 if "squared" in slips else gradient.abs()).sum(dim=1)


def _over_samples(sizes: Any, slips: frozenset[str]) -> Any:
    if "samples-cancel" in slips:
        mean = sizes.mean(dim=0).abs()
        return mean.sum(dim=0) if mean.ndim == 3 else mean
    if "samples-alike" in slips:
        sizes = sizes / sizes.sum(dim=(1, 2), keepdim=True)
    return sizes.mean(dim=0)


def _shares(field: Any, slips: frozenset[str]) -> Any:
    if "not-divided" in slips:
        return field
    if "peak-is-one" in slips:
        return field / field.max()
    return field.flatten().softmax(dim=0).reshape(field.shape) if "softmax" in slips else field / field.sum()


def _inputs(seed: int, shape: tuple[int, ...]) -> np.ndarray:
    """Draw inputs of different strength, so that a mean over them is not the mean of their shares."""
    rng = np.random.default_rng(seed)
    strength = 1 + np.arange(shape[0]).reshape(-1, 1, 1, 1)
    return (rng.normal(size=shape) * strength).astype(np.float32)


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    height, width = (int(size) for size in rng.integers(8, 11, size=2))
    seed, samples = int(rng.integers(2**20)), int(rng.integers(4, 7))
    return (
        Case((Given("gapped_stack"), _inputs(seed, (samples, 2, height, width)))),
        Case((Given("normed_stack"), _inputs(seed + 1, (samples + 1, 2, width, height)))),
    )


def _working(case: Case, index: tuple[int, ...]) -> str:
    field = reference(resolve_net(case), _tensor(case.args[1]))
    return (
        f"Over the {len(case.args[1])} inputs, the sizes of the middle cell's gradients at pixel {list(index)} make up "
        f"{number(float(field[index]))} of the sum over all pixels."
    )


def _tensor(array: np.ndarray) -> Any:
    import torch

    return torch.from_numpy(array)


EXERCISE = Exercise(
    name="effective_rf",
    chapter=7,
    goal="Return how much each input pixel counts for the middle cell: the mean size of the gradient, divided by its "
    "sum.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "a network that bends",
            3,
            (
                Case((Given("gapped_stack"), _inputs(1, (4, 2, 8, 9)))),
                Case((Given("padded_row"), _inputs(2, (3, 1, 6, 7)))),
                Case((Given("two_views"), _inputs(3, (3, 2, 6, 8)))),
            ),
        ),
        Part(
            "a network with norm and dropout",
            2,
            (
                Case((Given("normed_stack"), _inputs(4, (4, 2, 7, 8)))),
                Case((Given("normed_stack"), _inputs(5, (3, 2, 6, 9)))),
                Case((Given("normed_stack"), _inputs(6, (3, 2, 6, 9))), trial=Modes(argument=0)),
                Case((Given("settled_stack"), _inputs(7, (3, 2, 6, 9))), trial=Modes(argument=0)),
            ),
            _drawn,
        ),
    ),
    slips=SLIPS,
)
