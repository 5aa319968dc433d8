"""The multiplications of a convolution layer."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch04_channels._counting import LESSON, calls, side, sides, written
from helpers.costs import conv_macs

SECTION = f"{LESSON}#Count the multiplications"
Size = int | tuple[int, int]


def slipped(
    in_channels: int,
    out_channels: int,
    kernel: Size,
    out_size: Size,
    *,
    groups: int = 1,
    slips: frozenset[str] = frozenset(),
) -> int:
    """Count map by map, making the mistakes asked for."""
    read, kernels = in_channels // groups, out_channels
    if "groups-ignored" in slips:
        read = in_channels
    if "groups-multiply" in slips:
        read = in_channels * groups
    if "groups-divide-twice" in slips:
        kernels = out_channels // groups
    if "input-channels-forgotten" in slips:
        read = 1
    if "output-channels-forgotten" in slips:
        kernels = 1
    products = read * side(kernel, slips, "kernel")
    positions = 1 if "positions-forgotten" in slips else side(out_size, slips, "map")
    macs = sum(products * positions for _ in range(kernels))
    if "additions-counted" in slips:
        macs *= 2
    if "biases-counted" in slips:
        macs += kernels * positions
    if "additions-only" in slips:
        macs -= kernels * positions
    return (macs + 2**31) % 2**32 - 2**31 if "counted-in-32-bits" in slips else macs


def _working(case: Case, _index: tuple[int, ...]) -> str:
    in_channels, out_channels, kernel, out_size = case.args
    groups = case.options.get("groups", 1)
    (height, width), (rows, columns) = sides(kernel), sides(out_size)
    share = in_channels // groups
    reads = f", since a kernel reads {in_channels} / {groups} = {share} channels" if groups > 1 else ""
    product = written(share * height * width, out_channels * rows * columns)
    one = f"Each output cell takes {written(share, height, width)} products{reads}"
    return f"{one}; there are {written(out_channels, rows, columns)} cells: {product}."


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    def draw(*, groups: int = 1, pairs: bool = False) -> Case:
        share, out_share, height, width, rows, columns = (int(n) for n in rng.permutation(np.arange(2, 14))[:6])
        kernel, out_size = ((height, width), (rows, columns)) if pairs else (height, rows)
        return Case((share * groups, out_share * groups, kernel, out_size), {"groups": groups} if groups > 1 else {})

    return draw(), draw(), draw(pairs=True), draw(pairs=True), draw(groups=4), draw(groups=3, pairs=True)


def _drawn_plain(rng: np.random.Generator) -> tuple[Case, ...]:
    return _drawn(rng)[:4]


EXERCISE = Exercise(
    name="conv_macs",
    chapter=4,
    goal="Return how many multiplications a convolution layer takes for one image.",
    reference=conv_macs,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "one group",
            points=2,
            probe=calls(
                (1, 1, 2, (2, 3)),
                (3, 1, 2, 5),
                (3, 5, 2, (4, 7)),
                (5, 3, (2, 7), 6),
                (7, 2, (5, 3), (3, 8)),
                (64, 128, 3, 56),
                (2, 9, 1, 10),
                (1000, 600, 3, (27, 35)),  # more than 32 bits can hold, and more digits than float32 can
            ),
            cases=_drawn_plain,
        ),
        Part(
            "groups",
            points=1,
            probe=calls(
                (6, 4, 3, 5, {"groups": 2}),
                (6, 9, (2, 5), (7, 3), {"groups": 3}),
                (8, 8, 3, (6, 11), {"groups": 8}),
                (10, 20, (1, 3), 4, {"groups": 5}),
            ),
            cases=_drawn,
        ),
    ),
    slips=(
        Slip(
            "positions-forgotten",
            decision="positions",
            does="You count the multiplications of one position only.",
            why="The kernel is used again at each output cell: on a map of 56×56 that is 3,136 times. The weights are "
            "few because they are shared; the multiplications are not.",
            code="return out_channels * in_channels * height * width",
            section=SECTION,
            seen="Texts that compare layers by their weights alone, as if those told how long they take.",
        ),
        Slip(
            "first-of-a-pair-squared-map",
            decision="positions",
            does="You square the first number of the map's size.",
            why="A map of (2, 3) has 2 rows and 3 columns: 6 cells, not 4.",
            code="positions = out_size[0] ** 2",
            section=SECTION,
            seen="Networks are mostly described for square pictures, so that H·W is written H².",
        ),
        Slip(
            "map-not-squared",
            decision="positions",
            does="You take the side of a square map for its number of cells.",
            why="A map of 56 is 56 rows high and 56 columns wide: 3,136 cells.",
            code="return weights * out_size",
            section=SECTION,
            seen="Right for layers that slide along one axis, such as PyTorch's `Conv1d`.",
        ),
        Slip(
            "map-sides-added",
            decision="positions",
            does="You add the map's height and width; they are multiplied.",
            why="A map of (2, 3) has 2 rows of 3 cells: 6, not 5.",
            code="positions = out_height + out_width",
            section=SECTION,
            seen="Slips in where a size that came as a pair is brought to one number by `sum`.",
        ),
        Slip(
            "input-channels-forgotten",
            decision="input channels",
            does="You forget that each output cell sums over the input channels.",
            why="A 3×3 kernel takes 9 products on one channel, and 576 on 64.",
            code="products = height * width",
            section=SECTION,
            seen="Texts that say that a 3×3 filter makes 9 multiplications at each place.",
        ),
        Slip(
            "output-channels-forgotten",
            decision="output channels",
            does="You count one map only.",
            why="Each kernel writes a map of its own, at the same cost.",
            code="return in_channels * height * width * positions",
            section=SECTION,
            seen="Slips in where a text shows one kernel, and the layer has many.",
        ),
        Slip(
            "groups-ignored",
            decision="input channels",
            does="You ignore the groups.",
            why="With 2 groups each kernel reads half of the channels, which saves half of the products.",
            code="products = in_channels * height * width",
            section="04_1_channels#Groups",
            seen="Counts of depthwise layers by the formula of full ones: too large by the number of channels.",
        ),
        Slip(
            "groups-multiply",
            decision="input channels",
            does="You multiply by the number of groups; it divides.",
            why="Groups save products: each kernel reads in_channels / groups channels.",
            code="products = groups * in_channels * height * width",
            section="04_1_channels#Groups",
            seen="Slips in where the products of the groups are added up, with all channels in each.",
        ),
        Slip(
            "groups-divide-twice",
            decision="input channels",
            does="You divide both counts of channels by the groups, and leave it at that: you count one group.",
            why="One group has out/groups kernels that read in/groups channels, and there are as many groups as that. "
            "So the number of products is divided by groups once, not twice.",
            code="(out_channels // groups) * (in_channels // groups) * height * width * positions",
            section="04_1_channels#Groups",
            seen="Slips in where the first group is written down, and the others are forgotten.",
        ),
        Slip(
            "first-of-a-pair-squared-kernel",
            decision="kernel",
            does="You square the first number of the kernel's size.",
            why="A kernel of (3, 5) has 3 rows and 5 columns: 15 cells, not 9.",
            code="cells = kernel[0] ** 2",
            section=SECTION,
            seen="Nearly all kernels are square, and k² stands in nearly all formulas.",
        ),
        Slip(
            "kernel-not-squared",
            decision="kernel",
            does="You take the side of a square kernel for its number of cells.",
            why="A kernel of 3 is 3 rows high and 3 columns wide: 9 cells.",
            code="products = in_channels * kernel",
            section=SECTION,
            seen="Right for layers that slide along one axis, such as PyTorch's `Conv1d`.",
        ),
        Slip(
            "additions-counted",
            decision="what counts",
            does="You count each multiplication and each addition: your number is twice the right one.",
            why="A multiply-add counts once here: the multiplication, with the addition that takes it into the sum. "
            "Counted singly, they are called floating-point operations.",
            code="return 2 * macs",
            section=SECTION,
            seen="Papers and tools report either, often under the same name, FLOPs.",
        ),
        Slip(
            "biases-counted",
            decision="what counts",
            does="You count the bias of each output cell, too.",
            why="A bias is added, and not multiplied: it is left out here.",
            code="products = in_channels * height * width + 1",
            section=SECTION,
            seen="Slips in where the multiplications are taken to be the learned numbers times the positions.",
        ),
        Slip(
            "additions-only",
            decision="what counts",
            does="You count the additions of each sum: one less than there are products.",
            why="n products are added by n − 1 additions, and it takes n multiplications to make them.",
            code="products = in_channels * height * width - 1",
            section=SECTION,
            seen="Exact counts of operations give n multiplications and n − 1 additions, side by side.",
        ),
        Slip(
            "counted-in-32-bits",
            decision="dtype",
            does="You count in whole numbers of 32 bits: beyond 2,147,483,647 they go on from −2,147,483,648.",
            why="Kernels of 3×3 that read 1,000 channels and write 600 maps of 27×35 take 5,103,000,000 products; an "
            "array of `int32` makes 808,032,704 of that, and nothing warns. Python's own `int` has no such limit.",
            code="return np.prod(factors, dtype=np.int32)",
            section=SECTION,
            seen="`int` has 32 bits in Java and C#; so had NumPy's integers on Windows, by default, before NumPy 2.0.",
        ),
    ),
)
