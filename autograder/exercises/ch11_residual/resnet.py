"""A whole residual network for small images, as an nn.Module."""

from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Part, Trial
from autograder.exercises.ch11_residual._inputs import drawn_image, image
from autograder.exercises.ch11_residual._stack_slips import STACK_SLIPS
from autograder.exercises.ch11_residual._stacking import dealt, slipped
from autograder.exercises.ch11_residual._working import told_buffer
from autograder.trials import Names, Output, Statistics


def reference(depth: int, *, classes: int = 10, width: int = 16, in_channels: int = 1) -> Any:
    """Return the network."""
    from helpers.residual import resnet

    return resnet(depth, classes=classes, width=width, in_channels=in_channels)


def _working(case: Case, cell: tuple[int, ...]) -> str:
    counts = dealt(case.args[0], frozenset())
    told = (
        f"{sum(counts)} blocks make depth {case.args[0]}: {', '.join(map(str, counts))} in layer1, layer2 and layer3."
    )
    if isinstance(case.trial, Statistics):
        return f"{told} {told_buffer(reference(*case.args, **case.options), cell[0])}"
    return f"{told} The cell is the score of image {cell[0]} for class {cell[1]}."


def _case(depth: int, trial: Trial, **options: int) -> Case:
    return Case((depth,), {"width": 2, **options}, trial)


def _drawn(rng: np.random.Generator, *depths: int) -> tuple[Case, ...]:
    cases = []
    for depth in depths:
        channels, classes = int(rng.integers(1, 4)), int(rng.integers(2, 6))
        trial = Output(drawn_image(rng, channels, least=5), weights=int(rng.integers(1000)))
        cases.append(_case(depth, trial, classes=classes, in_channels=channels))
    return tuple(cases)


EXERCISE = Exercise(
    name="resnet",
    chapter=11,
    goal="Build a residual network: a 3×3 convolution with norm and ReLU, three layers of blocks, the mean of each "
    "map, and a dense layer.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "depths 4, 8, 14 and 16",
            points=3,
            probe=(
                _case(4, Names()),
                _case(4, Output(image(3, 1, 4, 5))),
                _case(8, Names()),
                _case(8, Output(image(3, 1, 6, 9))),
                _case(14, Names()),
                _case(14, Output(image(2, 1, 7, 5))),
                _case(16, Output(image(2, 1, 5, 6))),  # three blocks in a layer: the last two could be one
                _case(8, Statistics(image(2, 1, 5, 6))),
            ),
            cases=lambda rng: _drawn(rng, 8),
        ),
        Part(
            "the depths between, any channels and classes",
            points=3,
            probe=(
                _case(6, Names(), classes=3),
                _case(10, Names()),
                _case(12, Names()),
                _case(12, Output(image(2, 2, 6, 5)), classes=4, in_channels=2),
                _case(8, Names(), width=3, classes=5, in_channels=4),
                Case((8,), trial=Names()),
            ),
            cases=lambda rng: _drawn(rng, 4, 10, 2 * int(rng.integers(3, 9))),
        ),
    ),
    slips=STACK_SLIPS,
)
