"""Mistakes of who counts the positions of a window by the formula."""

from autograder.exercise import Slip

STRIDES = "03_1_stride_and_sizes#A window that strides"
PADDING = "03_1_stride_and_sizes#Padding makes room"
FLOOR = "03_1_stride_and_sizes#What floor drops"
DILATION = "03_2_borders_and_dilation#Windows with gaps"

DILATION_COUNTS_GAPS = Slip(
    "dilation-counts-gaps",
    decision="span",
    does="You take dilation as the number of cells that are left out: 0 would be contiguous, and 1 is not.",
    why="In this book, as in PyTorch, dilation is the distance between neighbouring cells: 1 is contiguous.",
    code="span = (dilation + 1) * (kernel - 1) + 1",
    section=DILATION,
    seen="In the picture of dilation as holes: a kernel with 1 hole between its cells has dilation 2.",
)

SLIPS = (
    Slip(
        "rounded-up",
        decision="rounding",
        does="You round up where the formula rounds down (ceil for floor).",
        why="A last step that runs over the end is not taken: the window must lie wholly inside. From 224 with "
        "kernel 7, stride 2 and padding 3 comes 112, not 113.",
        code="math.ceil((size + 2 * padding - span) / stride) + 1",
        section=FLOOR,
        seen="In Caffe's pooling layers, and in torch's with `ceil_mode=True`: they do round up.",
    ),
    Slip(
        "rounded-to-nearest",
        decision="rounding",
        does="You round to the nearest whole number.",
        why="If three quarters of a step are left at the end, that is still no step: the formula rounds down.",
        code="round((size + 2 * padding - span) / stride) + 1",
        section=FLOOR,
        seen="Wherever `round` stands for `int`. Python's rounds a half to the even neighbour, so it goes down and up.",
    ),
    Slip(
        "not-rounded",
        decision="rounding",
        does="You divide and do not round.",
        why="A window cannot stand at 112.5 positions. What is left at the end and is shorter than a stride goes "
        "unread, and that is no error.",
        code="(size + 2 * padding - span) / stride + 1",
        section=FLOOR,
        seen="In popular texts that give the formula without the floor, and choose examples that divide evenly.",
    ),
    Slip(
        "one-added-before-dividing",
        decision="rounding",
        does="You add the 1 before you divide.",
        why="The first position takes no step: count the steps first, ⌊room / stride⌋, then add 1. At stride 1 "
        "the two are the same.",
        code="(size + 2 * padding - span + 1) // stride",
        section=STRIDES,
        seen="In n − k + 1, the formula of stride 1, with a stride put beneath it.",
    ),
    Slip(
        "brackets-forgotten",
        decision="rounding",
        does="You divide only the last 1 by the stride, because the brackets are missing.",
        why="`//` binds more strongly than `−`, so `a - 1 // stride` is a − (1 // stride). At stride 1 the two are "
        "the same.",
        code="size + 2 * padding - dilation * (kernel - 1) - 1 // stride + 1",
        section=FLOOR,
        seen="In every fraction that is typed in one line: its bar held the upper part together, `/` does not.",
    ),
    Slip(
        "brackets-forgotten-before-the-span",
        decision="rounding",
        does="You divide only the window's span by the stride, because the brackets are missing.",
        why="`//` binds more strongly than `−`, so `a - span // stride` is a − (span // stride). At stride 1 the two "
        "are the same.",
        code="size + 2 * padding - span // stride + 1",
        section=FLOOR,
        seen="Where a fraction is typed as it is read aloud: “n minus k over s” does not say where its bar begins.",
    ),
    Slip(
        "one-forgotten",
        decision="ones",
        does="You count the steps and leave out the position that the window starts at.",
        why="A window that takes 2 steps stands at 3 positions, as a fence of 2 panels has 3 posts.",
        code="(size + 2 * padding - span) // stride",
        section=STRIDES,
        seen="In every count of posts by counting gaps; it is called the fencepost error.",
    ),
    Slip(
        "range-stops-early",
        decision="ones",  # with the last cell forgotten as well, the count would be right
        does="You lose the last window wherever it ends exactly at the edge.",
        why="A window that ends with the last cell still lies inside: 4 cells hold 3 windows of 2, and you count 2 of "
        "them. Where the stride leaves cells over you do not notice.",
        code="while start + span < size + 2 * padding:",
        section=STRIDES,
        seen="Sliding windows over long signals, cut with `range(0, n - k, s)`: `range` leaves its end out.",
    ),
    Slip(
        "last-cell-forgotten",
        decision="ones",
        does="You measure the window from its first cell to its last and leave that one out.",
        why="The distance between the two is dilation·(kernel − 1); the window spans one cell more than that. So "
        "the formula has another − 1 before it divides.",
        code="(size + 2 * padding - dilation * (kernel - 1)) // stride + 1",
        section=DILATION,
        seen="Where the formula with dilation is put together from (n + 2p − k) / s + 1 by memory: its − 1 is "
        "easily lost.",
    ),
    Slip(
        "padding-on-one-side",
        decision="padding",
        does="You count the padding once.",
        why="Padding stands on both sides, so the axis grows by 2·padding.",
        code="(size + padding - span) // stride + 1",
        section=PADDING,
        seen="In causal convolutions, which pad at the beginning only: there a single count is right.",
    ),
    Slip(
        "padding-ignored",
        decision="padding",
        does="You leave the padding out.",
        why="The padding is room to stand in: 5 cells with a padding of 1 are 7.",
        code="(size - span) // stride + 1",
        section=PADDING,
        seen="Wherever an argument is accepted and then not looked at; its default, 0, never shows it.",
    ),
    Slip(
        "padding-subtracted",
        decision="padding",
        does="You take the padding away where it is to be added.",
        why="Padding makes the axis longer: 5 cells with a padding of 1 are 7, not 3.",
        code="(size - 2 * padding - span) // stride + 1",
        section=PADDING,
        seen="In the formula turned around, from the output back to the input: there it is taken away.",
    ),
    Slip(
        "dilation-ignored",
        decision="span",
        does="You leave the dilation out.",
        why="A kernel of 3 with dilation 2 spans 5 cells, so it fits at two positions fewer.",
        code="(size + 2 * padding - kernel) // stride + 1",
        section=DILATION,
        seen="In popular texts, which print ⌊(n + 2p − k) / s⌋ + 1 as the formula for all convolutions.",
    ),
    Slip(
        "dilation-times-kernel",
        decision="span",
        does="You take the window to span dilation·kernel cells.",
        why="There are gaps *between* its cells, one fewer than cells: it spans dilation·(kernel − 1) + 1. A "
        "kernel of 3 with dilation 2 spans 5, not 6.",
        code="span = dilation * kernel",
        section=DILATION,
        seen="In the saying that dilation 2 doubles the kernel: nearly, and one cell too many.",
    ),
    Slip(
        "kernel-not-less-one",
        decision="ones",
        does="You take dilation·kernel where the formula has dilation·(kernel − 1).",
        why="Yours is a window that is larger by the dilation: with kernel 2 and dilation 1, three cells.",
        code="(size + 2 * padding - dilation * kernel - 1) // stride + 1",
        section=DILATION,
        seen="Where the two − 1 of the formula, one in brackets and one behind them, are taken for the same.",
    ),
    Slip(
        "dilation-added",
        decision="span",
        does="You make the window longer by dilation − 1 once, as if it had one gap only.",
        why="There is a gap between any two neighbours: a kernel of 3 has two, so with dilation 3 it spans 7 "
        "cells, and not 5.",
        code="span = kernel + dilation - 1",
        section=DILATION,
        seen="In formulas that were tried with a kernel of 2, which has one gap.",
    ),
    DILATION_COUNTS_GAPS,
    Slip(
        "size-over-stride",
        decision="formula",
        does="You divide the size by the stride, and leave the kernel, the padding and the dilation aside.",
        why="That holds if the padding is chosen to make it so. Here it is given: 7 cells, a kernel of 3 and "
        "stride 5 give 1.",
        code="math.ceil(size / stride)",
        section=STRIDES,
        seen='In TensorFlow and Keras with padding="same", which choose the padding so that just this comes out.',
    ),
    Slip(
        "size-over-stride-rounded-down",
        decision="formula",
        does="You divide the size by the stride and round down, and leave the kernel, the padding and the dilation "
        "aside.",
        why="224 cells and stride 2 do give 112 in many networks, because their padding is chosen so. Here it is "
        "given: 4 cells hold a window of 2 at 3 places, and not at 4.",
        code="size // stride",
        section=STRIDES,
        seen="In diagrams of networks, where each layer of stride 2 halves the maps: the layers are built to do it.",
    ),
    Slip(
        "skips-s",
        decision="step",
        does="You let the window skip as many positions as the stride says, and so step one further.",
        why="A stride of 2 goes from position 0 to position 2 and skips one. A stride of 1 skips none.",
        code="(size + 2 * padding - span) // (stride + 1) + 1",
        section=STRIDES,
        seen="In popular texts that say a stride of s skips s positions; it advances by s and skips s − 1.",
    ),
    Slip(
        "stride-ignored",
        decision="step",
        does="You leave the stride out.",
        why="With stride 2 the window stands at every second position only, so there are about half as many.",
        code="size + 2 * padding - span + 1",
        section=STRIDES,
        seen="In n − k + 1, the formula of stride 1, which is the first that everybody learns.",
    ),
)
