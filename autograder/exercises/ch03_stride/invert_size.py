"""From the size of the output back to the input."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from autograder.show import number
from helpers.shapes import extent, invert_size

BACK = "03_1_stride_and_sizes#The formula backwards"
FLOOR = "03_1_stride_and_sizes#What floor drops"
DILATION = "03_2_borders_and_dilation#Windows with gaps"


def slipped(
    out_size: int,
    kernel: int,
    *,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    slips: frozenset[str] = frozenset(),
) -> tuple[int, int]:
    """Solve the formula for the input, making the mistakes asked for."""
    step = 1 if "stride-ignored" in slips else stride
    step = stride + 1 if "skips-s" in slips else step
    steps = out_size if "one-step-too-many" in slips else out_size - 1
    smallest = steps * step + _span(kernel, dilation, slips) - _padding(padding, slips)
    largest = smallest + step - 1
    ends = {
        "smallest-for-both": (smallest, smallest),
        "largest-for-both": (largest, largest),
        "one-too-far": (smallest, largest + 1),
        "range-below": (smallest - step + 1, smallest),
        "order-swapped": (largest, smallest),
    }
    return next((found for slip, found in ends.items() if slip in slips), (smallest, largest))


def _padding(padding: int, slips: frozenset[str]) -> int:
    if "padding-ignored" in slips:
        return 0
    if "padding-added" in slips:
        return -2 * padding
    return padding if "padding-on-one-side" in slips else 2 * padding


def _span(kernel: int, dilation: int, slips: frozenset[str]) -> int:
    if "window-forgotten" in slips:
        return 0
    if "dilation-ignored" in slips:
        return kernel
    if "dilation-times-kernel" in slips:
        return dilation * kernel
    gap = dilation + 1 if "dilation-counts-gaps" in slips else dilation
    return gap * (kernel - 1) + int("last-cell-forgotten" not in slips)


def _working(case: Case, index: tuple[int, ...]) -> str:
    (positions, kernel), options = case.args, {"stride": 1, "padding": 0, "dilation": 1, **case.options}
    stride, padding, dilation = (options[name] for name in ("stride", "padding", "dilation"))
    smallest = (positions - 1) * stride + extent(kernel, dilation) - 2 * padding
    if index == (0,):
        return (
            f"Smallest: ({positions} − 1)·{stride} + {dilation}·({kernel} − 1) + 1 − 2·{padding} = {number(smallest)}."
        )
    return (
        f"Largest: the smallest, {number(smallest)}, and the {stride} − 1 cells that the floor can drop: "
        f"{number(smallest + stride - 1)}."
    )


def _drawn(rng: np.random.Generator, *names: str) -> tuple[Case, ...]:
    cases = []
    for most in (10, 30, 100, 1000):
        drawn = {"stride": rng.integers(2, 7), "padding": rng.integers(1, 5), "dilation": rng.integers(2, 6)}
        options = {name: int(drawn[name]) for name in names}
        cases.append(Case((int(rng.integers(9, 10 + most)), int(rng.integers(2, 8))), options))
    return tuple(cases)


def _call(positions: int, kernel: int, **options: int) -> Case:
    return Case((positions, kernel), options)


EXERCISE = Exercise(
    name="invert_size",
    chapter=3,
    goal="Return the smallest and the largest input that give an output of the given size: (smallest, largest).",
    reference=invert_size,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "stride 1",
            points=1,
            probe=(_call(3, 2), _call(7, 4, padding=1), _call(6, 3, dilation=2), _call(9, 4, padding=2, dilation=3)),
            cases=lambda rng: (*_drawn(rng, "padding"), *_drawn(rng, "padding", "dilation")),
        ),
        Part(
            "larger strides",
            points=2,
            probe=(
                _call(112, 7, stride=2, padding=3),
                _call(5, 3, stride=3),
                _call(4, 2, stride=5, padding=1),
                _call(8, 5, stride=4, padding=2, dilation=3),
                _call(10, 4, stride=3, dilation=2),
            ),
            cases=lambda rng: (*_drawn(rng, "stride", "padding"), *_drawn(rng, "stride", "padding", "dilation")),
        ),
    ),
    slips=(
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
            decision="ends",
            does="Your range lies below the smallest input, and it belongs above.",
            why="With fewer cells than the last window needs there is one position fewer. Cells too many do no harm.",
            code="return n - (stride - 1), n",
            section=FLOOR,
            seen="With the ceiling in place of the floor, as in pooling layers that round up: there it lies below.",
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
            why="3 positions are 2 steps apart. Going back, the + 1 of the formula has to go first: (out_size − "
            "1)·stride.",
            code="smallest = out_size * stride + span - 2 * padding",
            section=BACK,
            seen="In every count of gaps by counting posts; it is called the fencepost error.",
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
            seen="In the rule of thumb that an input is as large as the output times the stride: for large maps "
            "nearly.",
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
        Slip(
            "dilation-counts-gaps",
            decision="span",
            does="You take dilation as the number of cells that are left out: 0 would be contiguous, and 1 is not.",
            why="In this book, as in PyTorch, dilation is the distance between neighbouring cells: 1 is contiguous.",
            code="span = (dilation + 1) * (kernel - 1) + 1",
            section=DILATION,
            seen="In the picture of dilation as holes: a kernel with 1 hole between its cells has dilation 2.",
        ),
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
    ),
)
