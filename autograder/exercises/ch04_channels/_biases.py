"""Mistakes in counting a layer's biases."""

from autograder.exercise import Slip
from autograder.exercises.ch04_channels._counting import LESSON

SECTION = f"{LESSON}#Count the weights"
BIASES = (
    Slip(
        "bias-forgotten",
        decision="bias",
        does="You never count the biases.",
        why="With `bias=True`, which is the default, each kernel has one number more.",
        code="return weights",
        section=SECTION,
        seen="Tables of well-known networks differ by just that: some count weights, some all that is learned.",
    ),
    Slip(
        "bias-always-counted",
        decision="bias",
        does="You count the biases even with `bias=False`.",
        why="A layer without biases learns its weights alone.",
        code="return weights + out_channels",
        section=SECTION,
        seen="Networks with batch norm switch the biases off, so that a count that adds them comes out too large.",
    ),
    Slip(
        "one-bias-for-all",
        decision="bias",
        does="You count one bias for the whole layer.",
        why="There is one for each kernel, and so one for each output channel: with 64 kernels, 64.",
        code="return weights + 1",
        section=SECTION,
        seen="The formula k·k·C + 1 is right for one kernel; it has to be multiplied by their number afterwards.",
    ),
    Slip(
        "bias-for-each-input-channel",
        decision="bias",
        does="You count a bias for each input channel.",
        why="The bias is added to a sum, when the channels are already in it: one for each *output* channel.",
        code="return weights + in_channels",
        section=SECTION,
        seen="Slips in where both counts are called `channels`, as in layers that keep their number.",
    ),
    Slip(
        "bias-for-each-slice",
        decision="bias",
        does="You count a bias for each slice of each kernel.",
        why="A kernel's slices make one sum, and that sum gets one bias.",
        code="return out_channels * in_channels * (height * width + 1)",
        section=SECTION,
        seen="What a layer would have if it were put together from convolutions of one channel each.",
    ),
    Slip(
        "bias-for-each-cell",
        decision="bias",
        does="You count a bias for each cell of the kernel.",
        why="The bias is added once to the whole sum, not to each product.",
        code="return out_channels * height * width * (in_channels + 1)",
        section=SECTION,
        seen="A bracket in the wrong place: k·k·(C + 1) for k·k·C + 1.",
    ),
    Slip(
        "nothing-without-biases",
        decision="bias",
        does="With `bias=False` you return 0.",
        why="Python reads `weights + out_channels if bias else 0` as `(weights + out_channels) if bias else 0`. "
        "Put brackets around `(out_channels if bias else 0)`.",
        code="return weights + out_channels if bias else 0",
        section=SECTION,
        seen="In the table of precedence of Python's manual only `lambda` and `:=` bind less tightly than `if … else`.",
    ),
    Slip(
        "biases-divided-by-groups",
        decision="bias",
        does="You divide the biases by the number of groups, as you do the weights.",
        why="Groups save weights, since a kernel then reads fewer channels. There are as many kernels as before, and "
        "each keeps its bias.",
        code="return (out_channels * in_channels * height * width + out_channels) // groups",
        section="04_1_channels#Groups",
        seen="Slips in where the whole count of a full layer is divided at the end, “groups times fewer parameters”.",
    ),
)
