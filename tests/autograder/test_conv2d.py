"""What the book promises of its flagship: many mistakes are told apart, and the forgotten stride is told well."""

from itertools import combinations

import numpy as np

from autograder import Case, evaluate
from autograder.answer import ask
from autograder.compare import same
from autograder.diagnose import with_slips
from autograder.exercises import load
from autograder.exercises.ch04_channels._calls import EVERYTHING

CONV2D = load("conv2d")
CUT_ALIKE = [
    [f"{cut}{when}{bias}" for cut in ("fractions-cut", "whole-numbers-only") for bias in ("", "-before-the-bias")]
    for when in ("", "-at-each-step")
]
# Of a square map, swapped windows are the transpose. Of whole images and whole biases, all dtypes cut alike. To cut
# biases alone takes kernels that are whole, of which the sums have no fraction to lose.
ALIKE_ON_ONE_INPUT = {
    frozenset({"rows-and-columns-swapped", "output-transposed"}),
    frozenset({"rows-and-columns-swapped", "rows-and-columns-swapped-cell-by-cell"}),
    frozenset({"rows-and-columns-swapped-cell-by-cell", "output-transposed"}),
    *(frozenset(pair) for cuts in CUT_ALIKE for pair in combinations(cuts, 2)),
    frozenset({"truth", "biases-cut"}),
}


def test_fourteen_mistakes_and_more_are_known_and_sixty_pairs_and_more_can_be_made_at_once():
    assert len(CONV2D.slips) >= 14
    assert len(CONV2D.slip_pairs) >= 60


def test_one_input_tells_the_truth_and_the_mistakes_apart():
    functions = {"truth": CONV2D.reference} | {slip.name: with_slips(CONV2D, slip) for slip in CONV2D.slips}
    answers = {name: ask(CONV2D, function, EVERYTHING).got for name, function in functions.items()}
    assert [name for name, got in answers.items() if got is None] == ["kernel-channels-swapped"]
    alike = {
        frozenset({one, other})
        for one, other in combinations([name for name, got in answers.items() if got is not None], 2)
        if same(answers[one], answers[other])
    }
    assert alike == ALIKE_ON_ONE_INPUT
    assert EVERYTHING in CONV2D.probe


def test_a_forgotten_stride_is_told_in_a_sentence_with_the_cell_and_its_window():
    slip = next(slip for slip in CONV2D.slips if slip.name == "stride-forgotten")
    told = str(evaluate("conv2d", with_slips(CONV2D, slip)))
    assert "your window starts at i, not at i·stride" in told
    assert "First seen in cell [0, 0, 0, 1]" in told
    assert "Kernel 0 lies on rows 0, 1 and columns 2, 3, 4 of image 0." in told
    assert "channel 0: 8·1 + 5·2 + 5·0 + 6·3 + 0·(−1) + 8·4 = 68" in told


def test_a_map_that_is_rounded_up_is_told():
    def rounds_up(x, w, b=None, **options):
        case = Case((x, w, b), options)
        shape = next(shape for words, shape in CONV2D.shapes(case).items() if "ceil for floor" in words)
        y = CONV2D.reference(x, w, b, **options)
        return np.pad(y, [(0, large - small) for large, small in zip(shape, y.shape, strict=True)])

    report = evaluate("conv2d", rounds_up)
    assert not report.mistakes
    assert "You round up where the formula rounds down (ceil for floor)." in str(report)
