"""Wrong functions as learners write them: in their own words, and not by the switches of an exercise."""

from tests.autograder.mistakes import (  # noqa: F401 - each puts its functions down in WRONG
    compose,
    conv2d_true,
    conv_as_matrix,
    edge_kernel,
    xcorr1d,
    xcorr1d_twice,
    xcorr2d_sums,
    xcorr2d_twice,
    xcorr2d_windows,
)
from tests.autograder.mistakes.makes import WRONG

__all__ = ["WRONG"]
