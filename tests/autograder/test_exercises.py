"""The tests of the tests: every exercise accepts what is right and names what is wrong, and never a wrong name."""

import time
from functools import cache

import numpy as np
import pytest

from autograder import evaluate
from autograder.answer import ask
from autograder.compare import same
from autograder.diagnose import with_slips
from autograder.exercises import load, names
from tests.autograder.functions import RIGHT, wrong_functions

EXERCISES = [load(name) for name in names()]
SLIPS = [pytest.param(ex, slip, id=ex.slug(slip)) for ex in EXERCISES for slip in ex.slips]
ACCEPTED = [pytest.param(ex, function, id=function.__name__) for ex in EXERCISES for function in RIGHT[ex.name]]
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda ex: ex.name)


def as_if_written(function):
    """Hide where a function comes from: one of the book's own is told to be missing in the grader."""
    hidden = [function]
    return lambda *args: hidden[0](*args)


@each_exercise
def test_reference_passes_with_all_points(exercise):
    report = evaluate(exercise.name, as_if_written(exercise.reference))
    assert report.passed
    assert report.points == report.points_possible == exercise.points > 0


@each_exercise
@pytest.mark.parametrize("seed", range(20))
def test_implementation_without_slips_passes_with_every_seed(exercise, seed):
    assert evaluate(exercise.name, as_if_written(with_slips(exercise)), seed=seed).passed


@each_exercise
def test_untouched_stub_is_not_attempted(exercise):
    def stub(*args):
        raise NotImplementedError

    report = evaluate(exercise.name, stub)
    assert (report.status, report.points) == ("not attempted", 0)


@each_exercise
def test_at_least_six_slips_are_known(exercise):
    assert len(exercise.slips) >= 6
    assert len({slip.name for slip in exercise.slips}) == len(exercise.slips)


@pytest.mark.parametrize(("exercise", "slip"), SLIPS)
def test_every_slip_fails_and_is_named_as_itself_alone(exercise, slip):
    report = evaluate(exercise.name, with_slips(exercise, slip))
    assert report.status == "failed"
    assert report.mistakes == (exercise.slug(slip),)
    assert slip.does in report.headline


def differ(one, other):
    return (one is None) != (other is None) or (one is not None and not same(one, other))


@each_exercise
def test_truth_and_slips_have_pairwise_different_signatures(exercise):
    functions = [exercise.reference, *(with_slips(exercise, slip) for slip in exercise.slips)]
    signatures = [[ask(exercise, function, case).got for case in exercise.probe] for function in functions]
    for i, one in enumerate(signatures):
        for other in signatures[:i]:
            assert any(differ(a, b) for a, b in zip(one, other, strict=True))


@cache
def reports_of_pairs(name):
    exercise = load(name)
    return [(pair, evaluate(name, with_slips(exercise, *pair))) for pair in exercise.slip_pairs]


@each_exercise
def test_two_slips_at_once_are_never_answered_by_a_third_name(exercise):
    assert len(exercise.slip_pairs) >= 15
    for pair, report in reports_of_pairs(exercise.name):
        assert not report.passed
        assert set(report.mistakes) <= {exercise.slug(slip) for slip in pair}, pair


# Not all: a transposed kernel and columns first, for one, come to the same as two other slips.
@each_exercise
def test_most_pairs_of_slips_are_named(exercise):
    assert np.mean([bool(report.mistakes) for _, report in reports_of_pairs(exercise.name)]) > 0.85


# A damaged edge kernel can be right, or make one of the known mistakes: it is judged by signs, not by numbers.
@pytest.mark.parametrize("exercise", [ex for ex in EXERCISES if not ex.observe], ids=lambda ex: ex.name)
def test_random_wrong_functions_are_blamed_on_nobody(exercise):
    for function in wrong_functions(exercise.reference, np.random.default_rng(7), count=300):
        report = evaluate(exercise.name, function)
        assert report.status == "failed"
        assert report.mistakes == (), report


@pytest.mark.parametrize(("exercise", "function"), ACCEPTED)
@pytest.mark.parametrize("seed", range(3))
def test_right_answers_in_other_styles_pass(exercise, function, seed):
    report = evaluate(exercise.name, function, seed=seed)
    assert report.passed, report


@each_exercise
def test_five_styles_are_tried(exercise):
    assert len(RIGHT[exercise.name]) >= 5


@each_exercise
def test_float32_answers_pass(exercise):
    assert evaluate(exercise.name, lambda *args: exercise.reference(*args).astype(np.float32)).passed


@each_exercise
def test_all_zeros_do_not_pass(exercise):
    report = evaluate(exercise.name, lambda *args: np.zeros_like(exercise.reference(*args)))
    assert (report.status, report.points, report.mistakes) == ("failed", 0, ())


@each_exercise
def test_a_check_costs_at_most_a_fifth_of_a_second(exercise):
    def costs(function):
        start = time.perf_counter()
        evaluate(exercise.name, function)
        return time.perf_counter() - start

    wrong = next(wrong_functions(exercise.reference, np.random.default_rng(1), count=1))
    for function in (exercise.reference, with_slips(exercise, exercise.slips[-1]), wrong):
        assert min(costs(function) for _ in range(3)) < 0.2


@each_exercise
def test_slips_are_told_in_full(exercise):
    for slip in exercise.slips:
        for text in (slip.does, slip.why):
            assert text.endswith(".")
        assert slip.code
        assert slip.section.count("#") == 1
