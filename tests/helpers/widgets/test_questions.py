"""The quizzes and cards of all lessons can be shown, and what a quiz says in numbers is worked out again."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from sums import value_of

import helpers.questions
from helpers.widgets import Cards, Quiz

LESSONS = sorted(file.stem for file in Path(helpers.questions.__file__).parent.glob("ch*.py"))
SUM = re.compile(r"(?<![\w·−(=])([−\d][\d·+−() ]*[·+−][\d·+−() ]*?) = (−?\d+)(?![\d/])")


@pytest.fixture(params=LESSONS)
def lesson(request):
    return import_module(f"helpers.questions.{request.param}")


def test_there_are_eight_to_twelve_questions_and_about_twelve_cards(lesson):
    assert 8 <= len(Quiz(lesson.QUIZ).items) <= 12
    assert 8 <= len(Cards(lesson.CARDS).cards) <= 16


def test_every_sum_in_a_quiz_is_right(lesson):
    for text in _texts(lesson.QUIZ):
        for left, right in SUM.findall(text):
            assert value_of(left) == value_of(right), text


def test_every_option_is_answered(lesson):
    for item in Quiz(lesson.QUIZ).items:
        assert item["because"]
        assert all(told or right for _, right, told in item["options"])


@pytest.mark.parametrize("text", ["2·1 + 0·(−1) + 5·3 = 17", "100 − 7 = 93", "0·1 + 5·(−1) + 1·3 = −2"])
def test_a_sum_is_found_andvalue_of(text):
    ((left, right),) = SUM.findall(f"so {text}.")
    assert value_of(left) == value_of(right)


def _texts(quiz):
    for item in quiz:
        yield from [item.because, *item.wrong.values()]
