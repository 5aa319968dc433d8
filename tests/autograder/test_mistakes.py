"""Mistakes in learners' own words: each is named as what it is, two at once as both, and none as another."""

import pytest

from autograder import evaluate
from autograder.exercises import load
from autograder.packages import packages_used
from tests.autograder.here import NAMES
from tests.autograder.mistakes import WRONG as WRITTEN

WRONG = [wrong for wrong in WRITTEN if wrong.exercise in NAMES]


def told(wrong):
    needs = [pytest.mark.full] if "scipy" in packages_used(wrong.function) else []
    return pytest.param(*wrong, id=f"{wrong.exercise}-{wrong.function.__name__}", marks=needs)


@pytest.mark.parametrize(("function", "exercise", "slugs"), [told(wrong) for wrong in WRONG])
def test_a_natural_mistake_is_named_as_itself_and_as_nothing_else(function, exercise, slugs):
    report = evaluate(exercise, function)
    assert report.status == "failed" or not slugs
    assert not report.passed
    assert set(report.mistakes) == slugs, report


@pytest.mark.parametrize("name", NAMES)
def test_every_slip_has_a_function_that_makes_it_alone(name):
    exercise = load(name)
    alone = {slug for wrong in WRONG for slug in wrong.slugs if len(wrong.slugs) == 1}
    assert {exercise.slug(slip) for slip in exercise.slips} <= alone


@pytest.mark.parametrize("name", NAMES)
def test_at_least_three_functions_make_two_mistakes_at_once(name):
    assert sum(wrong.exercise == name and len(wrong.slugs) == 2 for wrong in WRONG) >= 3
