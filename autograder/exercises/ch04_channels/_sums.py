"""Mistakes in how a sum is kept: in which numbers, and from where it starts."""

from dataclasses import replace

from autograder.exercise import Slip
from autograder.exercises.ch04_channels._channels import LESSON

FRACTIONS_CUT = Slip(
    "fractions-cut",
    decision="dtype",
    does="Your result has the dtype of the images, so whole numbers in give whole numbers out.",
    why="`np.zeros(…, dtype=x.dtype)` of integer images is an integer array, and that cuts off every fraction you "
    "write into it. A photograph's uint8 holds nothing above 255 or below 0, either.",
    code="y = np.zeros((batch, out_channels, out_height, out_width), dtype=x.dtype)",
    section=f"{LESSON}#Numbers that hold the sum",
    seen="`np.zeros_like`, `np.full_like` and `np.empty_like` all take over the dtype of the array they are given.",
)
WHOLE_NUMBERS_ONLY = Slip(
    "whole-numbers-only",
    decision="dtype",
    does="Your result holds whole numbers only.",
    why="`int` cuts off every fraction, and images, kernels and biases have them. `np.zeros` without a dtype can "
    "hold fractions.",
    code="y = np.zeros((batch, out_channels, out_height, out_width), dtype=int)",
    section=f"{LESSON}#Numbers that hold the sum",
    seen="Slips in where a function is tried on whole numbers, as they are easy to check by hand.",
)
# What is cut before the bias is added is the same with no bias at all: so the two exclude each other.
FRACTIONS_CUT_BEFORE_THE_BIAS = replace(
    FRACTIONS_CUT,
    name="fractions-cut-before-the-bias",
    decision="bias",
    does="You keep the sums in the dtype of the images, so those of whole images are cut before the biases come.",
    why="`np.zeros(…, dtype=x.dtype)` of integer images is an integer array, and a sum of 3.5 becomes 3 in it. "
    "`y + b` is a new array, which may hold fractions; those of the sums are lost by then.",
    code="return y + b[:, None, None]  # of y = np.zeros(…, dtype=x.dtype)",
    seen="A look at `y.dtype` does not find it: biases that are floats make a float array of whole numbers.",
)
WHOLE_NUMBERS_ONLY_BEFORE_THE_BIAS = replace(
    WHOLE_NUMBERS_ONLY,
    name="whole-numbers-only-before-the-bias",
    decision="bias",
    does="You keep the sums as whole numbers, and cut them so before the biases come.",
    why="`int` cuts off every fraction: a sum of 3.5 becomes 3. `y + b` is a new array, which may hold fractions; "
    "those of the sums are lost by then. `np.zeros` without a dtype can hold them.",
    code="return y + b[:, None, None]  # of y = np.zeros(…, dtype=int)",
)
BIASES_CUT = Slip(
    "biases-cut",
    decision="dtype",
    does="Your result has the dtype that images and kernels have in common, so where both are whole it cuts the "
    "biases.",
    why="`np.result_type(x, w)` of two integer arrays is an integer dtype, and a bias of 0.5 becomes 0 in it. The "
    "biases are part of the sum: let them decide as well, or take `np.zeros` without a dtype.",
    code="y = np.zeros((batch, out_channels, out_height, out_width), dtype=np.result_type(x, w))",
    section=f"{LESSON}#Numbers that hold the sum",
    seen="Slips in where a function gets biases later on, and the line that chose the dtype stays as it was.",
)
# Cut at each step, a sum comes out smaller still than cut at its end. The channels are decided in the same line.
FRACTIONS_CUT_AT_EACH_STEP = replace(
    FRACTIONS_CUT,
    name="fractions-cut-at-each-step",
    decision="channels",
    does="You add up in an array of the images' dtype, so whole images cut the sum at each step.",
    code="y[n, o, i, j] += padded[…] * w[o, c, u, v]  # into np.zeros(…, dtype=x.dtype)",
)
WHOLE_NUMBERS_ONLY_AT_EACH_STEP = replace(
    WHOLE_NUMBERS_ONLY,
    name="whole-numbers-only-at-each-step",
    decision="channels",
    does="You add up in an array of whole numbers, which cuts the sum at each step.",
    code="y[n, o, i, j] += padded[…] * w[o, c, u, v]  # into np.zeros(…, dtype=int)",
)
FRACTIONS_CUT_AT_EACH_STEP_BEFORE_THE_BIAS = replace(
    FRACTIONS_CUT_BEFORE_THE_BIAS,
    name="fractions-cut-at-each-step-before-the-bias",
    does="You add up in an array of the images' dtype, which cuts sums of whole images at each step, all but the last: "
    "the bias.",
    code="y[n, o, i, j] += padded[…] * w[o, c, u, v]  # into np.zeros(…, dtype=x.dtype), and then y + b",
)
WHOLE_NUMBERS_ONLY_AT_EACH_STEP_BEFORE_THE_BIAS = replace(
    WHOLE_NUMBERS_ONLY_BEFORE_THE_BIAS,
    name="whole-numbers-only-at-each-step-before-the-bias",
    does="You add up in an array of whole numbers, which cuts the sum at each step, all but the last: the bias.",
    code="y[n, o, i, j] += padded[…] * w[o, c, u, v]  # into np.zeros(…, dtype=int), and then y + b",
)
TOTAL_NOT_RESET = Slip(
    "total-not-reset",
    decision="total",
    does="You carry the sum of one output cell over into the next.",
    why="Each output cell has a sum of its own: the total starts at 0 for each of them, after all four loops over "
    "images, kernels, rows and columns have begun.",
    code="total = 0  # before the loops",
    section=f"{LESSON}#One by one",
    seen="Slips in wherever a loop is put around a sum: the line that starts it has to move inside.",
)
TOTAL_RESET_BY_IMAGE = replace(
    TOTAL_NOT_RESET,
    name="total-reset-by-image",
    does="You carry the sum of one output cell over into the next of the same image.",
    code="total = 0  # in the loop over images, before the one over kernels",
)
TOTAL_RESET_BY_MAP = replace(
    TOTAL_NOT_RESET,
    name="total-reset-by-map",
    does="You carry the sum of one output cell over into the next of the same map.",
    code="total = 0  # in the loop over kernels, before the one over rows",
)
TOTAL_RESET_BY_ROW = replace(
    TOTAL_NOT_RESET,
    name="total-reset-by-row",
    does="You carry the sum of one output cell over into the next of the same row.",
    code="total = 0  # in the loop over rows, before the one over columns",
)
CUT_AT_THE_END = (
    FRACTIONS_CUT,
    FRACTIONS_CUT_BEFORE_THE_BIAS,
    WHOLE_NUMBERS_ONLY,
    WHOLE_NUMBERS_ONLY_BEFORE_THE_BIAS,
    BIASES_CUT,
)
SUMS_KEPT = (
    *CUT_AT_THE_END,
    FRACTIONS_CUT_AT_EACH_STEP,
    FRACTIONS_CUT_AT_EACH_STEP_BEFORE_THE_BIAS,
    WHOLE_NUMBERS_ONLY_AT_EACH_STEP,
    WHOLE_NUMBERS_ONLY_AT_EACH_STEP_BEFORE_THE_BIAS,
    TOTAL_NOT_RESET,
    TOTAL_RESET_BY_IMAGE,
    TOTAL_RESET_BY_MAP,
    TOTAL_RESET_BY_ROW,
)
