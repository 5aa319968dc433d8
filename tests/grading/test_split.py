"""A function in another process is judged as it is at home, word for word."""

import re
from dataclasses import asdict

import numpy as np
import pytest

from autograder.diagnose import with_slips
from autograder.exercises import load
from autograder.grading.caller import Caller
from autograder.grading.job import Limits
from autograder.grading.processes import Process
from autograder.grading.remote import function_of
from autograder.judge import evaluate
from tests.autograder.here import EXERCISES
from tests.grading.plain_room import PlainRoom

pytestmark = pytest.mark.full

LIMITS = Limits(cpu=60, wall=120)
SLIPS_EACH = 4
ODD = {
    "nothing": "lambda *a, **k: None",
    "ellipsis": "lambda *a, **k: ...",
    "list": "lambda *a, **k: [[1.0]]",
    "tuple": "lambda *a, **k: (np.zeros(3),)",
    "complex": "lambda *a, **k: np.zeros(3, complex)",
    "objects": "lambda *a, **k: np.array([None, {}], dtype=object)",
    "texts": "lambda *a, **k: np.array(['a'])",
    "masked": "lambda *a, **k: np.ma.masked_array([1.0, 2.0])",
    "matrix": "lambda *a, **k: np.matrix([1.0])",
    "generator": "lambda *a, **k: (i for i in range(3))",
    "own type": "lambda *a, **k: type('Mine', (), {'__repr__': lambda s: 'mine'})()",
    "big": "lambda *a, **k: 10 ** 100",
    "nan": "lambda *a, **k: float('nan')",
    "raises": "lambda *a, **k: 1 / 0",
    "exits": "lambda *a, **k: __import__('sys').exit(3)",
    "refuses": "lambda *a, **k: int('x')",
    "view": "lambda *a, **k: a[0]",
    "array of texts": "lambda *a, **k: np.array('a')",
    "integers": "lambda *a, **k: np.arange(6).reshape(2, 3)",
    "half": "lambda *a, **k: np.zeros((2, 2), np.float16)",
    "range": "lambda *a, **k: range(3)",
    "dict": "lambda *a, **k: {'a': 1}",
    "fraction": "lambda *a, **k: __import__('fractions').Fraction(1, 3)",
}


@pytest.fixture(scope="module")
def there():
    """A process that holds the functions of the table below, as a learner's would."""
    import torch  # noqa: F401 - so that it is there in the fork

    with PlainRoom("", LIMITS, "") as room:
        process = Process(room.socket)
        run(process, "import numpy as np")
        yield process


def run(process, source):
    return process.ask({"op": "run", "source": source, "output": 1_000_000}, seconds=60).tree["outputs"]


def judged_there(process, name, seed=5):
    caller = Caller(process, LIMITS)
    try:
        return evaluate(name, function_of(caller, name), seed=seed)
    finally:
        caller.finish()


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_the_reference_and_known_mistakes_are_judged_alike(there, exercise):
    sampled = exercise.slips[:: max(1, len(exercise.slips) // SLIPS_EACH)]
    for slips in ((), *((slip,) for slip in sampled)):
        chosen = [slip.name for slip in slips]
        outputs = run(
            there,
            "from autograder.diagnose import with_slips\nfrom autograder.exercises import load\n"
            f"e = load({exercise.name!r})\n"
            f"{exercise.name} = with_slips(e, *[slip for slip in e.slips if slip.name in {chosen!r}])",
        )
        assert not outputs
        report = judged_there(there, exercise.name)
        if slips:
            assert asdict(report) == asdict(evaluate(exercise.name, with_slips(exercise, *slips), seed=5))
        assert report.passed is not bool(slips)


KINDS = ["relu", "count_pixels_values", "separable_ratio", "make_invariant", "residual_block", "compare"]


@pytest.mark.parametrize("exercise", [load(name) for name in KINDS], ids=lambda exercise: exercise.name)
def test_odd_results_are_told_alike(there, exercise):
    for source in ODD.values():
        assert not run(there, f"{exercise.name} = {source}")
        at_home = evaluate(exercise.name, eval(source, {"np": np, "__name__": "__main__"}), seed=5)
        report = judged_there(there, exercise.name)
        assert without_places(report.headline) == without_places(at_home.headline)
        assert [*map(without_places, report.details)] == [*map(without_places, at_home.details)]


def without_places(text):
    """Leave out where a thing lies in memory, and in which line of which file it is."""
    return re.sub(r"0x[0-9a-f]+|in line .*", "", text)
