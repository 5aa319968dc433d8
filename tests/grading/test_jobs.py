"""What is made of a notebook before it is graded: roles, checks, seeds, and which packages are there."""

import nbformat
import pytest

from autograder.grading.job import Check, Job, Limits
from autograder.grading.jobs import checks_in, job_of, not_judged
from tests.grading.test_rebuild import released_cell

KEY = bytes(32)


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=list(cells))


def check_cell(source, name="relu-check"):
    return released_cell("code", source, name, grade=True, points=3)


SET_UP = released_cell("code", "import numpy as np", "set-up")
SOLUTION = released_cell("code", "def relu(x): ...", "relu-solution", solution=True, locked=False)
ADDED = nbformat.v4.new_code_cell("relu(1)", id="added-1")
RELU = check_cell('check("relu", relu)')


def job(*cells, student="ada", **more):
    return job_of(
        notebook(*cells), assignment="tasks", student=student, key=KEY, limits=Limits(), tier="namespaces", **more
    )


def test_each_code_cell_has_a_role():
    text = nbformat.v4.new_markdown_cell("text")
    roles = {cell.id: cell.role for cell in job(SET_UP, text, SOLUTION, ADDED, RELU).cells}
    assert roles == {"set-up": "given", "relu-solution": "solution", "code cell 2": "added", "relu-check": "check"}


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ('check("relu", relu)', (("relu", "relu"),)),
        ('# a comment\ncheck("relu", mine, seed=3)', (("relu", "mine"),)),
        ('check("relu", relu)\ncheck("relu", relu, seed=1)', (("relu", "relu"),)),
        ('check("relu", relu)\ncheck("xcorr1d", f)', (("relu", "relu"), ("xcorr1d", "f"))),
        ("", None),
        ("# nothing", None),
        ('check("relu", relu', None),
        ('check("relu", relu)\nprint(1)', None),
        ('check("relu", lambda x: x)', None),
        ('check("relu", relu, seed=seed)', None),
        ('check("relu", relu, 3)', None),
        ('check("rely", relu)', None),
        ('x = check("relu", relu)', None),
        ('other("relu", relu)', None),
        ("check(name, relu)", None),
        ("(" * 10_000, None),
    ],
)
def test_only_calls_of_check_with_literals_are_judged(source, asked):
    assert checks_in(source) == asked


def test_a_seed_is_drawn_for_each_learner_and_hidden_in_no_notebook():
    ada, ben = job(SOLUTION, RELU), job(SOLUTION, RELU, student="ben")
    (check,) = ada.cells[1].checks
    assert check == Check("relu", "relu", check.seed)
    assert check.seed != ben.cells[1].checks[0].seed
    assert check.seed == job(SOLUTION, RELU).cells[1].checks[0].seed


def test_another_attempt_draws_another_seed():
    changed = released_cell("code", "def relu(x): return x", "relu-solution", solution=True, locked=False)
    assert job(SOLUTION, RELU).cells[1].checks != job(changed, RELU).cells[1].checks


def test_torch_is_there_where_an_exercise_allows_it_and_nowhere_else():
    assert job(RELU).environment == "numpy"
    assert job(RELU, check_cell('check("bottleneck_block", f)', "torch-check")).environment == "torch"
    assert job(released_cell("code", "import torch", "set-up"), RELU).environment == "numpy"
    tests_of_their_own = check_cell("assert torch.equal(f(1), 2)")
    assert job(released_cell("code", "from torch import nn", "set-up"), tests_of_their_own).environment == "torch"


def test_a_test_cell_of_another_kind_keeps_its_source_and_has_no_checks():
    made = job(check_cell("assert relu(1) == 1")).cells[0]
    assert (made.role, made.source, made.checks) == ("check", "assert relu(1) == 1", ())


def test_test_cells_of_another_kind_are_named():
    assert not_judged(notebook(SET_UP, SOLUTION, RELU, check_cell("assert True", "own-check"))) == ["own-check"]


def test_cells_without_a_name_that_lasts_have_their_place_for_it():
    plain = nbformat.v4.new_code_cell("1")  # its id is drawn
    names = [cell.id for cell in job(plain, RELU, check_cell("2")).cells]
    assert names == ["code cell 0", "relu-check", "code cell 2"]


def test_a_job_comes_back_from_json_as_it_was():
    made = job(SET_UP, SOLUTION, RELU)
    assert Job.from_json(made.to_json()) == made
