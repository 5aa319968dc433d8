"""Mistakes in how many windows there are, in what is added up, and in which numbers."""

from autograder.exercise import Slip

STRIDE = "03_1_stride_and_sizes#A window that strides"

SUMS = (
    Slip(
        "kernel-flipped",
        decision="orientation",
        does="You turned the kernel by 180° before sliding it.",
        why="That is true convolution. This exercise asks for cross-correlation, which leaves the kernel as it is.",
        code="np.sum(window * k[::-1, ::-1])",
        section="02_2_two_dimensions#What K hides",
        seen="In scipy.signal.convolve2d, which turns the kernel; torch's conv2d does not.",
    ),
    Slip(
        "kernel-transposed",
        decision="orientation",
        does="You swapped the kernel's rows and columns.",
        why="A kernel that looks for horizontal edges then looks for vertical ones.",
        code="k = k.T",
        section="02_2_two_dimensions#What K hides",
        seen="In kernels that are copied from tools which store matrices column by column, as MATLAB does.",
    ),
    Slip(
        "output-transposed",
        decision="indices",
        does="Your result has its rows and columns swapped.",
        why="Row i of the output belongs to the windows whose top edge is row i·stride of the padded image.",
        code="y[j, i] = total",
        section="02_2_two_dimensions#One cell at a time",
        seen="Where results are collected column by column, or where x and y are used for column and row.",
    ),
    Slip(
        "last-window-missed",
        decision="extent",
        does="You stop one window too early along both axes.",
        why="The number of positions is ⌊room / stride⌋ + 1: the first window takes no step, and counts.",
        code="out_height = (padded.shape[0] - span_height) // stride",
        section=STRIDE,
        seen="In every count of posts by counting gaps; it is called the fencepost error.",
    ),
    Slip(
        "range-stops-early",
        decision="extent",
        does="You lose the last window wherever it ends exactly at the edge.",
        why="`range` leaves its end out, so the last start, size − span, is never reached; the end must be one more. "
        "Where the stride leaves cells over you do not notice.",
        code="for top in range(0, padded.shape[0] - span_height, stride_height):",
        section=STRIDE,
        seen="Sliding windows over signals and large images, cut with `range(0, n - k, s)`.",
    ),
    Slip(
        "only-the-last-product",
        decision="sum",
        does="You write each product over the one before it, so that only the last is left.",
        why="All products of a window are added up: `+=`, and not `=`.",
        code="y[i, j] = padded[top + u, left + v] * k[u, v]  # in the innermost loop",
        section="02_2_two_dimensions#One cell at a time",
        seen="In every loop that is to collect something and assigns instead.",
    ),
    Slip(
        "fractions-cut-at-each-step",
        decision="sum",
        does="You add up in an array of the image's dtype, so a whole image cuts the sum at each step.",
        why="`np.zeros(..., dtype=x.dtype)` of an integer image is an integer array. Cut after each product, a sum "
        "loses more than its fraction: 0.75 + 0.75 gives 0.",
        code="y[i, j] += padded[top + u, left + v] * k[u, v]  # into np.zeros(..., dtype=x.dtype)",
        section="02_1_one_dimension#Numbers that fit",
        seen="With np.zeros_like and pictures from files, which are uint8.",
    ),
    Slip(
        "whole-numbers-only-at-each-step",
        decision="sum",
        does="You add up in an array of whole numbers, which cuts the sum at each step.",
        why="Cut after each product, a sum loses more than its fraction: 0.75 + 0.75 gives 0. `np.zeros` without a "
        "dtype can hold fractions.",
        code="y[i, j] += padded[top + u, left + v] * k[u, v]  # into np.zeros(..., dtype=int)",
        section="02_1_one_dimension#Numbers that fit",
        seen="In code that was tried out on small examples of whole numbers, such as the one of this book.",
    ),
    Slip(
        "mean-for-sum",
        decision="sum",
        does="You divide by the number of cells: a mean instead of a sum.",
        why="A kernel that wants a mean, such as a blur, has the division in its own numbers.",
        code="np.mean(window * k)",
        section="02_2_two_dimensions#One cell at a time",
        seen="In average pooling, the layer that strides in the same way and does take a mean.",
    ),
    Slip(
        "fractions-cut",
        decision="dtype",
        does="Your result has the dtype of the image, so whole numbers in give whole numbers out.",
        why="`np.zeros(..., dtype=x.dtype)` of an integer image is an integer array, and that cuts off every "
        "fraction you write into it.",
        code="y = np.zeros((out_height, out_width), dtype=x.dtype)",
        section="02_1_one_dimension#Numbers that fit",
        seen="With np.zeros_like and pictures from files, which are uint8.",
    ),
    Slip(
        "whole-numbers-only",
        decision="dtype",
        does="Your result holds whole numbers only.",
        why="`int` cuts off every fraction, and images and kernels have them.",
        code="y = np.zeros((out_height, out_width), dtype=int)",
        section="02_1_one_dimension#Numbers that fit",
        seen="In code that was tried out on small examples of whole numbers, such as the one of this book.",
    ),
)
