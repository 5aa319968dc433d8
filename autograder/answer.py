"""One call of a learner's function, beside the truth."""

from collections.abc import Callable, Hashable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.call import call
from autograder.compare import WrongKindError, observed, same
from autograder.exercise import Case, Exercise
from autograder.network import network_of
from autograder.outcome import Outcome
from autograder.tensors import seeded

ANSWERED, REFUSED = np.array("answered"), np.array("refused")  # what is compared where a call has to be refused


@dataclass(frozen=True, eq=False)
class Answer:
    """What a function made of a case.

    Attributes
    ----------
    case : Case
        What it was called with.
    outcome : Outcome
        All that happened.
    truth : object
        The right answer, as the reference returned it.
    expected : numpy.ndarray
        The right answer, as it is compared.
    got : numpy.ndarray or None
        The function's, as it is compared; None if it raised or gave something of the wrong kind.
    complaint : str
        What is wrong with the kind of its result, or "".
    """

    case: Case
    outcome: Outcome
    truth: Any
    expected: np.ndarray
    got: np.ndarray | None = None
    complaint: str = ""

    @property
    def right(self) -> bool:
        """Whether the call was answered rightly, with its arguments left alone."""
        return self.got is not None and same(self.got, self.expected) and not self.outcome.changed


def ask(exercise: Exercise, function: Callable[..., Any], case: Case) -> Answer:
    """Call a function, and put what it answers beside the truth.

    Parameters
    ----------
    exercise : Exercise
        Has the truth, and knows what is compared.
    function : callable
        The learner's, or one that makes known mistakes.
    case : Case
        What to call it with.

    Returns
    -------
    Answer
        Both answers.

    Raises
    ------
    RuntimeError
        If the reference cannot answer: the case is none of this exercise.
    """
    return _beside(exercise, function, _unanswered(exercise, case))


_PROBED: dict[Hashable, Answer] = {}


def _unanswered(exercise: Exercise, case: Case) -> Answer:
    """Find the truth, and remember that of the probe, which is the same for everybody."""
    if case not in exercise.probe:
        return _truth(exercise, case)
    key = (exercise.reference, exercise.observe, case)
    if key not in _PROBED:
        _PROBED[key] = _truth(exercise, case)
    return _PROBED[key]


def _truth(exercise: Exercise, case: Case) -> Answer:
    right = call(exercise.reference, case, tensors=exercise.tensors)
    if case.refused and right.refused:
        return Answer(case, Outcome(), None, REFUSED)
    if right.raised:
        raise RuntimeError(f"{exercise.name}: the reference raised {right.raised} Please report it: it is our mistake.")
    with seeded(0) if exercise.tensors else nullcontext():  # whatever a notebook has set: gradients are on
        expected = np.array(_seen(exercise, case, right, right.result))
    return Answer(case, Outcome(), right.result, expected)


def ask_again(exercise: Exercise, function: Callable[..., Any], answer: Answer) -> Answer:
    """Ask another function what has been asked before, without asking for the truth once more.

    Parameters
    ----------
    exercise : Exercise
        Whose case it was.
    function : callable
        What to call.
    answer : Answer
        Has the case and the truth.

    Returns
    -------
    Answer
        What :func:`ask` would return.
    """
    return _beside(exercise, function, Answer(answer.case, Outcome(), answer.truth, answer.expected))


def _beside(exercise: Exercise, function: Callable[..., Any], unanswered: Answer) -> Answer:
    truth = unanswered.truth
    case = unanswered.case
    answer = replace(unanswered, outcome=call(function, case, tensors=exercise.tensors))
    if case.refused and answer.outcome.refused:
        return replace(answer, got=REFUSED)
    if answer.outcome.raised:
        return answer
    if case.refused:
        return replace(answer, got=ANSWERED)
    # Once more by `call`: to observe a result that is a function or a network is to call the learner's code again.
    seen = call(
        lambda: _observed(exercise, case, answer.outcome, truth), Case(()), tensors=exercise.tensors, home=function
    )
    if seen.raised:
        return replace(answer, outcome=seen)
    got, complaint = seen.result
    return replace(answer, got=got, complaint=complaint)


def _seen(exercise: Exercise, case: Case, outcome: Outcome, truth: Any) -> Any:
    if case.trial is None:
        return observed(exercise, outcome.result, truth)
    looked_at = outcome.result if case.trial.argument is None else outcome.args[case.trial.argument]
    return case.trial.observe(network_of(looked_at, result=outcome.result))


def _observed(exercise: Exercise, case: Case, outcome: Outcome, truth: Any) -> tuple[np.ndarray | None, str]:
    try:
        got = _seen(exercise, case, outcome, truth)
    except WrongKindError as error:
        return None, str(error)
    return np.array(got), ""  # a copy: the next call may reuse the array it was answered in
