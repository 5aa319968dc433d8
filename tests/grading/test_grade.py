"""One submission, graded in a room: what is right is earned, and what is not takes nothing else along."""

import json
import time

import pytest

from autograder.grading.grade import grade
from autograder.grading.job import Check, Job, JobCell, Limits
from autograder.grading.judging import judged
from autograder.grading.rooms import strongest_tier

pytestmark = pytest.mark.full

SEED = 7
RELU = "import numpy as np\ndef relu(x):\n    return np.maximum(x, 0)"
XCORR = """def xcorr1d(x, w):
    count = len(x) - len(w) + 1
    return np.array([np.sum(x[i : i + len(w)] * w) for i in range(count)])"""
FLIPPED = "def xcorr1d(x, w):\n    return np.convolve(x, w, 'valid')"


def solution(source, name="relu"):
    return JobCell(f"{name}-solution", "solution", source)


def added(source, name="mine"):
    return JobCell(name, "added", source)


def check(exercise, name=None):
    return JobCell(f"{exercise}-check", "check", "", (Check(exercise, name or exercise, SEED),))


def graded(*cells, environment="numpy", files=(), **limits):
    return grade(Job(cells, environment, Limits(**{"cpu": 2, "wall": 4} | limits), strongest_tier(), files))


def earned(record):
    return {name.removesuffix("-check"): verdict.earned for name, verdict in record.verdicts.items()}


def report(record, exercise):
    return record.verdicts[f"{exercise}-check"].reports[0]


def test_what_is_right_earns_all_and_a_known_mistake_is_named():
    record = graded(solution(RELU), check("relu"), solution(FLIPPED, "xcorr1d"), check("xcorr1d"))
    assert earned(record) == {"relu": 3, "xcorr1d": 0}
    assert report(record, "xcorr1d")["mistakes"] == ("xcorr1d/kernel-flipped",)
    assert report(record, "xcorr1d")["seed"] == SEED


def test_the_same_job_has_the_same_verdicts_on_every_run():
    cells = (solution(RELU), check("relu"), solution(FLIPPED, "xcorr1d"), check("xcorr1d"))
    assert graded(*cells).digest() == graded(*cells).digest()


def test_what_kept_a_function_from_being_defined_is_told():
    record = graded(solution("def relu(x)\n    return x"), check("relu"), check("xcorr1d"))
    assert earned(record) == {"relu": 0, "xcorr1d": 0}
    told = "relu was not defined, since its cell ended with SyntaxError: expected ':' (line 1)"
    assert report(record, "relu")["details"][0] == told
    assert "No cell that ran to its end defines xcorr1d." in report(record, "xcorr1d")["details"][0]


ENDLESS = {
    "plain": "def xcorr1d(x, w):\n    while True:\n        pass",
    "deaf": "import signal\nfor number in (2, 15, 24):\n    signal.signal(number, signal.SIG_IGN)\n"
    "def xcorr1d(x, w):\n    while True:\n        try:\n            while True:\n                pass\n"
    "        except BaseException:\n            pass",
    "in C": "def xcorr1d(x, w):\n    return 7 ** (10 ** 9)",
    "asleep": "import time\ndef xcorr1d(x, w):\n    time.sleep(1000)",
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS.keys())
def test_an_endless_function_costs_its_own_points_only(source):
    record = graded(solution(source, "xcorr1d"), check("xcorr1d"), solution(RELU), check("relu"))
    assert earned(record) == {"xcorr1d": 0, "relu": 3}
    assert report(record, "xcorr1d")["headline"] == "your function did not return in time."
    assert record.log["rooms"] == 2 or "signal" in source


def test_many_calls_that_wait_are_over_in_time_together():
    slow = f"import time\n{XCORR}\nright = xcorr1d\ndef xcorr1d(x, w):\n    time.sleep(0.9)\n    return right(x, w)"
    began = time.monotonic()
    record = graded(solution(RELU), solution(slow, "xcorr1d"), check("xcorr1d"), check("relu"), wall=1)
    assert earned(record) == {"xcorr1d": 0, "relu": 3}
    assert "by the clock" in report(record, "xcorr1d")["details"][0]
    assert time.monotonic() - began < 15


def test_a_notebook_is_over_in_time_in_the_middle_of_a_check():
    slow = "import time\ndef xcorr1d(x, w):\n    time.sleep(60)"
    began = time.monotonic()
    record = graded(solution(slow, "xcorr1d"), check("xcorr1d"), wall=60, notebook=6)
    assert earned(record) == {"xcorr1d": 0}
    assert time.monotonic() - began < 20


def test_a_number_that_cannot_be_written_out_is_wrong_and_costs_its_own_points_only():
    huge = solution("def out_size(*args, **options):\n    return 10 ** 5000", "out_size")
    record = graded(huge, check("out_size"), solution(RELU), check("relu"))
    assert earned(record) == {"out_size": 0, "relu": 3}
    assert "a number of thousands of digits" in "".join(report(record, "out_size")["details"])
    assert "faults" not in record.log


def test_a_check_at_which_the_judge_fails_is_left_open_and_the_rest_goes_on(monkeypatch):
    def failing(caller, check, *more):
        if check.exercise == "xcorr1d":
            raise RecursionError("too deep")
        return judged(caller, check, *more)

    monkeypatch.setattr("autograder.grading.grade.judged", failing)
    record = graded(solution(XCORR, "xcorr1d"), check("xcorr1d"), solution(RELU), check("relu"))
    assert record.verdicts["xcorr1d-check"].possible == 0
    assert earned(record)["relu"] == 3
    assert record.log["faults"] == {"xcorr1d-check": "RecursionError: too deep"}


LIES = {
    "changed": "outcome.changed, outcome.shares = [99, -7, 'x'], True",
    "surrogates": "outcome.result = np.zeros(3).view(type('Odd', (np.ndarray,), {'__repr__': lambda s: '\\ud800'}))",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_what_is_forged_is_no_answer_and_breaks_nothing(lie):
    forged = f"""
import sys
import numpy as np
from types import SimpleNamespace
def forge(answer):
    def told(self, outcome, **options):
        outcome = SimpleNamespace(**{{n: getattr(outcome, n) for n in
            ("result", "args", "raised", "refused", "line", "attempted", "printed", "changed", "shares")}})
        {lie}
        return answer(self, outcome, **options)
    return told
kind = sys.modules["autograder.grading.student"]._Student
kind._tell = forge(kind._tell)
def xcorr1d(x, w):
    return x"""
    record = graded(solution(forged, "xcorr1d"), check("xcorr1d"))
    assert earned(record) == {"xcorr1d": 0}
    assert "faults" not in record.log
    json.dumps(record.to_json(), ensure_ascii=False).encode()


def test_an_endless_cell_is_dropped_and_told():
    record = graded(added("while True:\n    pass"), solution(RELU), check("relu"))
    assert earned(record) == {"relu": 3}
    assert record.outputs["mine"][-1]["ename"] == "TimeoutError"
    assert record.log["rooms"] == 2


def test_who_is_deaf_to_the_end_of_its_time_is_ended_long_before_the_clock():
    record = graded(solution(ENDLESS["deaf"], "xcorr1d"), check("xcorr1d"), solution(RELU), check("relu"), wall=300)
    assert earned(record) == {"xcorr1d": 0, "relu": 3}
    assert record.log["seconds"] < 60


def test_each_cell_and_each_check_has_time_of_its_own():
    slow = "import time\nbegin = time.process_time()\nwhile time.process_time() < begin + 1.2:\n    pass"
    record = graded(added(slow), added(slow, "more"), solution(f"{slow}\n{RELU}"), check("relu"))
    assert earned(record) == {"relu": 3}
    assert record.log["rooms"] == 1


ENDING = {
    "os._exit": "import os\nos._exit(0)",
    "kill": "import os\nos.kill(os.getpid(), 9)",
    "segfault": "import ctypes\nctypes.string_at(0)",
    "closed descriptors": "import os\nos.closerange(0, 4096)",
    "kill the parent": "import os\nos.kill(os.getppid(), 9)",
    "kill all": "import os\nos.kill(-1, 9)",
    "stop the parent": "import os\nos.kill(os.getppid(), 19)",
    "garbage": "import os\nfor number in range(3, 64):\n    try:\n        os.write(number, b'x' * 100000)\n"
    "    except OSError:\n        pass",
    "memory": "x = []\nwhile True:\n    x.append(bytearray(50_000_000))",
}


@pytest.mark.parametrize("source", ENDING.values(), ids=ENDING.keys())
def test_a_cell_that_ends_its_process_costs_nobody_elses_points(source):
    record = graded(solution(RELU), added(source), solution(XCORR, "xcorr1d"), check("relu"), check("xcorr1d"))
    assert earned(record) == {"relu": 3, "xcorr1d": 4}


@pytest.mark.parametrize("source", ENDING.values(), ids=ENDING.keys())
def test_a_function_that_ends_its_process_costs_its_own_points_only(source):
    body = "\n".join(f"    {line}" for line in source.splitlines())
    record = graded(solution(f"def xcorr1d(x, w):\n{body}", "xcorr1d"), check("xcorr1d"), solution(RELU), check("relu"))
    assert earned(record) == {"xcorr1d": 0, "relu": 3}
    assert report(record, "xcorr1d")["status"] in ("error", "failed")


def test_a_fork_that_returns_from_its_cell_does_not_answer_in_the_place_of_its_parent():
    record = graded(added("import os\nos.fork()\nprint('here')"), solution(RELU), check("relu"), added("print(1)", "b"))
    assert earned(record) == {"relu": 3}
    assert record.outputs["b"][0]["text"] == "1\n"


def test_a_function_that_is_missing_is_told():
    record = graded(solution("x = 3"), check("relu"))
    assert report(record, "relu")["headline"] == "there is no relu."
    assert graded(solution("relu = 3"), check("relu")).verdicts["relu-check"].earned == 0


def test_a_check_by_raising_is_what_it_is_with_nbgrader():
    by_raising = JobCell("own", "check", "assert relu(np.array([-1.0]))[0] == 0")
    wrong = JobCell("wrong", "check", "assert relu(np.array([1.0]))[0] == 0")
    record = graded(solution(RELU), by_raising, wrong)
    assert earned(record) == {"own": 1, "wrong": 0}


def test_what_a_check_changes_is_there_for_the_next_cell_as_at_home():
    counting = "calls = []\ndef relu(x):\n    calls.append(1)\n    return x * (x > 0) if len(calls) < 1000 else 0"
    record = graded(solution(counting), check("relu"), added("print(len(calls))"))
    assert int(record.outputs["mine"][0]["text"]) > 3
    assert record.log["rooms"] == 1


def test_learners_may_call_the_check_themselves_and_draw_the_books_widgets():
    source = (
        "from autograder import check\nfrom helpers.widgets import ConvolutionStepper\n"
        "print(check('relu', relu))\nConvolutionStepper([[1]], [[1]], function=relu)"
    )
    record = graded(solution(RELU), added(source), check("relu"))
    told = str(record.outputs["mine"])
    assert "checked in the cell that counts" in told
    assert "not drawn" in told
    assert "error" not in told


def test_what_needs_a_kernel_finds_one_in_the_room():
    kernel = added("print(type(get_ipython().kernel).__name__)", "kernel")
    widget = added("import ipywidgets\nipywidgets.interact(lambda x: print(2 * x), x=4)", "widget")
    record = graded(kernel, widget, solution(RELU), check("relu"), cpu=20, wall=60)
    assert record.outputs["kernel"][0]["text"] == "InProcessKernel\n"
    assert record.outputs["widget"][0]["text"] == "8\n"
    assert earned(record) == {"relu": 3}


@pytest.mark.parametrize("module", ["autograder.exercises", "autograder.judge", "autograder.given", "helpers.layers"])
def test_the_reference_is_not_there(module):
    record = graded(added(f"import {module}"))
    assert record.outputs["mine"][0]["ename"] in ("ImportError", "ModuleNotFoundError")


def test_no_object_in_memory_is_of_the_exercises():
    source = (
        "import gc, sys\n"
        "found = [o for o in gc.get_objects() if getattr(o, '__module__', '') and "
        "str(getattr(o, '__module__', '')).startswith(('autograder.exercises', 'autograder.given', 'helpers'))]\n"
        "print(len(found), [m for m in sys.modules if m.startswith(('autograder.exercises', 'helpers'))])"
    )
    assert graded(added(source)).outputs["mine"][0]["text"] == "0 []\n"


def test_torch_is_there_for_those_who_may_use_it_and_for_no_one_else():
    assert graded(added("import torch\ntorch.ones(3)")).outputs["mine"][0]["ename"] == "ModuleNotFoundError"
    assert (
        graded(added("from scipy.signal import convolve2d\nconvolve2d(1, 2)")).outputs["mine"][0]["ename"]
        == "ModuleNotFoundError"
    )
    freeze = """def freeze(net, *, upto):
    frozen = True
    for name, part in net.named_children():
        part.requires_grad_(not frozen)
        frozen = frozen and name != upto
    return net"""
    record = graded(
        solution("import torch\n" + freeze, "freeze"), check("freeze"), environment="torch", cpu=20, wall=60
    )
    assert 0 <= record.verdicts["freeze-check"].earned < record.verdicts["freeze-check"].possible
    assert report(record, "freeze")["mistakes"]


def test_a_memory_hungry_function_is_told_so():
    hungry = "def xcorr1d(x, w):\n    y = [np.ones(10_000_000) for _ in range(1000)]\n    return y"
    record = graded(solution("import numpy as np\n" + hungry, "xcorr1d"), check("xcorr1d"), cpu=20, wall=60)
    assert "Memory" in report(record, "xcorr1d")["details"][0]


def test_what_was_used_is_written_down_and_is_no_part_of_the_verdict():
    # The room is looked at ten times a second: the array stays for some looks.
    large = added("large = bytearray(b'1') * 100_000_000\nimport time\ntime.sleep(1)")
    record = graded(solution(RELU), check("relu"), large)
    assert record.log["tier"] == strongest_tier()
    assert 80e6 < record.log["memory"] < 400e6
    assert record.log["cpu"]["relu-check"] >= 0
