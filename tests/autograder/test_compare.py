"""Results are brought into one form by their kind, and compared as strictly as the kind allows."""

from fractions import Fraction

import numpy as np
import pytest

from autograder import evaluate
from autograder.compare import WrongKindError, observed, same
from autograder.exercises import load

ANY = load("xcorr1d")


def seen(result, expected):
    return observed(ANY, result, expected)


@pytest.mark.parametrize("result", [112, 112.0, np.int64(112), np.float32(112), np.array(112), Fraction(112)])
def test_a_whole_number_may_come_in_any_type(result):
    assert same(seen(result, 112), seen(112, 112))


@pytest.mark.parametrize("result", [112.5, 111, 113, np.nan, np.inf, -112, 10**30])
def test_another_number_is_another(result):
    assert not same(seen(result, 112), seen(112, 112))


@pytest.mark.parametrize("wrong", [231_211_009, 231_211_008.5])
def test_a_large_count_that_is_off_by_one_is_wrong(wrong):
    assert not same(seen(wrong, 231_211_008), seen(231_211_008, 231_211_008))


@pytest.mark.parametrize("result", [None, ..., "112", True, [112], (112,), 1j, np.array([112]), {}])
def test_what_is_no_number_is_told_by_its_kind(result):
    with pytest.raises(WrongKindError, match=r"number|nothing"):
        seen(result, 112)


@pytest.mark.parametrize("result", [(1, 2), [1, 2], np.array([1, 2]), (1.0, np.int64(2))])
def test_two_numbers_may_come_as_any_sequence(result):
    assert same(seen(result, (1, 2)), np.array([1, 2]))


@pytest.mark.parametrize("result", [(2, 1), (1, 2.5), (1, 3)])
def test_two_other_numbers_are_wrong(result):
    assert not same(seen(result, (1, 2)), np.array([1, 2]))


@pytest.mark.parametrize("result", [None, 3, (1, 2, 3), (1,), "12", {1, 2}, ((1, 2), (3, 4)), (1, "2"), ()])
def test_what_is_no_pair_of_numbers_is_told_by_its_kind(result):
    with pytest.raises(WrongKindError, match=r"number|nothing"):
        seen(result, (1, 2))


def test_a_fraction_is_compared_exactly():
    assert same(seen(Fraction(2, 18), Fraction(1, 9)), seen(Fraction(1, 9), Fraction(1, 9)))
    assert not same(seen(Fraction(1, 10), Fraction(1, 9)), seen(Fraction(1, 9), Fraction(1, 9)))
    assert same(seen(2, Fraction(2)), seen(Fraction(2), Fraction(2)))


@pytest.mark.parametrize(("factor", "is_right"), [(1, True), (1.001, True), (1.004, False)])
def test_a_result_in_half_precision_may_be_off_by_its_rounding_and_no_more(factor, is_right):
    right = np.random.default_rng(0).normal(size=(20, 20))
    assert same((factor * right).astype(np.float16), right) == is_right


@pytest.mark.parametrize("result", [0.111, (1, 9), "1/9", None, True])
def test_what_is_no_fraction_is_told_by_its_kind(result):
    with pytest.raises(WrongKindError):
        seen(result, Fraction(1, 9))


@pytest.mark.parametrize("digits", [100, 400, 5000])  # beyond 64 bits, beyond a float, beyond what Python writes out
def test_large_numbers_are_told_and_no_trouble(digits):
    report = evaluate("separable_ratio", lambda *_, **__: Fraction(10**digits))
    assert (report.status, report.points) == ("failed", 0)
