"""Where no mistake is known, what is told of all answers is a fact, and a useful one."""

from dataclasses import replace

import numpy as np
import pytest

from autograder.answer import ask
from autograder.exercise import Case
from autograder.exercises import load
from autograder.judge import evaluate
from autograder.symptoms import shape_reason, shapes_differ, symptom
from helpers.convolution import xcorr2d
from helpers.shapes import out_size

RNG = np.random.default_rng(3)
RIGHT = [RNG.integers(-9, 10, shape) for shape in ((2, 3, 4, 5), (1, 2, 6, 4), (3, 2, 3, 3))]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda y: np.swapaxes(y, 2, 3), "transposed"),
        (lambda y: y[..., ::-1, ::-1], "turned by 180°"),
        (lambda y: y[..., ::-1, :], "upside down"),
        (lambda y: y[..., ::-1], "mirrored from left to right"),
        (lambda y: y[..., :-1], "without the last column"),
        (lambda y: y[..., 1:, :], "without the first row"),
        (lambda y: y[:, ::-1], "with the channels in reverse order"),
        (lambda y: y * -2.5, "times −2.5"),
        (lambda y: y + 3, "plus 3"),
        (lambda y: y * 0, "Every number that you return is 0."),
        (lambda y: (y * 1.004).astype(np.float16), "They are of dtype float16, which holds three digits"),
        (lambda y: keep_first(y, 4), "Only the first cell"),
        (lambda y: keep_first(y, 3), "Only the first row of the first channel"),
        (lambda y: keep_first(y, 2), "Only the first channel of the first example"),
        (lambda y: keep_first(y, 1), "Only the first example of your answer is filled in, as when `return`"),
        (lambda y: np.where(np.arange(y.shape[1])[:, None, None] == 0, y, 0), "Only the first channel of each example"),
        (
            lambda y: np.where(np.arange(y.size).reshape(y.shape) < 7, y, 0),
            "right up to some place, and 0 from there on",
        ),
        (lambda y: np.pad(y, [(0, 0), (0, 0), (0, 2), (0, 1)]), "begin with the right ones, and go on with 0"),
        (lambda y: y.reshape(y.shape[0], -1), "their shape is not"),
        (lambda y: np.pad(y[..., :-1], [(0, 0)] * 3 + [(0, 1)]), "except in the last column"),
        (lambda y: np.pad(y[..., 1:-1, 1:-1], [(0, 0), (0, 0), (1, 1), (1, 1)]), "except in the outermost rows"),
    ],
)
def test_a_damage_to_all_answers_is_told_in_words(damage, told):
    assert told in symptom([(damage(y), y) for y in RIGHT])


def keep_first(y, depth):
    kept = np.zeros_like(y)
    kept[(0,) * depth] = y[(0,) * depth]
    return kept


@pytest.mark.parametrize("damage", [np.random.default_rng(1).permutation, lambda y: np.where(y > 3, 7, y)])
def test_other_damage_is_told_by_no_sentence(damage):
    assert symptom([(damage(y), y) for y in RIGHT]) == ""


def test_what_holds_for_some_answers_only_is_not_told():
    assert symptom([(RIGHT[0][..., ::-1], RIGHT[0]), *((y, y) for y in RIGHT[1:])]) == ""


def test_answers_with_different_numbers_of_axes_are_no_trouble():
    line, plane = np.arange(5), np.arange(6).reshape(2, 3)
    assert "times 2" in symptom([(2 * line, line), (2 * plane, plane)])


def strided(case, rounded=np.floor):
    (x, k), stride = case.args, 2
    return tuple(int(rounded((n - m) / stride)) + 1 for n, m in zip(x.shape, k.shape, strict=True))


EXERCISE = replace(
    load("xcorr2d"),
    reference=lambda x, k: np.ones([out_size(n, m, stride=2) for n, m in zip(x.shape, k.shape, strict=True)]),
    shapes=lambda case: {"You round up.": strided(case, np.ceil), "You forget the stride.": unstrided(case)},
)
CASES = [Case((np.ones(image), np.ones(kernel))) for image, kernel in (((6, 7), (3, 2)), ((5, 8), (2, 3)))]


def unstrided(case):
    return tuple(n - m + 1 for n, m in zip(*(value.shape for value in case.args), strict=True))


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        (lambda case: strided(case, np.ceil), "You round up."),
        (unstrided, "You forget the stride."),
        (strided, ""),
        (lambda _: (1, 1), ""),
    ],
)
def test_a_wrong_shape_is_explained_by_the_formula_that_gives_it(shape, told):
    answers = [ask(EXERCISE, lambda *_, case=case: np.zeros(shape(case)), case) for case in CASES]
    assert shape_reason(EXERCISE, answers) == told


def test_what_holds_of_all_answers_is_the_headline():
    report = evaluate("xcorr2d", lambda x, k: keep_first(xcorr2d(x, k), 1))
    assert report.headline == "Only the first row of your answer is filled in, as when `return` stands inside a loop."


@pytest.mark.parametrize(
    ("got", "right", "told"),
    [
        ((2, 2), (2, 3), "It has as many columns as it should have rows."),
        ((3, 3), (2, 3), "It has as many rows as it should have columns."),
        ((4, 5, 5), (4, 5, 2), "It has as many columns as it should have rows."),
        ((5, 5, 5), (4, 5, 2), "is right."),
        ((3, 4), (2, 3), "That is one more along each axis."),
        ((2,), (3,), "That is one less."),
        ((6, 4, 1), (1, 4, 6), "Those are the same sizes, in reverse order."),
        ((4, 1, 6), (1, 6, 4), "Those are the same sizes, in another order."),
    ],
)
def test_a_wrong_shape_is_told_by_what_went_into_it(got, right, told):
    assert shapes_differ(got, right).endswith(told)
