"""Recognise a wrong function by its whole signature over the probe, and by nothing less.

A signature is the list of a function's answers to the designed calls. A mistake is named only if its signature is
the learner's, answer for answer. Two that fit are both named. None that fits is said to be none.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from autograder.answer import Answer, ask
from autograder.compare import same
from autograder.exercise import Exercise, Slip


def with_slips(exercise: Exercise, *slips: Slip) -> Callable[..., Any]:
    """Return the exercise's implementation that makes the given mistakes.

    Parameters
    ----------
    exercise : Exercise
        Whose implementation.
    *slips : Slip
        The mistakes; none gives a right implementation.

    Returns
    -------
    callable
        A function of the exercise's arguments.
    """
    return partial(exercise.slipped, slips=frozenset(slip.name for slip in slips))


def explain(exercise: Exercise, answers: Sequence[Answer]) -> tuple[Slip, ...]:
    """Name the mistakes that explain a learner's answers.

    Parameters
    ----------
    exercise : Exercise
        Whose slips are tried, alone and then in pairs.
    answers : sequence of Answer
        The learner's, one for each call of the probe.

    Returns
    -------
    tuple of Slip
        Every single slip that fits; if none does, the pair that fits; if several pairs fit, what they have in
        common. Empty if nothing known explains the answers.
    """
    if not any(answer.got is not None and not same(answer.got, answer.expected) for answer in answers):
        return ()  # only a wrong value is evidence: a function that merely raises could be wrong in any way
    singles = tuple(slip for slip in exercise.slips if _fits(exercise, answers, slip))
    if singles:
        return singles
    pairs = [set(pair) for pair in exercise.slip_pairs if _fits(exercise, answers, *pair)]
    common = set.intersection(*pairs) if pairs else set()
    return tuple(slip for slip in exercise.slips if slip in common)


def _fits(exercise: Exercise, answers: Sequence[Answer], *slips: Slip) -> bool:
    """Compare answer by answer, and stop at the first that differs."""
    slipped = with_slips(exercise, *slips)
    return all(_alike(answer, ask(exercise, slipped, answer.case)) for answer in answers)


def _alike(answer: Answer, slipped: Answer) -> bool:
    if answer.got is None or slipped.got is None:
        return answer.got is None and slipped.got is None
    if not answer.got.size and not slipped.got.size:
        return True  # a list of no rows becomes an array of another empty shape than `np.zeros((0, 2))`
    return same(answer.got, slipped.got)
