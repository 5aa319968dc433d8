"""What is left of a layer's cost if it is taken apart into a depthwise and a 1×1 layer."""

from fractions import Fraction

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch04_channels._counting import LESSON, calls, side, sides
from helpers.costs import separable_ratio

SECTION = f"{LESSON}#Two thin layers for one"
Size = int | tuple[int, int]


def slipped(
    in_channels: int, out_channels: int, kernel: Size, *, slips: frozenset[str] = frozenset()
) -> Fraction | float:
    """Divide the two layers' products at one position by those of the one, making the mistakes asked for."""
    cells = side(kernel, slips, "kernel")
    depthwise, pointwise = in_channels * cells, in_channels * out_channels
    if "first-layer-full" in slips:
        depthwise = in_channels * in_channels * cells
    if "first-layer-for-each-output" in slips:
        depthwise = out_channels * cells
    if "kernel-in-both-layers" in slips:
        pointwise *= cells
    if "biases-counted" in slips:
        depthwise, pointwise = depthwise + in_channels, pointwise + out_channels
    full = in_channels * out_channels * cells + (out_channels if "biases-counted" in slips else 0)
    return _divided(depthwise, pointwise, full, slips)


def _divided(depthwise: int, pointwise: int, full: int, slips: frozenset[str]) -> Fraction | float:
    if "pointwise-forgotten" in slips:
        pointwise = 0
    if "only-the-pointwise" in slips:
        depthwise = 0
    together = depthwise * pointwise if "layers-multiplied" in slips else depthwise + pointwise
    if "fraction-of-a-quotient" in slips:
        return Fraction(together / full)
    if "fraction-of-a-float" in slips:
        return Fraction(depthwise / full + pointwise / full)
    if "upside-down" in slips:
        return Fraction(full, together)
    ratio = Fraction(together, full)
    return 1 - ratio if "what-is-saved" in slips else ratio


def _working(case: Case, _index: tuple[int, ...]) -> str:
    in_channels, out_channels, kernel = case.args
    height, width = sides(kernel)
    depthwise, pointwise = in_channels * height * width, in_channels * out_channels
    full = depthwise * out_channels
    return (
        "At each position the depthwise layer takes "
        f"{in_channels}·{height}·{width} = {depthwise:,} products, the 1×1 layer {in_channels}·{out_channels} = "
        f"{pointwise:,}, and the full one {in_channels}·{out_channels}·{height}·{width} = {full:,}: "
        f"({depthwise:,} + {pointwise:,}) / {full:,} = {Fraction(depthwise + pointwise, full)}."
    )


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    channels, sizes = rng.permutation(np.arange(5, 60))[:8].reshape(4, 2), rng.permutation(np.arange(2, 12))[:8]
    squares = [Case((*map(int, channels[i]), int(sizes[i]))) for i in range(2)]
    pairs = [Case((*map(int, channels[i]), (int(sizes[2 * i]), int(sizes[2 * i + 1])))) for i in (2, 3)]
    return (*squares, *pairs)


def _drawn_squares(rng: np.random.Generator) -> tuple[Case, ...]:
    return _drawn(rng)[:2]


EXERCISE = Exercise(
    name="separable_ratio",
    chapter=4,
    goal="Return, as an exact fraction, what a depthwise and a 1×1 layer cost together, measured by the full layer.",
    reference=separable_ratio,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "square kernels",
            points=2,
            probe=calls((2, 3, 2), (16, 16, 3), (64, 128, 3), (7, 5, 3), (3, 11, 4), (5, 1, 7)),
            cases=_drawn_squares,
        ),
        Part(
            "kernels of any shape",
            points=1,
            probe=calls((4, 6, (2, 5)), (9, 10, (7, 3)), (3, 8, (1, 5)), (1, 1999, (31, 17))),
            cases=_drawn,
        ),
    ),
    slips=(
        Slip(
            "upside-down",
            decision="quotient",
            does="Your fraction stands upside down: it tells how many times cheaper the two layers are.",
            why="What is asked for is what is left of the cost, and so, as a rule, less than 1: two layers over one.",
            code="Fraction(full, depthwise + pointwise)",
            section=SECTION,
            seen="Savings are mostly told so: “about eight times cheaper”.",
        ),
        Slip(
            "what-is-saved",
            decision="quotient",
            does="You return the share that is saved; asked for is the share that is left.",
            why="For 16 → 16 channels and a 3×3 kernel 25/144 is left, and 119/144 is saved.",
            code="1 - Fraction(depthwise + pointwise, full)",
            section=SECTION,
            seen="“Saves 83 per cent” and “costs 17 per cent” tell the same.",
        ),
        Slip(
            "pointwise-forgotten",
            decision="layers",
            does="You forget the 1×1 layer: your answer is 1/out_channels.",
            why="The depthwise layer alone never mixes channels. The 1×1 layer does that, and has most of the cost.",
            code="Fraction(depthwise, full)",
            section=SECTION,
            seen="Slips in where “depthwise” and “depthwise separable” are taken for the same.",
        ),
        Slip(
            "only-the-pointwise",
            decision="layers",
            does="You leave out the depthwise layer: your answer is one over the kernel's number of cells.",
            why="The saving gets close to k² only with very many output channels: the ratio is 1/out_channels + 1/k².",
            code="Fraction(1, kernel**2)",
            section=SECTION,
            seen="Texts that say that a depthwise separable convolution saves a factor of k².",
        ),
        Slip(
            "layers-multiplied",
            decision="layers",
            does="You multiply the costs of the two layers; they are added.",
            why="One layer runs after the other, so the second is paid for on top of the first.",
            code="Fraction(depthwise * pointwise, full)",
            section=SECTION,
            seen="The sizes of two factors multiply where their product is meant; what it takes to apply them adds up.",
        ),
        Slip(
            "first-layer-full",
            decision="first layer",
            does="Your first layer is a full one: each of its kernels reads all channels.",
            why="Depthwise means that each kernel reads one channel: in_channels groups.",
            code="depthwise = in_channels * in_channels * height * width",
            section=SECTION,
            seen="PyTorch's `Conv2d(c, c, 3)` is a full layer; `groups=c` makes it depthwise.",
        ),
        Slip(
            "first-layer-for-each-output",
            decision="first layer",
            does="Your depthwise layer has a kernel for each *output* channel: your answer is 1/in_channels + 1/k².",
            why="It runs before the channels are mixed, so it has a kernel for each input channel, and the 1×1 layer "
            "makes the output channels.",
            code="depthwise = out_channels * height * width",
            section=SECTION,
            seen="Right for the other order, 1×1 first and depthwise after it.",
        ),
        Slip(
            "kernel-in-both-layers",
            decision="layers",
            does="Your second layer has the large kernel, too; it is 1×1.",
            why="A kernel of one cell mixes the channels, which is all it is for: in_channels·out_channels products.",
            code="pointwise = in_channels * out_channels * height * width",
            section=SECTION,
            seen="Two convolutions in a row are mostly of one size, as in VGG's blocks.",
        ),
        Slip(
            "biases-counted",
            decision="biases",
            does="You count the biases, too.",
            why="A bias is no multiplication; without it the ratio is 1/out_channels + 1/k², whatever the input.",
            code="depthwise = in_channels * (height * width + 1)",
            section=SECTION,
            seen="Ratios of parameters, read off a library's summary of a model, have the biases in them.",
        ),
        Slip(
            "kernel-not-squared",
            decision="kernel",
            does="You take the side of a square kernel for its number of cells.",
            why="A kernel of 3 has 3 rows and 3 columns: 9 cells.",
            code="Fraction(1, out_channels) + Fraction(1, kernel)",
            section=SECTION,
            seen="Right for layers that slide along one axis, such as those for sound and text.",
        ),
        Slip(
            "first-of-a-pair-squared-kernel",
            decision="kernel",
            does="You square the first number of the kernel's size.",
            why="A kernel of (2, 5) has 2 rows and 5 columns: 10 cells, not 4.",
            code="cells = kernel[0] ** 2",
            section=SECTION,
            seen="Nearly all kernels are square, and k² stands in nearly all formulas.",
        ),
        Slip(
            "fraction-of-a-float",
            decision="quotient",
            does="You make the fraction out of a float, which is rounded already.",
            why="1/9 has no end in binary, so a float only comes close to it, and `Fraction` believes every digit. "
            "Give it whole numbers: `Fraction(1, 9)`, not `Fraction(1 / 9)`.",
            code="Fraction(1 / out_channels + 1 / kernel**2)",
            section=SECTION,
            seen="`Fraction(0.1)` is not `Fraction(1, 10)`, in Python's own manual, too.",
        ),
        Slip(
            "fraction-of-a-quotient",
            decision="quotient",
            does="You make the fraction out of a quotient of floats, which is rounded already.",
            why="25 / 144 has no end in binary, so a float only comes close, and `Fraction` believes every digit. "
            "Give it both whole numbers: `Fraction(25, 144)`, not `Fraction(25 / 144)`.",
            code="Fraction((depthwise + pointwise) / full)",
            section=SECTION,
            seen="`Fraction(0.1)` is not `Fraction(1, 10)`, in Python's own manual, too.",
        ),
    ),
)
