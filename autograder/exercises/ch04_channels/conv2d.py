"""The convolution layer: batches, channels, biases, stride, padding, dilation and groups."""

from autograder.exercise import Exercise, Part
from autograder.exercises.ch04_channels._calls import (
    FRACTIONS,
    GROUPS,
    ONLY_BIASES,
    OPTIONS,
    SUMS,
    drawn_fractions,
    drawn_groups,
    drawn_options,
    drawn_sums,
)
from autograder.exercises.ch04_channels._channels import CHANNELS
from autograder.exercises.ch04_channels._layer import slipped
from autograder.exercises.ch04_channels._sums import SUMS_KEPT
from autograder.exercises.ch04_channels._told import shapes, working
from autograder.exercises.ch04_channels._windows import WINDOWS
from helpers.layers import conv2d

EXERCISE = Exercise(
    name="conv2d",
    chapter=4,
    goal="Slide each kernel over each image: sum the products over its channels and cells, and add the kernel's bias.",
    reference=conv2d,
    slipped=slipped,
    working=working,
    shapes=shapes,
    parts=(
        Part("channels, kernels, biases and batches", points=2, probe=SUMS, cases=drawn_sums),
        Part("stride, padding and dilation", points=2, probe=OPTIONS, cases=drawn_options),
        Part("groups", points=1, probe=GROUPS, cases=drawn_groups),
        Part("fractions, and all options at once", points=1, probe=(*FRACTIONS, ONLY_BIASES), cases=drawn_fractions),
    ),
    slips=(*WINDOWS, *CHANNELS, *SUMS_KEPT),
)
