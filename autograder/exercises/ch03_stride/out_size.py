"""How many positions a window has along one axis."""

from autograder.exercise import Exercise, Part
from autograder.exercises.ch03_stride._sizing import call, drawn, slipped, working
from autograder.exercises.ch03_stride._sizing_slips import SLIPS
from helpers.shapes import out_size

EXERCISE = Exercise(
    name="out_size",
    chapter=3,
    goal="Return at how many positions a window fits along an axis of the given size.",
    reference=out_size,
    slipped=slipped,
    working=working,
    parts=(
        Part(
            "stride 1",
            points=1,
            probe=(call(4, 2), call(5, 3, padding=1), call(9, 4, padding=3), call(3, 3)),
            cases=lambda rng: (*drawn(rng), *drawn(rng, "padding")),
        ),
        Part(
            "larger strides",
            points=2,
            probe=(
                call(224, 7, stride=2, padding=3),
                call(11, 4, stride=3),
                call(13, 2, stride=3, padding=1),
                call(20, 5, stride=4, padding=2),
                call(7, 3, stride=5),
            ),
            cases=lambda rng: (*drawn(rng, "stride"), *drawn(rng, "stride", "padding")),
        ),
        Part(
            "dilation",
            points=2,
            probe=(
                call(7, 3, dilation=3),
                call(16, 4, dilation=2, padding=1),
                call(31, 3, stride=2, dilation=4),
                call(40, 5, stride=3, padding=2, dilation=3),
                call(25, 2, stride=4, padding=1, dilation=2),
            ),
            cases=lambda rng: (*drawn(rng, "dilation"), *drawn(rng, "stride", "padding", "dilation")),
        ),
    ),
    slips=SLIPS,
)
