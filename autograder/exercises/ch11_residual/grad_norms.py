"""How large the gradient is that reaches each block."""

from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Given, Part
from autograder.exercises.ch11_residual._gradient_slips import GRADIENT_SLIPS
from autograder.exercises.ch11_residual._inputs import drawn_image, image
from autograder.exercises.ch11_residual._measuring import slipped
from autograder.given import resolve
from autograder.show import number
from autograder.tensors import as_array, as_tensor
from autograder.trials import Held, Modes, Values

ASKED = "a list of numbers is asked for, one to a block: the norm of its gradient."


def reference(net: Any, x: Any, y: Any) -> tuple[float, ...]:
    """Return the norms."""
    from helpers.residual import grad_norms

    return tuple(grad_norms(net, x, y))


def observe(result: Any) -> np.ndarray:
    """Return the norms as an array, whatever they came in: a list, a tuple, an array or a tensor.

    Parameters
    ----------
    result : object
        What was returned.

    Returns
    -------
    numpy.ndarray of float, shape (blocks,)
        The norms.

    Raises
    ------
    ValueError
        If it holds no real numbers, or not one for each block.
    """
    if result is None:
        raise ValueError("Your function returns nothing (None). Does it end with `return`?")
    norms = as_array(result)
    if not isinstance(norms, (list, tuple, np.ndarray)) or getattr(norms, "ndim", 1) == 0:
        raise ValueError(f"Your function returns {result!r:.80}; {ASKED}")
    norms = [as_array(norm) for norm in norms]
    if any(np.ndim(norm) for norm in norms):
        raise ValueError(f"Your function returns more than one number to a block; {ASKED}")
    try:
        return np.array(norms, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"Your function returns {result!r:.80}; {ASKED}") from None


def _working(case: Case, cell: tuple[int, ...]) -> str:
    if isinstance(case.trial, Held):
        return "After the call the network must hold the gradients that it held before."
    if isinstance(case.trial, Values):
        return f"After the call {_name_at(case, cell[0])} must be as it was before."
    net, x, y = (as_tensor(resolve(value)) for value in case.args)
    from torch.nn import functional as F

    F.cross_entropy(net.train()(x), y).backward()  # what is held from before does not matter: it is taken off again
    held = _gradients(resolve(case.args[0]))
    gradients = _gradients(net)
    names = [name for name in gradients if f"{name.removesuffix('conv1.weight')}conv2.weight" in gradients]
    name = next(iter([name for name in names if name.endswith("conv1.weight")][cell[0] : cell[0] + 1]), "")
    if not name:
        return f"The network has {len(names)} blocks."
    squares = ((gradients[name] - held[name]) ** 2).sum()
    return (
        f"Block {cell[0]}, counted from 0, has {gradients[name].size} numbers in the gradient of {name}. Their squares "
        f"add up to {number(float(squares))}, whose root is {number(float(squares) ** 0.5)}."
    )


def _gradients(net: Any) -> dict[str, np.ndarray]:
    return {
        name: as_array(value.grad) if value.grad is not None else np.zeros(tuple(value.shape))
        for name, value in net.named_parameters()
    }


def _name_at(case: Case, place: int) -> str:
    values = resolve(case.args[0]).state_dict()
    ends = np.cumsum([values[name].numel() for name in sorted(values)])
    return sorted(values)[int(np.searchsorted(ends, place, side="right"))]


def _labels(*labels: int) -> np.ndarray:
    return np.array(labels)


def _drawn(rng: np.random.Generator, *nets: str) -> tuple[Case, ...]:
    cases = []
    for net in nets:
        x = drawn_image(rng, 1)
        x = np.concatenate([x, -2 * x, x[::-1] ** 2])  # at least three images
        cases.append(Case((Given(net), x, rng.integers(0, 3, len(x)))))
    return tuple(cases)


A = image(4, 1, 4, 5), _labels(0, 2, 1, 2)
B = image(3, 1, 5, 3), _labels(1, 1, 0)
C = image(2, 1, 3, 2), _labels(2, 0)

EXERCISE = Exercise(
    name="grad_norms",
    chapter=11,
    goal="Return for each block the Euclidean norm of the gradient of conv1.weight, after one forward in training mode "
    "and the cross-entropy's backward, and leave the network as it was.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    observe=observe,
    parts=(
        Part(
            "the norms",
            points=3,
            probe=(
                Case((Given("one_block_net"), *C)),  # the least first: of most mistakes it rules out the most
                Case((Given("residual_net"), *A)),
                Case((Given("net_in_use"), *A)),
                Case((Given("bottleneck_net"), *B)),
            ),
            cases=lambda rng: _drawn(rng, "residual_net", "net_in_use", "bottleneck_net"),
        ),
        Part(
            "a network left as it was",
            points=3,
            probe=(
                Case((Given("residual_net"), *B)),
                Case((Given("net_in_use"), *B), trial=Held(argument=0)),
                Case((Given("residual_net"), *B), trial=Held(argument=0)),
                Case((Given("net_in_use"), *B), trial=Values(argument=0)),
                Case((Given("net_in_use"), *B), trial=Modes(argument=0)),
                Case((Given("residual_net"), *B), trial=Modes(argument=0)),
            ),
            cases=lambda rng: _drawn(rng, "net_in_use"),
        ),
    ),
    slips=GRADIENT_SLIPS,
)
