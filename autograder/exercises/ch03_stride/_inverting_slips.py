"""Mistakes of who goes from the size of the output back to the input."""

from autograder.exercise import Slip
from autograder.exercises.ch03_stride._sizing_slips import DILATION_COUNTS_GAPS

BACK = "03_1_stride_and_sizes#The formula backwards"
FLOOR = "03_1_stride_and_sizes#What floor drops"
DILATION = "03_2_borders_and_dilation#Windows with gaps"

SLIPS = (
    Slip(
        "smallest-for-both",
        decision="ends",
        does="You return the smallest input twice, as if there were only one.",
        why="The floor drops up to stride − 1 cells at the end, so that many larger inputs give the same output: "
        "223 and 224 both come to 112.",
        code="n = (out_size - 1) * stride + span - 2 * padding; return n, n",
        section=FLOOR,
        seen="In transposed convolution, which must choose one size: torch takes the smallest unless "
        "`output_padding` says more.",
    ),
    Slip(
        "largest-for-both",
        decision="ends",
        does="You return the largest input twice, as if there were only one.",
        why="Down to stride − 1 cells fewer there is room for the same number of positions.",
        code="n = out_size * stride + span - 1 - 2 * padding; return n, n",
        section=FLOOR,
        seen="Where an image is to be used up without a rest and only its upper limit is of interest.",
    ),
    Slip(
        "one-too-far",
        decision="ends",
        does="Your largest input is one cell too large: the window fits once more into it.",
        why="`stride` cells more are a whole step. One fewer, stride − 1, are what the floor drops.",
        code="largest = smallest + stride",
        section=FLOOR,
        seen="With ranges as Python writes them, whose end is no longer part of them.",
    ),
    Slip(
        "range-below",
        decision="steps",  # a step too many and the range below it come to bounds-turned
        does="Your range lies below the smallest input, and it belongs above.",
        why="With fewer cells than the last window needs there is one position fewer. Cells too many do no harm.",
        code="return n - (stride - 1), n",
        section=FLOOR,
        seen="With the ceiling in place of the floor, as in pooling layers that round up: there it lies below.",
    ),
    Slip(
        "bounds-turned",
        decision="ends",
        does="Both your sizes are one too large: you leave the lower bound out, and take the upper one in.",
        why="The floor says (out_size − 1)·stride ≤ n + 2·padding − span < out_size·stride: equality belongs to the "
        "lower bound.",
        code="return bound + 1, bound + stride  # bound = (out_size - 1) * stride + span - 2 * padding",
        section=FLOOR,
        seen="Wherever a floor is written as two inequalities: ⌊a⌋ = m means m ≤ a < m + 1, and for a ceiling it is "
        "the other way round.",
    ),
    Slip(
        "order-swapped",
        decision="ends",
        does="You return the largest first.",
        why="The order that is asked for is (smallest, largest).",
        code="return largest, smallest",
        section=BACK,
        seen="With every function that returns two plain numbers.",
    ),
    Slip(
        "one-step-too-many",
        decision="steps",
        does="You take a step for every position, and the first needs none.",
        why="3 positions are 2 steps apart. Going back, the + 1 of the formula has to go first: (out_size − 1)·stride.",
        code="smallest = out_size * stride + span - 2 * padding",
        section=BACK,
        seen="In every count of gaps by counting posts; it is called the fencepost error.",
    ),
    Slip(
        "brackets-forgotten",
        decision="steps",
        does="You multiply only the 1 by the stride, because the brackets are missing.",
        why="`*` binds more strongly than `−`, so `out_size - 1 * stride` is out_size − stride. At stride 1 the two "
        "are the same.",
        code="smallest = out_size - 1 * stride + span - 2 * padding",
        section=BACK,
        seen="Where a formula is typed as it is read aloud: “m minus 1 times s” does not say what is multiplied.",
    ),
    Slip(
        "last-cell-forgotten",
        decision="ones",
        does="You measure the window from its first cell to its last and leave that one out.",
        why="The distance between the two is dilation·(kernel − 1); the window spans one cell more than that.",
        code="smallest = (out_size - 1) * stride + dilation * (kernel - 1) - 2 * padding",
        section=BACK,
        seen="Where the formula is turned around by hand: its − 1 comes back as + 1, and is easily lost.",
    ),
    Slip(
        "padding-added",
        decision="padding",
        does="You add the padding where it is to be taken away.",
        why="Padding makes room, so with it a *smaller* input will do.",
        code="smallest = (out_size - 1) * stride + span + 2 * padding",
        section=BACK,
        seen="Where a formula is solved for another letter, and a term changes sides without its sign.",
    ),
    Slip(
        "padding-on-one-side",
        decision="padding",
        does="You count the padding once.",
        why="Padding stands on both sides, so it saves 2·padding cells.",
        code="smallest = (out_size - 1) * stride + span - padding",
        section=BACK,
        seen="In causal convolutions, which pad at the beginning only: there a single count is right.",
    ),
    Slip(
        "padding-ignored",
        decision="padding",
        does="You leave the padding out.",
        why="What you compute is the size with its padding. The input itself is smaller by 2·padding.",
        code="smallest = (out_size - 1) * stride + span",
        section=BACK,
        seen="Wherever an argument is accepted and then not looked at; its default, 0, never shows it.",
    ),
    Slip(
        "window-forgotten",
        decision="span",
        does="You count the steps, and not the window that is left standing at the last of them.",
        why="From the last position on, the window still reads its whole span.",
        code="smallest = (out_size - 1) * stride - 2 * padding",
        section=BACK,
        seen="In the rule of thumb that an input is as large as the output times the stride: for large maps nearly.",
    ),
    Slip(
        "dilation-ignored",
        decision="span",
        does="You leave the dilation out.",
        why="A kernel of 3 with dilation 2 spans 5 cells, so the input has to be 2 cells larger.",
        code="span = kernel",
        section=DILATION,
        seen="In popular texts, which print the size formula without dilation; turned around, it still has none.",
    ),
    Slip(
        "dilation-times-kernel",
        decision="span",
        does="You take the window to span dilation·kernel cells.",
        why="There are gaps *between* its cells, one fewer than cells: it spans dilation·(kernel − 1) + 1.",
        code="span = dilation * kernel",
        section=DILATION,
        seen="In the saying that dilation 2 doubles the kernel: nearly, and one cell too many.",
    ),
    DILATION_COUNTS_GAPS,
    Slip(
        "stride-ignored",
        decision="step",
        does="You leave the stride out.",
        why="Between two positions lie `stride` cells: 112 of them at stride 2 span twice as much.",
        code="smallest = out_size - 1 + span - 2 * padding",
        section=BACK,
        seen="In n = m + k − 1, the way back at stride 1, which is the first that everybody learns.",
    ),
    Slip(
        "skips-s",
        decision="step",
        does="You let the window skip as many positions as the stride says, and so step one further.",
        why="A stride of 2 goes from position 0 to position 2 and skips one. A stride of 1 skips none.",
        code="smallest = (out_size - 1) * (stride + 1) + span - 2 * padding",
        section="03_1_stride_and_sizes#A window that strides",
        seen="In popular texts that say a stride of s skips s positions; it advances by s and skips s − 1.",
    ),
)
