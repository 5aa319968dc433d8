"""Functions cross by handle: as arguments by their name in `autograder.given`, as results by what they answer."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from autograder import Case, Given, Part, evaluate
from autograder.exercises import load
from autograder.show import call_text

SIGNAL = np.array([1, 2, 5])


def twice(function: Callable, shift: int) -> Callable:
    """The truth of a small exercise: apply a function two times, then add."""
    return lambda x: function(function(x)) + shift


def answers(function: Callable) -> np.ndarray:
    if not callable(function):
        raise ValueError("Your function must return a function.")
    return np.asarray(function(SIGNAL))


@pytest.fixture
def judged(monkeypatch):
    """An exercise whose argument and whose result are functions."""
    cases = (Case((Given("double"), 1)), Case((Given("double"), -3)))
    exercise = replace(
        load("xcorr1d"),
        name="twice",
        reference=twice,
        observe=answers,
        slips=(),
        parts=(Part("functions", points=1, probe=cases),),
        working=lambda *_: "double(double(x)) + shift, for x = [1, 2, 5].",
    )
    monkeypatch.setattr("autograder.judge.load", lambda _: exercise)
    return exercise


@pytest.mark.usefixtures("judged")
def test_a_function_that_is_given_and_one_that_is_returned():
    assert evaluate("twice", lambda f, s: lambda x: f(f(x)) + s).passed
    once = evaluate("twice", lambda f, s: lambda x: f(x) + s)
    assert once.status == "failed"
    assert "double(double(x)) + shift" in str(once)
    assert "gives a function that answers otherwise." in str(once)


@pytest.mark.usefixtures("judged")
def test_a_result_that_is_no_function_is_told():
    assert "must return a function" in str(evaluate("twice", lambda f, s: f(SIGNAL) + s))


@pytest.mark.usefixtures("judged")
def test_a_returned_function_that_raises_is_told_and_does_not_come_through():
    report = evaluate("twice", lambda f, s: lambda x: f(x)[10] + s)
    assert not report.passed
    assert "IndexError" in str(report)


def test_a_given_function_is_told_by_its_name(judged):
    assert call_text(judged, judged.probe[0]) == "twice(the given function double, 1)"
