"""Recognise a wrong function by its whole signature over the probe, and by nothing less.

A signature is the list of a function's answers to the designed calls. A mistake is named only if its signature is
the learner's, answer for answer. Two that fit are both named. None that fits is said to be none.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import combinations
from typing import Any

import numpy as np

from autograder.answer import Answer, ask, ask_again
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


def explain(
    exercise: Exercise, answers: Sequence[Answer], *, more: Callable[[], Sequence[Answer]] = tuple
) -> tuple[Slip, ...]:
    """Name the mistakes that explain a learner's answers.

    Parameters
    ----------
    exercise : Exercise
        Whose slips are tried, alone, then in pairs, then three at once.
    answers : sequence of Answer
        The learner's, one for each call of the probe.
    more : callable
        Gives answers to further calls, which have to be explained as well. It is asked only if the first ones are:
        what explains the probe by chance will not explain what is drawn.

    Returns
    -------
    tuple of Slip
        Every single slip that fits; if none does, the pair that fits, or three of which two explain parts of the
        exercise; if several of them fit, what they have in common. Empty if nothing known explains the answers.
    """
    singles, several = _fitting(exercise, answers, more)
    common = set.intersection(*map(set, several)) if several else set()
    return singles or tuple(slip for slip in exercise.slips if slip in common)


def _fitting(
    exercise: Exercise, answers: Sequence[Answer], more: Callable[[], Sequence[Answer]]
) -> tuple[tuple[Slip, ...], list[tuple[Slip, ...]]]:
    """Find the single slips that fit, and if there are none, the pairs; if there are none of those, three at once."""
    if not any(answer.got is not None and not same(answer.got, answer.expected) for answer in answers):
        return (), []  # only a wrong value is evidence: a function that merely raises could be wrong in any way
    answers = sorted(answers, key=lambda answer: answer.right)  # wrong ones first: they rule most mistakes out at once
    more = cache(more)

    def fits(*slips: Slip) -> bool:
        return _fits(exercise, answers, *slips) and _fits(exercise, more(), *slips)

    singles = tuple(slip for slip in exercise.slips if fits(slip))
    if singles:
        return singles, []
    pairs = [pair for pair in exercise.slip_pairs if fits(*pair)]
    return (), pairs or [three for three in _threes(exercise, answers) if fits(*three)]


def _threes(exercise: Exercise, answers: Sequence[Answer]) -> Iterator[tuple[Slip, ...]]:
    """Put together three slips, of which two each explain a wrong part: to try any three would take too long."""
    parts = [[answer for answer in answers if answer.case in part.probe] for part in exercise.parts]
    wrong = [part for part in parts if not all(answer.right for answer in part)]
    first = [slip for slip in exercise.slips if any(_fits(exercise, part, slip) for part in wrong)]
    found = set()
    for pair in combinations(first, 2):
        for slip in exercise.slips:
            three = frozenset({*pair, slip})
            if len({slip.decision for slip in three}) == 3 and three not in found:
                found.add(three)
                yield tuple(three)


def explain_plain(
    exercise: Exercise, function: Callable[..., Any], answers: Sequence[Answer], *, more: Callable[[], Sequence[Answer]]
) -> tuple[Slip, ...]:
    """Name the mistakes of a function that is half finished by its answers to calls without options.

    Parameters
    ----------
    exercise : Exercise
        Whose slips are tried.
    function : callable
        The learner's. It has to answer each call as it answers the same one without options, or to raise.
    answers : sequence of Answer
        What it answered, one for each call of the probe.
    more : callable
        As for :func:`explain`.

    Returns
    -------
    tuple of Slip
        The one slip that fits, or none; none, too, if all answers have explanations, of which none can be preferred.
    """
    if not any(answer.case.options for answer in answers) or any(_fitting(exercise, answers, more)):
        return ()
    plain = _without_options(exercise, function, answers)
    further = _without_options(exercise, function, more()) if plain else None
    found = explain(exercise, plain, more=lambda: further) if plain and further is not None else ()
    return found if len(found) == 1 else ()


def _without_options(
    exercise: Exercise, function: Callable[..., Any], answers: Sequence[Answer]
) -> list[Answer] | None:
    """Ask the same calls without options; None if those make a difference."""
    plain = []
    for answer in answers:
        asked = answer
        if answer.case.options:
            try:
                asked = ask(exercise, function, replace(answer.case, options={}))
            except RuntimeError:  # without them it is no call that the exercise has an answer to
                continue
        if answer.got is not None and not _alike(answer, asked.got):
            return None
        plain.append(asked)
    return plain


def unused(exercise: Exercise, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Find options that a learner's function takes no account of.

    Parameters
    ----------
    exercise : Exercise
        Whose options.
    answers : sequence of Answer
        The learner's, one for each call of the probe.

    Returns
    -------
    tuple of str
        The fewest options without which the same calls are answered as the learner's function answers them; empty if
        that explains nothing.
    """
    answers = sorted(answers, key=lambda answer: answer.right)
    names = sorted({name for answer in answers for name in answer.case.options})
    for count in range(1, len(names) + 1):
        for dropped in combinations(names, count):
            if all(_alike(answer, _without(exercise, answer, dropped)) for answer in answers):
                return dropped
    return ()


def _without(exercise: Exercise, answer: Answer, dropped: tuple[str, ...]) -> np.ndarray | None:
    kept = {name: value for name, value in answer.case.options.items() if name not in dropped}
    return ask_again(exercise, exercise.reference, replace(answer, case=replace(answer.case, options=kept))).got


def _fits(exercise: Exercise, answers: Sequence[Answer], *slips: Slip) -> bool:
    """Compare answer by answer, and stop at the first that differs."""
    slipped = with_slips(exercise, *slips)
    return all(_alike(answer, _slipped_answer(exercise, slipped, answer)) for answer in answers)


_KNOWN: dict[Hashable, np.ndarray | None] = {}


def _slipped_answer(exercise: Exercise, slipped: partial, answer: Answer) -> np.ndarray | None:
    """Ask an implementation that slips, and remember what it makes of the probe, which is the same for everybody."""
    if answer.case not in exercise.probe:
        return ask_again(exercise, slipped, answer).got
    key = (exercise.reference, exercise.observe, slipped.func, slipped.keywords["slips"], answer.case)
    if key not in _KNOWN:
        _KNOWN[key] = ask_again(exercise, slipped, answer).got
    return _KNOWN[key]


def _alike(answer: Answer, slipped: np.ndarray | None) -> bool:
    if answer.got is None or slipped is None:
        return answer.got is None and slipped is None
    if not answer.got.size and not slipped.size:
        return True  # a list of no rows becomes an array of another empty shape than `np.zeros((0, 2))`
    return same(answer.got, slipped)
