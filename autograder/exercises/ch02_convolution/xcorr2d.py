"""The sliding dot product over an image."""

from dataclasses import replace

from autograder.exercise import Exercise, Part, Slip
from autograder.exercises.ch02_convolution import _sliding as sliding
from helpers.convolution import xcorr2d

EXERCISE = Exercise(
    name="xcorr2d",
    chapter=2,
    goal="Slide the kernel k over the image x without turning it, and return the sum of products of each window.",
    reference=xcorr2d,
    slipped=sliding.slipped,
    working=sliding.working,
    parts=(
        Part("the running example", points=1, probe=sliding.RUNNING_EXAMPLE),
        Part("images and kernels of any shape", points=2, probe=sliding.SHAPES, cases=sliding.drawn),
        Part("fractions", points=1, probe=sliding.FRACTIONS, cases=sliding.drawn_fractions),
    ),
    slips=(
        Slip(
            "kernel-flipped",
            decision="orientation",
            does="You turned the kernel by 180° before sliding it.",
            why="That is true convolution. This exercise asks for cross-correlation, which leaves the kernel as it is. "
            "K cannot show the difference, because it is its own turn; K₂ can.",
            code="np.sum(window * k[::-1, ::-1])",
            section=f"{sliding.LESSON}#What K hides",
            seen="`scipy.signal.convolve2d` and `scipy.ndimage.convolve` turn the kernel; a network's “convolution” "
            "does not.",
        ),
        Slip(
            "kernel-upside-down",
            decision="orientation",
            does="You turned the kernel upside down.",
            why="Neither cross-correlation nor convolution does that: the first turns nothing, the second both axes.",
            code="np.sum(window * k[::-1])",
            section=f"{sliding.LESSON}#What K hides",
            seen="Pictures are drawn with the y axis upwards in mathematics, and with row 0 on top in arrays.",
        ),
        Slip(
            "kernel-mirrored",
            decision="orientation",
            does="You mirrored the kernel from left to right.",
            why="Neither cross-correlation nor convolution does that: the first turns nothing, the second both axes.",
            code="np.sum(window * k[:, ::-1])",
            section=f"{sliding.LESSON}#What K hides",
            seen="`k[:, ::-1]` is what is left of the turn when the flip of a 1-D signal is carried over to images.",
        ),
        Slip(
            "kernel-transposed",
            decision="orientation",
            does="You swapped the kernel's rows and columns.",
            why="A kernel that looks for horizontal edges then looks for vertical ones. "
            "K cannot show it, because it is its own transpose; K₂ can.",
            code="k = k.T",
            section=f"{sliding.LESSON}#What K hides",
            seen="Weights that travel between frameworks: some store the width before the height.",
        ),
        Slip(
            "rows-and-columns-swapped",
            decision="indices",
            does="You take the window at row j, column i, for the output cell [i, j].",
            why="On a square image that is a mirror image of the answer; on any other, windows run over the edge.",
            code="window = x[j : j + height, i : i + width]",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="Points are written (x, y), and arrays are read [row, column], which is [y, x].",
        ),
        Slip(
            "indices-subtracted",
            decision="indices",
            does="You step back from cell [i, j]: x[i − u, j − v] in place of x[i + u, j + v].",
            why="The window of y[i, j] begins at cell [i, j]. Before the first row Python counts from the end, so the "
            "far edges of the image get in, and no error tells it.",
            code="x[i - u, j - v] * k[u, v]",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="Textbooks write convolution with minus signs, of an image that is 0 wherever it has no cell.",
        ),
        Slip(
            "output-transposed",
            decision="indices",
            does="Your result has its rows and columns swapped.",
            why="Row i of the output belongs to the windows whose top edge is row i of the image.",
            code="y[j, i] = total",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="Picture libraries say (width, height), as Pillow's `Image.size` does; arrays say (height, width).",
        ),
        sliding.LAST_WINDOW_MISSED,
        sliding.LAST_WINDOW_LEFT_EMPTY,
        sliding.ZERO_PADDED,
        sliding.SAME_SIZE,
        replace(
            sliding.SAME_SIZE,
            name="same-size-as-scipy",
            code="return scipy.signal.correlate2d(x, k, mode='same')",
            seen="`scipy.signal.correlate2d(…, mode='same')`, and PyTorch's `padding='same'`: of an even kernel, the "
            "longer half hangs over the far edge.",
        ),
        sliding.EVERY_OVERLAP,
        Slip(
            "matrix-product",
            decision="product",
            does="You multiply window and kernel as matrices.",
            why="Here each cell meets the kernel's cell in the same place: `*`, not `@`. "
            "A matrix product pairs rows with columns.",
            code="np.sum(window @ k)",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="In MATLAB `*` is the matrix product and `.*` the product cell by cell; in NumPy they are `@` and "
            "`*`.",
        ),
        Slip(
            "kernel-ignored",
            decision="product",
            does="You add up the windows without multiplying by the kernel.",
            why="The kernel says how much each cell counts. Without it every kernel gives the same answer.",
            code="np.sum(window)",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="A box blur, up to its factor, is all that a kernel of ones can do.",
        ),
        Slip(
            "last-row-and-column-missed",
            decision="products summed",
            does="You leave out the kernel's last row and last column.",
            why="A kernel of height h has rows 0 to h − 1; `range(h - 1)` already stops at h − 2.",
            code="for u in range(k.shape[0] - 1):",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="The same count by gaps as with windows, one loop further in.",
        ),
        sliding.MEAN_FOR_SUM,
        Slip(
            "only-the-last-product",
            decision="sum",
            does="Only the last product of each window is left of the sum.",
            why="The products before it are forgotten if `=` stands in the inner loop for `+=`, or if the total starts "
            "at 0 again there.",
            code="y[i, j] = x[i + u, j + v] * k[u, v]  # in the loop over v",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="In loops that were written with one assignment and meant as a sum: no error tells it.",
        ),
        Slip(
            "only-the-last-kernel-row",
            decision="products summed",
            does="Only the kernel's last row is left of each sum.",
            why="The total starts at 0 again with each row of the kernel; it must do so once for each output cell.",
            code="total = 0  # in the loop over u",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="In four nested loops, where `total = 0` has three lines to stand on, and two are wrong.",
        ),
        Slip(
            "total-not-reset",
            decision="total",
            does="You carry the sum of one window over into the next.",
            why="Each window is added up on its own: the total starts at 0 for each output cell.",
            code="total = 0  # before the loops over i and j",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="In loops that were first written for a single window, and then wrapped into others.",
        ),
        Slip(
            "total-reset-by-row",
            decision="total",
            does="You carry the sum of one window over into the next of the same row.",
            why="Each window is added up on its own: the total starts at 0 for each output cell.",
            code="total = 0  # in the loop over i, before the one over j",
            section=f"{sliding.LESSON}#One cell at a time",
            seen="In loops that were first written for one row of windows, and then wrapped into another.",
        ),
        sliding.FRACTIONS_CUT,
        sliding.WHOLE_NUMBERS_ONLY,
        sliding.FRACTIONS_CUT_AT_EACH_STEP,
        sliding.WHOLE_NUMBERS_ONLY_AT_EACH_STEP,
    ),
)
