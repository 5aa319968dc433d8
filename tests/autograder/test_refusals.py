"""Calls that have to be refused, by ValueError, and dicts of functions that are given by name."""

from dataclasses import replace

import numpy as np
import pytest

from autograder import Case, Given, Part, evaluate
from autograder.exercises import load
from autograder.show import call_text

SIGNAL = np.array([1, 2, 5])


def applied(functions, x):
    """The truth of a small exercise: apply all functions that are given; refuse if there is none."""
    if not functions:
        raise ValueError("give at least one function")
    for function in functions.values():
        x = function(x)
    return x


@pytest.fixture
def judged(monkeypatch):
    cases = (Case(({"first": Given("double"), "second": Given("double")}, SIGNAL)), Case(({}, SIGNAL), refused=True))
    exercise = replace(
        load("xcorr1d"),
        name="applied",
        reference=applied,
        slips=(),
        parts=(Part("functions", points=1, probe=cases),),
        working=lambda case, _: "No function: refuse it." if case.refused else "4x",
    )
    monkeypatch.setattr("autograder.judge.load", lambda _: exercise)
    return exercise


@pytest.mark.usefixtures("judged")
def test_who_refuses_with_a_value_error_of_any_kind_passes():
    class OneOfMine(ValueError):
        pass

    def mine(functions, x):
        if not functions:
            raise OneOfMine
        return applied(functions, x)

    assert evaluate("applied", mine).passed


@pytest.mark.usefixtures("judged")
def test_who_answers_what_should_be_refused_is_told():
    report = evaluate("applied", lambda _, x: 4 * x)
    assert report.status == "failed"
    assert "No function: refuse it." in str(report)


@pytest.mark.usefixtures("judged")
def test_another_error_is_no_refusal():
    def first(functions, x):
        return 2 * functions["first"](x)

    report = evaluate("applied", first)
    assert report.status == "error"
    assert "KeyError" in str(report)
    assert "No function: refuse it." in str(report)


@pytest.mark.usefixtures("judged")
def test_who_refuses_everything_does_not_pass():
    def refuse(*_):
        raise ValueError("no")

    assert evaluate("applied", refuse).status == "error"


def test_a_dict_of_functions_is_told_by_their_names(judged):
    told = call_text(judged, judged.probe[0])
    assert "{'first': the given function double, 'second': the given function double}" in told


def test_a_reference_that_refuses_what_it_should_answer_is_our_mistake(judged, monkeypatch):
    broken = replace(judged, parts=(Part("functions", points=1, probe=(Case(({}, SIGNAL)),)),))
    monkeypatch.setattr("autograder.judge.load", lambda _: broken)
    with pytest.raises(RuntimeError, match="our mistake"):
        evaluate("applied", applied)
