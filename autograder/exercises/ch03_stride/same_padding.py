"""The padding that keeps the size."""

import numpy as np

from autograder.exercise import Case, Exercise, Part, Slip
from helpers.padding import same_padding

SAME = "03_2_borders_and_dilation#Same size out"
DILATION = "03_2_borders_and_dilation#Windows with gaps"


def slipped(kernel: int, *, dilation: int = 1, slips: frozenset[str] = frozenset()) -> tuple[float, float]:
    """Split what the window needs, making the mistakes asked for."""
    less = kernel if "kernel-not-less-one" in slips else kernel - 1
    gap = 1 if "dilation-ignored" in slips else dilation
    gap = gap + 1 if "dilation-counts-gaps" in slips else gap
    total, factor = (less, gap) if "halved-before-dilating" in slips else (less * gap, 1)
    smaller, larger = total // 2 * factor, (total + 1) // 2 * factor
    splits = {
        "rounded-down-on-both": (smaller, smaller),
        "rounded-up-on-both": (larger, larger),
        "extra-before": (larger, smaller),
        "rounded-to-even": (round(total / 2) * factor, (total - round(total / 2)) * factor),
        "always-one-more": (smaller, smaller + 1),
        "odd-by-the-kernel": (smaller, smaller + 1 - kernel % 2),
        "all-before": (total * factor, 0),
        "all-after": (0, total * factor),
        "not-halved": (total * factor, total * factor),
        "not-rounded": (total / 2 * factor, total / 2 * factor),
    }
    return next((split for slip, split in splits.items() if slip in slips), (smaller, larger))


def _working(case: Case, index: tuple[int, ...]) -> str:
    (kernel,), dilation = case.args, case.options.get("dilation", 1)
    total = dilation * (kernel - 1)
    told = f"In all {dilation}·({kernel} − 1) = {total} cells are needed: {total // 2} before and the other "
    odd = ", the odd one among them" if total % 2 else ""
    return f"{told}{total - total // 2} after{odd}." if index else told


def _drawn(rng: np.random.Generator, *, dilated: bool) -> tuple[Case, ...]:
    kernels = (*rng.integers(2, 12, 4), *(2 * rng.integers(3, 60, 2)))
    return tuple(Case((int(k),), {"dilation": int(rng.integers(2, 9))} if dilated else {}) for k in kernels)


def _calls(*calls: tuple[int, int]) -> tuple[Case, ...]:
    return tuple(Case((kernel,), {"dilation": dilation}) for kernel, dilation in calls)


EXERCISE = Exercise(
    name="same_padding",
    chapter=3,
    goal="Return the padding (before, after) with which a window of stride 1 gives as many numbers as it got.",
    reference=same_padding,
    slipped=slipped,
    working=_working,
    parts=(
        Part(
            "contiguous windows",
            points=1,
            probe=(Case((3,)), Case((4,)), Case((1,)), Case((2,)), Case((7,)), *_calls((6, 1))),
            cases=lambda rng: _drawn(rng, dilated=False),
        ),
        Part(
            "windows with gaps",
            points=2,
            probe=_calls((3, 2), (4, 2), (4, 3), (2, 5), (5, 3), (6, 4)),
            cases=lambda rng: _drawn(rng, dilated=True),
        ),
    ),
    slips=(
        Slip(
            "rounded-down-on-both",
            decision="split",
            does="You round down on both sides, so that for an odd sum one cell is missing.",
            why="A kernel of 4 needs 3 cells. With 1 on each side, 8 numbers become 7.",
            code="p = dilation * (kernel - 1) // 2; return p, p",
            section=SAME,
            seen="In the formula p = (k − 1) / 2, which is meant for odd kernels and is used for even ones, too.",
        ),
        Slip(
            "rounded-up-on-both",
            decision="split",
            does="You round up on both sides, so that for an odd sum there is one cell too many.",
            why="A kernel of 4 needs 3 cells. With 2 on each side, 8 numbers become 9.",
            code="p = math.ceil(dilation * (kernel - 1) / 2); return p, p",
            section=SAME,
            seen="In popular texts that give “same” padding as k / 2 on each side, which for an even kernel is just "
            "this.",
        ),
        Slip(
            "extra-before",
            decision="split",
            does="You put the odd cell before, and this exercise wants it after.",
            why="The size is kept either way, but all numbers move by one place. PyTorch and TensorFlow put it after.",
            code="return total - total // 2, total // 2",
            section=SAME,
            seen='In numpy.correlate(mode="same"): an even kernel hangs over the beginning by one cell more.',
        ),
        Slip(
            "rounded-to-even",
            decision="split",
            does="You use `round`, which goes from a half to the even neighbour: the odd cell stands now before, now "
            "after.",
            why="round(1.5) is 2, and round(2.5) is 2 as well. `//` always rounds down, so the odd cell is left for "
            "the end.",
            code="before = round(total / 2)",
            section=SAME,
            seen="In Python and NumPy, which round so that long sums of rounded numbers lean to neither side.",
        ),
        Slip(
            "always-one-more",
            decision="split",
            does="You put one cell more after than before, also where the sum can be shared evenly.",
            why="Only an odd sum leaves a cell over. A kernel of 3 needs 2 cells: 1 and 1, not 1 and 2.",
            code="return total // 2, total // 2 + 1",
            section=SAME,
            seen="In code that was tried with kernels of even size only, where it is right at dilation 1.",
        ),
        Slip(
            "odd-by-the-kernel",
            decision="split",
            does="You put one cell more after than before whenever the kernel is even.",
            why="It is the sum that has to be odd, dilation·(kernel − 1), and an even dilation makes it even. A kernel "
            "of 4 with dilation 2 needs 6 cells: 3 and 3, not 3 and 4.",
            code="return (half, half) if kernel % 2 else (half, half + 1)",
            section=SAME,
            seen="In the rule that odd kernels are padded evenly and even ones are not, which is meant for dilation 1.",
        ),
        Slip(
            "all-before",
            decision="split",
            does="You put all of the padding before.",
            why="The size is kept, but the window then reads only what comes earlier. Asked for is one half on each "
            "side.",
            code="return dilation * (kernel - 1), 0",
            section=SAME,
            seen="In causal convolutions over time, where that is the purpose.",
        ),
        Slip(
            "all-after",
            decision="split",
            does="You put all of the padding after.",
            why="The size is kept, but the window then reads only what comes later. Asked for is one half on each "
            "side.",
            code="return 0, dilation * (kernel - 1)",
            section=SAME,
            seen="Where an array is made longer at its end, since that is the easy place to do it.",
        ),
        Slip(
            "not-halved",
            decision="split",
            does="You put the whole padding on each side.",
            why="dilation·(kernel − 1) is the sum of both. With all of it on each side every overlap counts, and 8 "
            "numbers and a kernel of 3 give 10.",
            code="total = dilation * (kernel - 1); return total, total",
            section=SAME,
            seen='In full convolution, mode="full" in NumPy and SciPy, where that is the purpose.',
        ),
        Slip(
            "not-rounded",
            decision="split",
            does="You return halves of cells.",
            why="Padding is counted in whole cells. If the sum is odd, one side gets one more.",
            code="p = dilation * (kernel - 1) / 2; return p, p",
            section=SAME,
            seen="In Python, where `/` of whole numbers gives a fraction; `//` does not.",
        ),
        Slip(
            "kernel-not-less-one",
            decision="total",
            does="You pad by as many cells as the kernel has, and need one fewer (times the dilation).",
            why="A kernel of 1 needs no padding: n cells hold n − k + 1 windows, so k − 1 are missing.",
            code="total = dilation * kernel",
            section=SAME,
            seen="In popular texts, where “same” padding is half the kernel: k, and not k − 1, is halved.",
        ),
        Slip(
            "dilation-ignored",
            decision="dilation",
            does="You leave the dilation out.",
            why="A window with gaps spans more cells: a kernel of 3 with dilation 2 spans 5 and needs 2 on each side.",
            code="total = kernel - 1",
            section=DILATION,
            seen="In layers whose padding was set for dilation 1; when the dilation is raised, the maps begin to "
            "shrink.",
        ),
        Slip(
            "dilation-counts-gaps",
            decision="dilation",
            does="You take dilation as the number of cells that are left out: 0 would be contiguous, and 1 is not.",
            why="In this book, as in PyTorch, dilation is the distance between neighbouring cells: 1 is contiguous.",
            code="total = (dilation + 1) * (kernel - 1)",
            section=DILATION,
            seen="In the picture of dilation as holes: a kernel with 1 hole between its cells has dilation 2.",
        ),
        Slip(
            "halved-before-dilating",
            decision="dilation",
            does="You split kernel − 1 first and multiply both parts by the dilation afterwards.",
            why="The sum is right, and not the halves: kernel 4 with dilation 2 needs 6 cells, 3 and 3, and you have "
            "2 and 4.",
            code="before = dilation * ((kernel - 1) // 2)",
            section=DILATION,
            seen="In code where the dilation came later, as a factor to the padding that was there.",
        ),
    ),
)
