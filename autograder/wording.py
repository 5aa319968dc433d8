"""Turn what was found into sentences: what was seen, where first, why it matters, where to read."""

import inspect
import re
from collections.abc import Sequence

import numpy as np

from autograder.answer import Answer
from autograder.compare import same, wrong_cells
from autograder.diagnose import unused
from autograder.exercise import Exercise, Slip, Trial
from autograder.hints import hint
from autograder.show import call_text, number
from autograder.symptoms import shape_reason, shapes_differ, symptom
from autograder.tensors import is_tensor
from autograder.trials import Names

NAMES_SHOWN = 8
IN_A_LIST = (
    "Does a Python list hold them? A module finds the parts that are its attributes, or that lie in `nn.Sequential` or "
    "`nn.ModuleList`; what lies in a list is not found, and not trained."
)
BUFFER = re.compile(r"(running_mean|running_var|num_batches_tracked) ")

Told = tuple[str, tuple[str, ...]]  # a headline and paragraphs


def told_mistakes(exercise: Exercise, slips: Sequence[Slip], wrong: Sequence[Answer]) -> Told:
    """Tell the mistakes that explain the answers.

    Parameters
    ----------
    exercise : Exercise
        Whose they are.
    slips : sequence of Slip
        One, or several that explain the answers together or equally well.
    wrong : sequence of Answer
        What was answered wrongly, in order.

    Returns
    -------
    tuple
        A headline, and paragraphs.
    """
    headline = " And: ".join(slip.does for slip in slips)
    # A call can also be wrong because its argument was changed, and then its numbers may all be right.
    unlike = (a for a in wrong if a.got is not None and not same(a.got, a.expected))
    shown = next(unlike, wrong[0])
    changed = next((answer for answer in wrong if answer.outcome.changed), None)
    reasons = [f"{slip.why}\n{_where_to_read(slip)} ({exercise.slug(slip)})" for slip in slips]
    if changed:
        told, (remedy,) = _told_changed(exercise, changed)
        reasons.append(f"{told[0].upper()}{told[1:]} {remedy}")
    return headline, (_first_difference(exercise, shown), *reasons)


def told_symptoms(exercise: Exercise, probe: Sequence[Answer], wrong: Sequence[Answer]) -> Told:
    """Tell what can be said of wrong answers that no known mistake explains.

    Parameters
    ----------
    exercise : Exercise
        Whose they are.
    probe, wrong : sequence of Answer
        All designed calls, and all calls that were answered wrongly.

    Returns
    -------
    tuple
        A headline, and paragraphs.
    """
    answer = next((answer for answer in wrong if not answer.outcome.changed), wrong[0])
    if answer.outcome.changed:
        return _told_changed(exercise, answer)
    seen = ""
    if any(answer is designed for designed in probe):
        seen = _told_unused(exercise, probe, answer) or shape_reason(exercise, probe) or _told_symptom(exercise, probe)
    return seen or "not right yet; this is not one of the mistakes we know.", (_first_difference(exercise, answer),)


def _told_unused(exercise: Exercise, probe: Sequence[Answer], wrong: Answer) -> str:
    part = next(part for part in exercise.parts if wrong.case in part.probe)
    evidence = [answer for answer in probe if answer.right or answer.case in part.probe]
    names = [f"`{name}`" for name in unused(exercise, probe) or unused(exercise, evidence)]
    listed = " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
    it = "it" if len(names) == 1 else "them"
    return f"Your answers are the right ones for calls without {listed}: you do not use {it} yet." if names else ""


def _told_symptom(exercise: Exercise, probe: Sequence[Answer]) -> str:
    """Look at what was returned only: a row of what was observed is none of the answer's."""
    if exercise.observe or any(isinstance(answer.truth, tuple) or answer.case.trial for answer in probe):
        return ""
    return symptom([(answer.got, answer.expected) for answer in probe if answer.got is not None])


_RAISED = {
    "SystemExit": "your function ended Python instead of returning.",
    "ProcessEnded": "your function ended Python instead of returning.",
    "RecursionError": "your function calls itself without an end.",
    "TimeoutError": "your function did not return in time.",
    "MemoryError": "your function needs more memory than there is for it.",
}


def told_raised(exercise: Exercise, answer: Answer) -> Told:
    """Tell that a call raised, where, and on what.

    Parameters
    ----------
    exercise : Exercise
        Whose call.
    answer : Answer
        The call.

    Returns
    -------
    tuple
        A headline, and paragraphs.
    """
    outcome = answer.outcome
    kind = outcome.raised.partition(":")[0]
    headline = _RAISED.get(kind, "your function stopped with an error.")
    where = f"in {outcome.line}" if outcome.line else ""
    wanted = [exercise.working(answer.case, ())] if answer.case.refused else []
    called = f"It was called as {call_text(exercise, answer.case)}"
    meant = [words] if (words := hint(outcome.raised)) else []
    return headline, (f"{outcome.raised}\n{where}".rstrip(), *meant, *wanted, called)


def told_kind(exercise: Exercise, answer: Answer) -> Told:
    """Tell that a result is not of the kind that is asked for.

    Parameters
    ----------
    exercise : Exercise
        Whose call.
    answer : Answer
        The call.

    Returns
    -------
    tuple
        A headline, and paragraphs.
    """
    return answer.complaint[0].lower() + answer.complaint[1:], (f"It was called as {call_text(exercise, answer.case)}",)


def _told_changed(exercise: Exercise, answer: Answer) -> Told:
    names = [tuple(inspect.signature(exercise.reference).parameters)[position] for position in answer.outcome.changed]
    copy = "clone" if exercise.tensors else "copy"
    copies = "; ".join(f"{name} = {name}.{copy}()" for name in names)
    return f"your function changes its argument {' and '.join(names)}.", (
        f"Whoever calls it still needs it as it was. Work on a copy: `{copies}`.",
    )


def _first_difference(exercise: Exercise, answer: Answer) -> str:
    called = call_text(exercise, answer.case)
    if answer.got is None:
        return f"First seen in {called}"
    if answer.case.refused:
        return f"{exercise.working(answer.case, ())}\nFirst seen in {called}"
    if answer.expected.dtype.kind == "U":
        return f"{_names_differ(answer)}\nFirst seen in {called}"
    if not (isinstance(answer.truth, np.ndarray) or is_tensor(answer.truth) or exercise.observe or answer.case.trial):
        return _first_result(exercise, answer)
    if answer.got.shape != answer.expected.shape:
        return f"{shapes_differ(answer.got.shape, answer.expected.shape)}\nFirst seen in {called}"
    if exercise.observe and not answer.case.trial:
        return _first_observation(exercise, answer)
    cell = tuple(int(i) for i in np.argwhere(wrong_cells(answer.got, answer.expected))[0])
    got, right = number(answer.got[cell]), number(answer.expected[cell])
    got += _oddity(answer.got[cell], answer.expected[cell])
    working = exercise.working(answer.case, cell)
    return f"First seen in cell {_cell(cell)}: you have {got}, right is {right}.\n{working}\nIn {called}"


def _names_differ(answer: Answer) -> str:
    """Tell names that are missing, and names that are too many, of parameters or parts."""
    got, right = answer.got.tolist(), answer.expected.tolist()
    lacking, foreign = [name for name in right if name not in got], [name for name in got if name not in right]
    trial = answer.case.trial or Trial()
    told = {trial.lacking: lacking, trial.foreign: foreign}
    lines = [f"{words}: {_some(names)}." for words, names in told.items() if names]
    if isinstance(trial, Names) and not foreign and _are_numbered(lacking) and not _are_numbered(got):
        lines.append(IN_A_LIST)
    return "\n".join(lines)


def _are_numbered(names: Sequence[str]) -> bool:
    return any(part.isdigit() for name in names for part in name.split("."))


def _some(names: Sequence[str]) -> str:
    names = [name for name in names if not BUFFER.search(name)] or names  # a norm is known by its weight and its bias
    return ", ".join(names[:NAMES_SHOWN]) + " …" * (len(names) > NAMES_SHOWN)


def _first_result(exercise: Exercise, answer: Answer) -> str:
    wrong = np.argwhere(wrong_cells(answer.got, answer.expected))[0]
    index = tuple(int(i) for i in wrong) if isinstance(answer.truth, tuple) else ()
    got, right = _result_text(answer.outcome.result), _result_text(answer.truth)
    called = call_text(exercise, answer.case)
    return f"First seen in {called}: you return {got}, right is {right}.\n{exercise.working(answer.case, index)}"


def _result_text(result: object) -> str:
    if isinstance(result, (tuple, list, np.ndarray)) and np.ndim(result):
        return f"({', '.join(number(item) for item in result)})"
    return number(result)


def _oddity(got: np.generic, right: np.generic) -> str:
    if not np.isfinite(got) and np.isfinite(right):
        return " (a division by zero, ∞ − ∞, or a value never filled in)"
    if got.dtype.kind not in "iu":
        return ""
    least, most = np.iinfo(got.dtype).min, np.iinfo(got.dtype).max
    fits = least <= np.trunc(right) <= most
    return "" if fits else f" ({got.dtype} holds numbers from {number(least)} to {number(most)} only)"


def _first_observation(exercise: Exercise, answer: Answer) -> str:
    cell = tuple(int(i) for i in np.argwhere(wrong_cells(answer.got, answer.expected))[0])
    called = call_text(exercise, answer.case)
    between = "\n" if "\n" in called else " "  # below the arrays, if there are any
    gives = f"{called}{between}gives {_plain(answer.outcome.result)}"
    return f"{exercise.working(answer.case, cell)}\nYours does not: {gives}"


def _plain(result: object) -> object:
    """Turn arrays into lists, those in a tuple or dict each by itself: they need not have one shape."""
    if callable(result):
        return "a function that answers otherwise."
    if isinstance(result, dict):
        return {name: tuple(round(float(item), 4) for item in np.ravel(value)) for name, value in result.items()}
    return tuple(map(_plain, result)) if isinstance(result, (tuple, list)) else np.asarray(result).tolist()


def _where_to_read(slip: Slip) -> str:
    lesson, _, heading = slip.section.partition("#")
    return f"Read “{heading}” in {lesson}.ipynb."


def _cell(cell: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, cell))}]"
