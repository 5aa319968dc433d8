"""What the build of the book executed. Nothing is executed here: `make book` does that."""

from datetime import datetime, timedelta

import pytest
from nbformat.v4 import new_output

from tests.notebooks import rules_executed as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.examples import code, make, text
from tests.notebooks.notebook import ROOT, found, read

LESSONS = found("notebooks/[0-9][0-9]_*.ipynb")
BUILT = ROOT / "_build" / "jupyter_execute"
ERROR = new_output("error", ename="ValueError", evalue="no", traceback=[])
WARNING = new_output("stream", name="stderr", text="UserWarning: no")
PICTURE = new_output("display_data", {"image/png": ""})


def ran(seconds: float, *outputs, name: str = "ran", **metadata):
    """Return a code cell as the build leaves it after so many seconds."""
    start = datetime(2025, 1, 1)
    moments = {"iopub.execute_input": start, "shell.execute_reply": start + timedelta(seconds=seconds)}
    execution = {moment: f"{time.isoformat()}+00:00" for moment, time in moments.items()}
    cell = code("1", name, execution=execution, **metadata)
    cell.outputs = list(outputs)
    return cell


GOOD = make(
    text("Look; it takes a few seconds."),
    ran(59),
    ran(1, ERROR, name="raised", tags=["raises-exception"]),
    ran(1, PICTURE, name="picture", mystnb={"image": {"alt": "A map. It is flat."}}),
)
BAD = [
    (rules.every_cell_was_executed, make(code("1")), "make book"),
    (rules.slow_cell_says_so, make(text("Look."), ran(4.5)), "takes 4.5 s"),
    (rules.cells_and_lesson_keep_their_time, make(ran(61)), "takes 61 s"),
    (rules.cells_and_lesson_keep_their_time, make(*[ran(41)] * 3), "takes 123 s"),
    (rules.only_wanted_errors, make(ran(1, ERROR)), "raised ValueError"),
    (rules.only_wanted_errors, make(ran(1, tags=["raises-exception"])), "raised nothing"),
    (rules.no_warnings, make(ran(1, WARNING)), "UserWarning"),
    (rules.pictures_have_alt_text, make(ran(1, PICTURE)), "mystnb.image.alt"),
]


@pytest.mark.parametrize(("rule", "bad", "told"), BAD)
def test_rule_complains_of_the_bad_example_and_not_of_the_good_one(rule, bad, told):
    expect_told(rule, (bad,), (GOOD,), told)


def test_stale_build_is_told():
    written = make(text("Look, it takes a minute."), *GOOD.cells[1:])
    expect_told(rules.executed_is_what_is_written, (GOOD, written), (GOOD, GOOD), "make book")


each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.relative_to(ROOT).as_posix())


def built(path):
    executed = BUILT / path.relative_to(ROOT)
    if not executed.is_file():
        pytest.fail(f"{path.name} was not executed; build the book: make book", pytrace=False)
    return read(executed)


@each_lesson
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_lesson_was_executed_well(rule, path):
    expect_none(rule(built(path)))


@each_lesson
def test_build_is_of_the_lesson_as_it_is_written(path):
    expect_none(rules.executed_is_what_is_written(built(path), read(path)))
