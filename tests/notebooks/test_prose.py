"""The prose of lessons."""

import pytest

from tests.notebooks import rules_prose as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.examples import code, make, text
from tests.notebooks.notebook import ROOT, found, read

LESSONS = found("notebooks/[0-9][0-9]_*.ipynb")
SAID = "says('73,728', 1)\nfor number, value in zip(['−0.66', '71 %'], values):\n    says(number, value)"
SHORT = """It has 73,728 weights; −0.66 is a share of 71 %.
See He et al. (2016), chapter 12, lessons 2.1 and 2.2: `conv2d` 3×3, 45° and ResNet-50, e.g. [this](https://a.b/12).
A list:

1. One. Two.
"""
GOOD = make(text(SHORT), text("word " * 1500, "long"), code(SAID))

BAD = [
    (rules.words_are_as_many_as_asked, make(text("word " * 1499)), "1499 words"),
    (rules.one_sentence_per_line, make(text("It rises. Then it falls.")), "“Then it falls.”"),
    (rules.one_sentence_per_line, make(text("It is **big.** `x` falls.")), "two sentences"),
    (rules.one_sentence_per_line, make(text("Is it? $y$ is.")), "two sentences"),
    (rules.numbers_are_said, make(text("It has 73,729 weights."), code(SAID)), "says('73,729', …)"),
    (rules.numbers_are_said, make(text("It has $73{,}729$ weights."), code(SAID)), "says('73,729', …)"),
    (rules.numbers_are_said, make(text("It is 0.66."), code(SAID)), "says('0.66', …)"),
    (rules.numbers_are_said, make(text("It is 71."), code(SAID)), "says('71', …)"),
    (rules.numbers_are_said, make(text("$$\ny = 2.5\n$$"), code(SAID)), "says('2.5', …)"),
]


@pytest.mark.parametrize(("rule", "bad", "told"), BAD)
def test_rule_complains_of_the_bad_example_and_not_of_the_good_one(rule, bad, told):
    expect_told(rule, (bad,), (GOOD,), told)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("five of 25, 9 of 3", ["25"]),
        ("from 4 to 5", []),
        ("(1, −0.5, 12)", ["−0.5", "12"]),
        ("9−12", ["12"]),
        ("7 %, 1/16 and 1,000,000", ["7 %", "1/16", "1,000,000"]),
        ("in 1998, and 2,016 cells", ["2,016"]),
    ],
)
def test_numbers_to_work_out(line, numbers):
    assert rules.numbers(line) == numbers


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_lesson_keeps_to_the_prose_rules(rule, path):
    expect_none(rule(read(path)))
