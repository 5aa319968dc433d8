"""Where the diagnoses send their reader."""

from dataclasses import replace

import pytest

from autograder.exercises import load, names
from tests.notebooks import rules_slips as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.examples import make, text
from tests.notebooks.notebook import found, read

LESSONS = found("notebooks/[0-9][0-9]_*.ipynb")
EXAMPLE = {"99_1_example": make(text("## By hand\n\n### What K hides"))}


def exercise_with(section: str):
    exercise = load(names()[0])
    return replace(exercise, slips=(replace(exercise.slips[0], section=section),))


@pytest.mark.parametrize("bad", ["99_1_example#Build", "98_1_other#By hand", "99_1_example"])
def test_section_that_is_not_there_is_told(bad):
    good = exercise_with("99_1_example#What K hides")
    expect_told(rules.sections_are_in_the_lessons, (exercise_with(bad), EXAMPLE), (good, EXAMPLE), "name one of")


@pytest.mark.parametrize("name", names())
def test_sections_of_slips_are_in_the_lessons(name):
    lessons = {path.stem: read(path) for path in LESSONS}
    expect_none(rules.sections_are_in_the_lessons(load(name), lessons))
