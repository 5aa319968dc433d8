"""Judge a function: was it attempted, did it run, is the result of the right kind, is it right, and if not, why."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from autograder.answer import Answer, ask, ask_again
from autograder.compare import same
from autograder.diagnose import explain, explain_plain
from autograder.exercise import Exercise, Part, Slip
from autograder.exercises import load
from autograder.packages import packages_used
from autograder.report import PartScore, Report
from autograder.wording import told_kind, told_mistakes, told_raised, told_symptoms


def evaluate(name: str, function: Callable[..., Any], *, seed: int = 0) -> Report:
    """Judge a learner's function against an exercise.

    Parameters
    ----------
    name : str
        The exercise, such as ``"xcorr2d"``.
    function : callable
        The learner's function.
    seed : int
        From which the drawn cases come.

    Returns
    -------
    Report
        What was found. Nothing that the function does is raised from here, except KeyboardInterrupt.

    Raises
    ------
    LookupError
        If there is no exercise of that name.

    Examples
    --------
    >>> import numpy as np
    >>> evaluate("xcorr1d", lambda x, w: np.convolve(x, w, "valid")).mistakes
    ('xcorr1d/kernel-flipped',)
    """
    with np.errstate(all="ignore"):  # whatever a notebook has set: an overflow is a wrong answer, and no crash
        return replace(_judge(load(name), function, seed), seed=seed)


def _judge(exercise: Exercise, function: Callable[..., Any], seed: int) -> Report:
    name = exercise.name
    if not callable(function):
        told = f"It got {function!r:.80}. Hand over the function itself, without calling it:"
        return Report(name, "error", "the check needs a function.", (f'{told} check("{name}", {name}).',))
    asked = [_asked(exercise, function, part, seed) for part in exercise.parts]
    probe = [
        answer for part, answers in zip(exercise.parts, asked, strict=True) for answer in answers[: len(part.probe)]
    ]
    if not any(answer.outcome.attempted for answer in probe):
        return Report(name, "not attempted", "not attempted yet.", (exercise.goal,), parts=_scores(exercise, asked))
    everything = [answer for answers in asked for answer in answers]
    report = Report(
        name,
        status="passed",
        headline="right.",
        parts=_scores(exercise, asked),
        notes=_notes(everything),
        printed=next((answer.outcome.printed for answer in everything if answer.outcome.printed), ""),
    )
    wrong = [answer for answer in everything if not answer.right]
    if not wrong:
        return _allowed(exercise, report, function)
    report = _blamed(exercise, report, probe, wrong, _explained(exercise, function, probe, seed))
    wavers = not report.mistakes and _wavers(exercise, function, wrong[0])
    return replace(report, headline=WAVERS) if wavers else report


def _asked(exercise: Exercise, function: Callable[..., Any], part: Part, seed: int) -> list[Answer]:
    """Ask a part to its end before the next one: who loops for ever in one has earned those before it."""
    answers = [ask(exercise, function, case) for case in part.probe]
    # Where the probe is wrong, the part's points are lost already.
    return answers + (_drawn(exercise, function, part, seed) if all(answer.right for answer in answers) else [])


def _drawn(exercise: Exercise, function: Callable[..., Any], part: Part, seed: int) -> list[Answer]:
    rng = np.random.default_rng([seed, zlib.crc32(f"{exercise.name}: {part.name}".encode())])
    return [ask(exercise, function, case) for case in part.cases(rng)]


def _explained(
    exercise: Exercise, function: Callable[..., Any], probe: Sequence[Answer], seed: int
) -> tuple[Slip, ...]:
    @cache
    def drawn() -> list[Answer]:
        return [answer for part in exercise.parts for answer in _drawn(exercise, function, part, seed)]

    return explain(exercise, probe, more=drawn) or explain_plain(exercise, function, probe, more=drawn)


def _scores(exercise: Exercise, asked: Sequence[Sequence[Answer]]) -> tuple[PartScore, ...]:
    return tuple(
        PartScore(part.name, part.points, all(answer.right for answer in answers))
        for part, answers in zip(exercise.parts, asked, strict=True)
    )


def _blamed(
    exercise: Exercise, report: Report, probe: Sequence[Answer], wrong: Sequence[Answer], slips: Sequence[Slip]
) -> Report:
    first = wrong[0]
    if slips:
        headline, details = told_mistakes(exercise, slips, wrong)
    elif first.outcome.raised:
        headline, details = told_raised(exercise, first)
    elif first.complaint:
        headline, details = told_kind(exercise, first)
    else:
        headline, details = told_symptoms(exercise, probe, wrong)
    return replace(
        report,
        status="error" if first.outcome.raised and not slips else "failed",
        headline=headline,
        details=details,
        mistakes=tuple(exercise.slug(slip) for slip in slips),
    )


WAVERS = (
    "called again in the same way, your function gives another answer: as when it adds to what `np.empty` holds, or "
    "keeps something from call to call."
)


def _wavers(exercise: Exercise, function: Callable[..., Any], answer: Answer) -> bool:
    """Tell whether a call is answered otherwise if it is made again."""
    if answer.got is None or exercise.observe or answer.case.trial:
        return False
    again = ask_again(exercise, function, answer)
    return again.got is not None and not same(again.got, answer.got)


def _allowed(exercise: Exercise, report: Report, function: Callable[..., Any]) -> Report:
    """Say at home already what would not run in the grader, so that nobody passes here and fails there."""
    foreign = sorted(packages_used(function) - set(exercise.allowed))
    allowed, verb = " and ".join(exercise.allowed), "is" if len(foreign) == 1 else "are"
    if not foreign:
        return report
    return replace(
        report,
        status="failed",
        headline=f"the numbers are right, but {' and '.join(foreign)} {verb} not there in the grader.",
        details=(f"This exercise is to be built with {allowed} alone: write yourself what you took from elsewhere.",),
        parts=(PartScore(f"a grader that has {allowed} alone", exercise.points, earned=False),),
    )


def _notes(answers: Sequence[Answer]) -> tuple[str, ...]:
    if any(answer.outcome.shares for answer in answers):
        return ("The result is a view of an argument: who changes one changes the other. `.copy()` parts them.",)
    return ()
