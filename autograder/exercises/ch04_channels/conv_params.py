"""The numbers that a convolution layer learns."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.exercises.ch04_channels._biases import BIASES, SECTION
from autograder.exercises.ch04_channels._counting import calls, side, sides, written
from autograder.show import number
from helpers.costs import conv_params


def slipped(
    in_channels: int,
    out_channels: int,
    kernel: int | tuple[int, int],
    *,
    groups: int = 1,
    bias: bool = True,
    slips: frozenset[str] = frozenset(),
) -> int:
    """Count kernel by kernel, making the mistakes asked for."""
    cells = side(kernel, slips, "kernel")
    read = 1 if "input-channels-forgotten" in slips else in_channels
    kernels = 1 if "output-channels-forgotten" in slips else out_channels
    if not slips & {"groups-ignored", "groups-multiply", "input-channels-forgotten"}:
        read //= groups
    if "groups-multiply" in slips:
        read *= groups
    if "groups-divide-twice" in slips:
        kernels = max(1, kernels // groups)
    if "nothing-without-biases" in slips and not bias:
        return 0
    weights = sum(read * cells for _ in range(kernels))
    return weights + _biases(in_channels, out_channels, kernel, groups, bias, slips)


def _biases(
    in_channels: int, out_channels: int, kernel: int | tuple[int, int], groups: int, bias: bool, slips: frozenset[str]
) -> int:
    if "bias-forgotten" in slips or (not bias and "bias-always-counted" not in slips):
        return 0
    height, width = sides(kernel)
    counts = {
        "one-bias-for-all": 1,
        "bias-for-each-input-channel": in_channels,
        "bias-for-each-slice": out_channels * in_channels // groups,
        "bias-for-each-cell": out_channels * height * width,
        "biases-divided-by-groups": out_channels // groups,
    }
    return next((count for name, count in counts.items() if name in slips), out_channels)


def _working(case: Case, _index: tuple[int, ...]) -> str:
    in_channels, out_channels, kernel = case.args
    groups, bias = case.options.get("groups", 1), case.options.get("bias", True)
    height, width = sides(kernel)
    share = in_channels // groups
    one = f"Each kernel has {written(share, height, width)} weights"
    reads = f", since it reads {in_channels} / {groups} = {share} channels" if groups > 1 else ""
    weights = written(out_channels, share * height * width)
    if not bias:
        return f"{one}{reads}; there are {out_channels}: {weights}. There are no biases."
    total = number(out_channels * share * height * width + out_channels)
    return f"{one}{reads}; there are {out_channels}: {weights}. With a bias each: + {out_channels} = {total}."


def _drawn(rng: np.random.Generator) -> tuple[Case, ...]:
    def draw(*, groups: int = 1, pair: bool = False, **options: bool) -> Case:
        share, out_share, height, width = (int(n) for n in rng.permutation(np.arange(2, 12))[:4])
        kernel = (height, width) if pair else height
        grouped = {"groups": groups} if groups > 1 else {}
        return Case((share * groups, out_share * groups, kernel), grouped | options)

    return (
        draw(),
        draw(bias=False),
        draw(pair=True),
        draw(pair=True, bias=False),
        draw(groups=4),
        draw(groups=3, bias=False, pair=True),
    )


def _drawn_plain(rng: np.random.Generator) -> tuple[Case, ...]:
    return _drawn(rng)[:4]


EXERCISE = Exercise(
    name="conv_params",
    chapter=4,
    goal="Return how many numbers a convolution layer learns: its weights, and its biases if it has them.",
    reference=conv_params,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "one group",
            points=2,
            probe=calls(
                (3, 1, 2, {"bias": False}),
                (3, 5, 2, {"bias": False}),
                (3, 5, 4),
                (5, 3, (2, 7)),
                (7, 2, (5, 3), {"bias": False}),
                (64, 128, 3),
                (2, 9, 1),
            ),
            cases=_drawn_plain,
        ),
        Part(
            "groups",
            points=1,
            probe=calls(
                (6, 4, 3, {"groups": 2}),
                (6, 9, (2, 5), {"groups": 3, "bias": False}),
                (8, 8, 3, {"groups": 8}),
                (10, 20, (1, 3), {"groups": 5}),
            ),
            cases=_drawn,
        ),
    ),
    slips=(
        *BIASES,
        Slip(
            "input-channels-forgotten",
            decision="input channels",
            does="You forget that each kernel has a slice for each input channel.",
            why="A 3×3 kernel has 9 numbers on one channel, 27 on 3 and 2,304 on 256.",
            code="weights = out_channels * height * width",
            section=SECTION,
            seen="Texts that say that a 3×3 filter has 9 parameters.",
        ),
        Slip(
            "output-channels-forgotten",
            decision="output channels",
            does="You count the weights of one kernel only.",
            why="There are as many kernels as output channels.",
            code="weights = in_channels * height * width",
            section=SECTION,
            seen="Slips in where a text shows one kernel, and the layer has many.",
        ),
        Slip(
            "groups-ignored",
            decision="input channels",
            does="You ignore the groups.",
            why="With 2 groups each kernel reads half of the channels, so it has half as many weights.",
            code="weights = out_channels * in_channels * height * width",
            section="04_1_channels#Groups",
            seen="Counts of depthwise layers by the formula of full ones: too large by the number of channels.",
        ),
        Slip(
            "groups-multiply",
            decision="input channels",
            does="You multiply by the number of groups; it divides.",
            why="Groups save weights: each kernel reads in_channels / groups channels.",
            code="weights = groups * out_channels * in_channels * height * width",
            section="04_1_channels#Groups",
            seen="Slips in where the weights of the groups are added up, with all channels in each.",
        ),
        Slip(
            "groups-divide-twice",
            decision="input channels",
            does="You divide both counts of channels by the groups, and leave it at that: you count one group.",
            why="One group has out/groups kernels that read in/groups channels, and there are as many groups as that. "
            "So the number of weights is divided by groups once, not twice.",
            code="weights = (out_channels // groups) * (in_channels // groups) * height * width",
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
            code="weights = out_channels * in_channels * kernel",
            section=SECTION,
            seen="Right for layers that slide along one axis, such as PyTorch's `Conv1d`.",
        ),
        Slip(
            "kernel-sides-added",
            decision="kernel",
            does="You add the kernel's height and width; they are multiplied.",
            why="A kernel of (3, 5) has 3 rows of 5 cells: 15, not 8.",
            code="cells = height + width",
            section=SECTION,
            seen="Right for a kernel that is taken apart into a column and a row, as a blur can be.",
        ),
    ),
)
