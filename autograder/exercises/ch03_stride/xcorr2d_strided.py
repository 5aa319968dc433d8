"""The sliding dot product with stride, padding and dilation."""

from autograder.exercise import Exercise, Part
from autograder.exercises.ch03_stride import _striding as striding
from autograder.exercises.ch03_stride._strided_slips import PLACES
from autograder.exercises.ch03_stride._strided_sums import SUMS
from helpers.strided import xcorr2d_strided

EXERCISE = Exercise(
    name="xcorr2d_strided",
    chapter=3,
    goal="Slide the kernel k over the image x without turning it, with a stride, a padding of zeros and a dilation.",
    reference=xcorr2d_strided,
    slipped=striding.slipped,
    working=striding.working,
    shapes=striding.shapes,
    parts=(
        Part("strides", points=2, probe=striding.STRIDES, cases=striding.drawn_strides),
        Part("paddings", points=1, probe=striding.PADDINGS, cases=striding.drawn_paddings),
        Part("dilations", points=1, probe=striding.DILATIONS, cases=striding.drawn_dilations),
        Part("one number for each axis", points=2, probe=striding.PAIRS, cases=striding.drawn_pairs),
    ),
    slips=(*PLACES, *SUMS),
)
