"""The masters of exercises."""

import pytest

from tests.notebooks import rules_masters as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.examples import code, make, text
from tests.notebooks.notebook import ROOT, found, read

MASTERS = found("autograder/source/*/*.ipynb")
TASK = """## `xcorr1d`

**Difficulty** ●○○○ · **Importance** ●●●● · **about 5 minutes** · 4 points

<details>
<summary>A hint</summary>
</details>"""
STUB = '''def xcorr1d(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Slide.

    x: (length,)    w: (kernel_length,)    returns: (length,)
    """
    ### BEGIN SOLUTION
    return 1
    ### END SOLUTION'''
CHECK = """check("xcorr1d", xcorr1d)
### BEGIN HIDDEN TESTS
check("xcorr1d", xcorr1d, seed=2)
### END HIDDEN TESTS"""


def to_nbgrader(cell, kind: str, **more):
    cell.metadata["nbgrader"] = {"grade_id": cell.id, "schema_version": 3, **rules.KINDS[kind], **more}
    return cell


def master(task: str = TASK, stub: str = STUB, check: str = CHECK, points: int = 4, **more):
    return make(
        to_nbgrader(text(task, "task"), "read-only", **more),
        to_nbgrader(code(stub, "solution"), "solution"),
        to_nbgrader(code(check, "check"), "check", points=points),
    )


BAD = [
    (rules.nbgrader_knows_each_cell, make(text("Hello.")), "set its metadata"),
    (rules.nbgrader_knows_each_cell, master(solution=True), "set its metadata"),
    (rules.nbgrader_knows_each_cell, master(grade_id="cell-17"), "grade_id"),
    (rules.solution_is_marked_once, master(stub=STUB.replace("### END SOLUTION", "")), "END SOLUTION"),
    (rules.solution_is_marked_once, master(check=f"{STUB}\n{CHECK}"), "nowhere else"),
    (rules.stub_is_typed, master(stub=STUB.replace(" -> np.ndarray", "")), "what it returns"),
    (rules.stub_is_typed, master(stub=STUB.replace("x: (length,)", "")), "annotate"),
    (rules.check_is_short_and_has_hidden_cases, master(check=CHECK.replace("seed=2", "")), "another seed"),
    (rules.check_is_short_and_has_hidden_cases, master(check="a = 1\n" * 3 + CHECK), "1 to 3 lines"),
    (rules.points_are_those_of_the_exercise, master(points=5), "gives 5 points"),
    (rules.points_are_those_of_the_exercise, master(task=TASK.replace("4 points", "3 points")), "the text says 3"),
    (rules.task_tells_what_it_takes_and_has_a_hint, master(task="## `xcorr1d`"), "no hint"),
    (rules.task_tells_what_it_takes_and_has_a_hint, master(task=TASK.replace("minutes", "")), "difficulty"),
]


@pytest.mark.parametrize(("rule", "bad", "told"), BAD)
def test_rule_complains_of_the_bad_example_and_not_of_the_good_one(rule, bad, told):
    expect_told(rule, (bad,), (master(),), told)


@pytest.mark.parametrize("path", MASTERS, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_master_keeps_the_form(rule, path):
    expect_none(rule(read(path)))
