"""A residual block that is narrow in the middle, as an nn.Module."""

import functools
from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch11_residual._bottleneck import slipped
from autograder.exercises.ch11_residual._bottleneck_slips import BOTTLENECK_SLIPS
from autograder.exercises.ch11_residual._inputs import block_case, drawn_image, image
from autograder.exercises.ch11_residual._working import told_block
from autograder.trials import Gradient, Names, Output, Statistics


def reference(in_channels: int, channels: int, *, stride: int = 1) -> Any:
    """Return the block."""
    from helpers.residual import bottleneck_block

    return bottleneck_block(in_channels, channels, stride=stride)


def _working(case: Case, cell: tuple[int, ...]) -> str:
    net = reference(*case.args, **case.options)
    return told_block(net, net.bn3, case, cell)


def _drawn(rng: np.random.Generator, *, differ: bool) -> tuple[Case, ...]:
    cases = []
    for _ in range(2):
        narrow, before = int(rng.integers(1, 4)), int(rng.integers(2, 8))
        before = before if differ else 4 * narrow
        trial = Output(drawn_image(rng, before), weights=int(rng.integers(1000)), training=bool(rng.integers(2)))
        cases.append(block_case(before, narrow, trial, int(rng.integers(1, 4)) if differ else 1))
    return tuple(cases)


EXERCISE = Exercise(
    name="bottleneck_block",
    chapter=11,
    goal="Build a module of a 1×1, a 3×3 and a 1×1 convolution, which ends with 4·channels and adds x or its "
    "projection.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "shapes that agree",
            points=2,
            probe=(
                block_case(8, 2, Names()),
                block_case(8, 2, Output(image(2, 8, 4, 6))),
                # without padding a single cell is left, and is broadcast
                block_case(16, 4, Output(image(1, 16, 3, 3))),
                block_case(4, 1, Output(image(2, 4, 1, 1))),  # a map that grows is added to a single cell
                block_case(4, 1, Gradient(image(2, 4, 3, 4))),
                block_case(8, 2, Statistics(image(2, 8, 3, 5))),
            ),
            cases=functools.partial(_drawn, differ=False),
        ),
        Part(
            "a stride, and other channels",
            points=3,
            probe=(
                block_case(3, 4, Names()),
                block_case(4, 4, Names()),
                block_case(8, 2, Names(), 2),
                block_case(3, 4, Output(image(2, 3, 5, 6)), 2),
                block_case(1, 2, Output(image(2, 1, 4, 3))),  # one channel is broadcast to eight
                block_case(4, 1, Output(image(2, 4, 4, 3)), 2),  # stride 2 twice leaves a single cell
                block_case(3, 1, Output(image(2, 3, 2, 2)), 2),  # stride 2 once leaves a single cell
                block_case(4, 1, Output(image(1, 4, 7, 5)), 3),
                block_case(3, 1, Statistics(image(3, 3, 4, 5)), 2),
                block_case(2, 1, Gradient(image(2, 2, 3, 5)), 2),
            ),
            cases=functools.partial(_drawn, differ=True),
        ),
    ),
    slips=BOTTLENECK_SLIPS,
)
