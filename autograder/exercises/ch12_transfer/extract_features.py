"""What the head of a network would read: evaluation mode, batches, means, and nothing left behind."""

from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Given, Part, Trial
from autograder.exercises.ch12_transfer._feature_slips import SLIPS
from autograder.exercises.ch12_transfer._inputs import drawn_values, image, place_of, row
from autograder.exercises.ch12_transfer._reading import slipped
from autograder.given import resolve
from autograder.show import number
from autograder.trials import Modes, Trainable, Values


def reference(net: Any, x: Any, *, batch_size: int = 32) -> Any:
    """Read the features, and leave the network as it was."""
    from helpers.transfer import extract_features

    return extract_features(net, x, batch_size=batch_size)


def _case(net: str, x: np.ndarray, trial: Trial | None = None, **options: int) -> Case:
    return Case((Given(net), x), options, trial=trial)


def _working(case: Case, index: tuple[int, ...]) -> str:
    import torch

    net, x = resolve(case.args[0]), torch.from_numpy(case.args[1].copy())
    names = [name for name, _ in net.named_children()]
    if case.trial is not None:
        return f"This is {place_of(index[0], net.state_dict())}: reading features changes no number of a network."
    with torch.no_grad():
        out = net.eval()[:-1](x[index[0] : index[0] + 1])[0]
    told = f"Of example {index[0]} the parts {', '.join(names[:-1])} give, in evaluation mode,"
    if out.ndim == 1:
        return f"{told} {len(out)} numbers. Number {index[1]} is {number(float(out[index[1]]))}."
    size = f"{out.shape[1]}×{out.shape[2]}"
    mean = number(float(out[index[1]].mean()))
    return f"{told} {len(out)} maps of {size}. The mean of map {index[1]} is {mean}."


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    return (
        _case("small_net", drawn_values(rng, 3, 1, 6, 8)),
        _case("numbered_net", drawn_values(rng, 8, 4)),
        _case("used_net", drawn_values(rng, 5, 1, 7, 9)),
    )


def _drawn_batches(rng: np.random.Generator) -> tuple[Case, ...]:
    return (
        _case("net_that_needs_room", drawn_values(rng, 4, 1, 5, 6), batch_size=int(rng.integers(2, 4))),
        _case("used_net", drawn_values(rng, 7, 1, 6, 4), batch_size=int(rng.integers(2, 6))),
    )


EXERCISE = Exercise(
    name="extract_features",
    chapter=12,
    goal="Return what all parts but the last give, maps by their means: in evaluation mode, without gradients, in "
    "batches; and leave the network as it was.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "what the head would read",
            points=3,
            probe=(
                _case("used_net", image(3, 1, 5, 8)),
                _case("small_net", image(4, 1, 5, 7)),
                _case("numbered_net", row(6, 4)),
                _case("net_with_dropout", image(2, 1, 3, 4)),
            ),
            cases=_drawn,
        ),
        Part(
            "batches that fit into memory",
            points=2,
            probe=(
                _case("net_that_needs_room", image(7, 1, 4, 3), batch_size=3),
                _case("net_that_needs_room", image(4, 1, 4, 5), batch_size=1),
                _case("used_net", image(5, 1, 6, 4), batch_size=2),
            ),
            cases=_drawn_batches,
        ),
        Part(
            "a network that is left as it was",
            points=2,
            probe=(
                _case("small_net", image(3, 1, 4, 6), Modes(argument=0), batch_size=3),
                _case("used_net", image(3, 1, 4, 6), Modes(argument=0), batch_size=1),
                _case("partly_frozen_net", image(3, 1, 4, 6), Modes(argument=0), batch_size=2),
                _case("partly_frozen_net", image(3, 1, 4, 6), Values(argument=0), batch_size=2),
                _case("used_net", image(3, 1, 4, 6), Trainable(argument=0), batch_size=3),
                _case("partly_frozen_net", image(3, 1, 4, 6), batch_size=2),
            ),
            cases=lambda rng: (_case("small_net", drawn_values(rng, 2, 1, 5, 5), Values(argument=0)),),
        ),
    ),
    slips=SLIPS,
)
