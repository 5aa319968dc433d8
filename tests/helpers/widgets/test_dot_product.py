"""Every sentence that a box can say is worked out again: no claim is wrong, none hides another."""

import re
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sums import value_of

from autograder.exercises import load
from helpers.widgets.dot_product import dot_product_box

X = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 0, 1, 2]])
K, K2 = np.array([[1, 0], [0, 1]]), np.array([[1, 2], [0, -1]])


def claimed(sentence):
    """Return both sides of a sentence's equation; of a sentence without one, its number twice."""
    if equation := re.match(r"([^=:]+) = ([^:]+):", sentence):
        return value_of(equation[1]), value_of(equation[2])
    number = value_of(re.search(r"−?\d+(/\d+)?", sentence)[0])
    return number, number


def check_all_sentences(x, k):
    box = dot_product_box(x, k, label="y")
    for right, hints, worked in zip(box.answer, box.hints, box.worked, strict=True):
        left, total = map(value_of, worked.split(" = "))
        assert left == total == pytest.approx(right)
        assert all(value != right for value, _ in hints)
        for value, sentence in hints:
            assert claimed(sentence) == (pytest.approx(value), pytest.approx(value)), sentence
        assert max(Counter(map(tuple, hints)).values(), default=0) <= 1, "one sentence is told twice"


@pytest.mark.parametrize("k", [K, K2, K2[::-1], K2.T], ids=["K", "K2", "K2 upside down", "K2 transposed"])
def test_every_sentence_on_the_running_example_is_true(k):
    check_all_sentences(X, k)


small = st.integers(-9, 9)


@settings(max_examples=150, deadline=None)
@given(st.lists(small, min_size=3, max_size=8), st.lists(small, min_size=1, max_size=3))
def test_every_sentence_on_drawn_signals_is_true(x, k):
    check_all_sentences(x, k)


def test_fractions_are_written_as_fractions():
    third = Fraction(1, 3)
    check_all_sentences([1, 2, 6, 0, 3], [third] * 3)
    assert dot_product_box([1, 2, 6], [third] * 3, label="y").worked == ["1·(1/3) + 2·(1/3) + 6·(1/3) = 3"]


def told(box, cell, value):
    return [sentence for number, sentence in box.hints[cell] if number == value]


def test_twelve_in_place_of_seven_is_the_five_let_in():
    box = dot_product_box(X, K, label="Y")
    assert told(box, 0, 12) == ["1 + 5 + 6 = 12: you let the 5 in, but it meets a 0 in the kernel."]


def test_what_the_internet_prints_is_explained_in_its_first_two_boxes():
    box = dot_product_box(X, K, label="Y")
    assert told(box, 0, 12)
    assert told(box, 1, 16) == []


def test_two_explanations_of_one_number_are_both_kept():
    assert len(told(dot_product_box(X, K, label="Y"), 0, 9)) == 2


def test_next_window_is_named():
    box = dot_product_box([1, 2, 4, 8, 9], [1, 1], label="y")
    assert told(box, 1, 12.0) == ["12 is the answer of the window one step to the right."]


def test_kernel_larger_than_image_raises_value_error():
    with pytest.raises(ValueError, match="window shape cannot be larger"):
        dot_product_box([1, 2], [1, 2, 3], label="y")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("kernel-flipped", [[15, 17, 19], [13, -5, -3]]),
        ("kernel-transposed", [[5, 7, 9], [23, 5, 7]]),
        ("kernel-ignored", [[14, 18, 22], [20, 14, 18]]),
        ("total-not-reset", [[-1, 0, 3], [20, 39, 60]]),
    ],
)
def test_slips_made_in_every_window_are_told_for_the_whole_grid(name, answer):
    """Right answers worked out on paper, not by the code under test."""
    slips = {slip["name"]: slip["answer"] for slip in dot_product_box(X, K2, label="Y").slips}
    assert slips[f"xcorr2d/{name}"] == pytest.approx(np.ravel(answer))


def test_k_cannot_betray_a_turn():
    slips = {slip["name"] for slip in dot_product_box(X, K, label="Y").slips}
    assert slips == {"xcorr2d/kernel-ignored", "xcorr2d/mean-for-sum", "xcorr2d/total-not-reset"}


@pytest.mark.parametrize(("x", "k"), [(X[0], K2[0]), (X, K2)], ids=["xcorr1d", "xcorr2d"])
def test_slips_are_known_mistakes_of_the_exercises(x, k):
    for slip in dot_product_box(x, k, label="y").slips:
        exercise, slug = slip["name"].split("/")
        assert slug in {known.name for known in load(exercise).slips}, slip["name"]
