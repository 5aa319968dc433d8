"""A residual block of two 3×3 convolutions, as an nn.Module."""

import functools
from typing import Any

import numpy as np

from autograder.exercise import Case, Exercise, Part
from autograder.exercises.ch11_residual._inputs import block_case, drawn_image, image
from autograder.exercises.ch11_residual._residual import slipped
from autograder.exercises.ch11_residual._residual_slips import RESIDUAL_SLIPS
from autograder.exercises.ch11_residual._working import told_block
from autograder.trials import Gradient, Names, Output, Statistics


def reference(in_channels: int, out_channels: int, *, stride: int = 1) -> Any:
    """Return the block."""
    from helpers.residual import residual_block

    return residual_block(in_channels, out_channels, stride=stride)


def _working(case: Case, cell: tuple[int, ...]) -> str:
    net = reference(*case.args, **case.options)
    return told_block(net, net.bn2, case, cell)


def _drawn(rng: np.random.Generator, *, differ: bool) -> tuple[Case, ...]:
    cases = []
    for _ in range(2):
        before, after = (int(n) for n in rng.choice(np.arange(2, 6), 2, replace=False))
        stride = int(rng.integers(1, 4)) if differ else 1
        trial = Output(drawn_image(rng, before), weights=int(rng.integers(1000)), training=bool(rng.integers(2)))
        cases.append(block_case(before, after if differ else before, trial, stride))
    return tuple(cases)


EXERCISE = Exercise(
    name="residual_block",
    chapter=11,
    goal="Build a module that gives relu(bn2(conv2(relu(bn1(conv1(x))))) + shortcut(x)), and has a projection where "
    "the shapes differ.",
    reference=reference,
    slipped=slipped,
    working=_working,
    allowed=("torch",),
    parts=(
        Part(
            "shapes that agree",
            points=3,
            probe=(
                block_case(3, 3, Names()),
                block_case(3, 3, Output(image(2, 3, 4, 6))),
                block_case(2, 2, Output(image(1, 2, 5, 5))),  # without padding a single cell is left, and is broadcast
                block_case(2, 2, Gradient(image(2, 2, 3, 4))),
                block_case(3, 3, Statistics(image(2, 3, 3, 5))),
            ),
            cases=functools.partial(_drawn, differ=False),
        ),
        Part(
            "a stride, and other channels",
            points=3,
            probe=(
                block_case(2, 4, Names()),
                block_case(3, 3, Names(), 2),
                block_case(2, 3, Output(image(2, 2, 5, 6)), 2),
                block_case(3, 2, Output(image(1, 3, 7, 5)), 3),
                block_case(1, 3, Output(image(2, 1, 4, 3))),  # one channel is broadcast to three
                block_case(2, 2, Output(image(2, 2, 4, 3)), 2),  # stride 2 twice leaves a single cell
                block_case(3, 2, Output(image(2, 3, 2, 2)), 2),  # stride 2 once leaves a single cell
                block_case(2, 3, Statistics(image(3, 2, 4, 5)), 2),
                block_case(2, 4, Gradient(image(2, 2, 3, 5)), 2),
            ),
            cases=functools.partial(_drawn, differ=True),
        ),
    ),
    slips=RESIDUAL_SLIPS,
)
