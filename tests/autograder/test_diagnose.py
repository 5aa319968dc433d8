"""Mistakes are looked for among all answers, and no more is asked than it takes."""

from autograder.answer import ask
from autograder.diagnose import explain, with_slips
from autograder.exercises import load

XCORR1D = load("xcorr1d")
FLIPPED = next(slip for slip in XCORR1D.slips if slip.name == "kernel-flipped")


def answers(function):
    return [ask(XCORR1D, function, case) for case in XCORR1D.probe]


def test_further_calls_are_made_only_if_the_first_ones_are_explained():
    asked = []
    unknown = answers(lambda x, w: XCORR1D.reference(x, w) + 0.123)
    assert explain(XCORR1D, unknown, more=lambda: asked.append(1) or ()) == ()
    assert not asked
    known = answers(with_slips(XCORR1D, FLIPPED))
    assert explain(XCORR1D, known, more=lambda: asked.append(1) or ()) == (FLIPPED,)
    assert len(asked) == 1


def test_what_further_calls_do_not_bear_out_is_not_named():
    known, right = answers(with_slips(XCORR1D, FLIPPED)), answers(XCORR1D.reference)
    assert explain(XCORR1D, known, more=lambda: right) == ()


def test_a_slip_asked_twice_answers_the_same():
    known = answers(with_slips(XCORR1D, FLIPPED))
    assert explain(XCORR1D, known) == explain(XCORR1D, known) == (FLIPPED,)
