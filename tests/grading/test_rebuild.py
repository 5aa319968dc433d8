"""The graded notebook is the released one with the learner's solutions: nothing else of theirs gets in or gets lost."""

import copy

import nbformat
import pytest

from autograder.grading.reading import Cell, Submission
from autograder.grading.rebuild import ADDED_AT_MOST, CHARACTERS_AT_MOST, rebuild


def released_cell(kind, source, name, **roles):
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    roles = {"grade": False, "solution": False, "locked": True, "schema_version": 3, "task": False, **roles}
    return make(source, id=name, metadata={"nbgrader": {"grade_id": name, **roles}})


RELEASED = nbformat.v4.new_notebook(
    cells=[
        released_cell("markdown", "# Tasks", "title"),
        released_cell("code", "from autograder import check", "set-up"),
        released_cell(
            "code", "def relu(x):\n    raise NotImplementedError", "relu-solution", solution=True, locked=False
        ),
        released_cell("code", 'check("relu", relu)', "relu-check", grade=True, points=3),
        released_cell(
            "code", "def mean(x):\n    raise NotImplementedError", "mean-solution", solution=True, locked=False
        ),
        released_cell("code", 'check("mean", mean)', "mean-check", grade=True, points=2),
    ]
)
RELU, MEAN = "def relu(x):\n    return x.clip(0)", "def mean(x):\n    return x.mean()"
SOLVED = tuple(
    Cell(cell.cell_type, {"relu-solution": RELU, "mean-solution": MEAN}.get(cell.id, cell.source), cell.id, cell.id)
    for cell in RELEASED.cells
)
CODE_OF = {"relu-solution": RELU, "mean-solution": MEAN}


def sources(cells):
    rebuilt = rebuild(RELEASED, Submission(tuple(cells)))
    return [cell.source for cell in rebuilt.notebook.cells], rebuilt


RIGHT = [cell.source for cell in SOLVED]


def without_names(cell):
    return Cell(cell.kind, cell.source)


def test_solutions_are_taken_over():
    got, rebuilt = sources(SOLVED)
    assert got == RIGHT
    assert rebuilt.remarks == ()


def test_the_released_notebook_is_not_changed():
    before = copy.deepcopy(RELEASED)
    rebuild(RELEASED, Submission(SOLVED))
    assert before == RELEASED


def test_metadata_ids_and_order_are_the_released_ones():
    notebook = sources(reversed(SOLVED))[1].notebook
    assert [(cell.id, cell.metadata) for cell in notebook.cells] == [
        (cell.id, cell.metadata) for cell in RELEASED.cells
    ]


@pytest.mark.parametrize(
    "tampered",
    [
        list(reversed(SOLVED)),
        [SOLVED[i] for i in (2, 4)],
        [without_names(cell) for cell in SOLVED],
        [Cell(cell.kind, cell.source, f"new-{i}", cell.grade_id) for i, cell in enumerate(SOLVED)],
        [Cell(cell.kind, cell.source, cell.id) for cell in SOLVED],
        [Cell("markdown", cell.source, cell.id, cell.grade_id) for cell in SOLVED],
        [Cell("raw", cell.source, "", cell.grade_id) for cell in SOLVED],
        [Cell("code", "check = print", cell.id, cell.id) if cell.id.endswith("-check") else cell for cell in SOLVED],
    ],
    ids=[
        "reversed",
        "all else deleted",
        "no names",
        "new ids",
        "ids only",
        "turned into text",
        "raw",
        "checks replaced",
    ],
)
def test_the_honest_part_is_found_whatever_was_done_to_the_rest(tampered):
    assert sources(tampered)[0][: len(RIGHT)] == RIGHT


def test_a_missing_solution_counts_as_not_attempted_and_is_told():
    got, rebuilt = sources([cell for cell in SOLVED if cell.id != "mean-solution"])
    assert got[4] == RELEASED.cells[4].source
    assert "The cell mean-solution is missing. Its task counts as not attempted." in rebuilt.remarks


def test_two_solutions_in_one_cell_are_both_graded():
    both = Cell("code", f"{RELU}\n\n\n{MEAN}", "relu-solution", "relu-solution")
    got, rebuilt = sources([*SOLVED[:2], both, SOLVED[3], SOLVED[5]])
    assert (got[2], got[4]) == (both.source, "")
    assert rebuilt.remarks == ("The cell mean-solution is missing. What another cell defines was graded.",)


def test_a_given_cell_that_was_changed_runs_after_the_one_that_was_given_out():
    more = Cell("code", "from autograder import check\nimport math", "set-up", "set-up")
    got, rebuilt = sources([SOLVED[0], more, *SOLVED[2:]])
    assert got == [*RIGHT[:2], more.source, *RIGHT[2:]]
    assert rebuilt.notebook.cells[1].metadata == RELEASED.cells[1].metadata
    assert rebuilt.notebook.cells[2].metadata == {}
    assert rebuilt.remarks == ("The cell set-up was changed. The one that was given out was run, and then yours.",)


def test_a_text_that_was_changed_is_the_released_one_and_an_emptied_cell_is_no_other():
    title, empty = Cell("markdown", "# Mine", "title", "title"), Cell("code", " ", "set-up", "set-up")
    got, rebuilt = sources([title, empty, *SOLVED[2:]])
    assert got == RIGHT
    assert rebuilt.remarks == ()


def test_a_missing_or_changed_check_is_put_back_and_told():
    changed = [Cell("code", "pass", cell.id, cell.id) if cell.id == "relu-check" else cell for cell in SOLVED[:5]]
    got, rebuilt = sources(changed)
    assert got == RIGHT
    assert rebuilt.remarks == (
        "The check relu-check was changed. The one that was given out was used.",
        "The check mean-check is missing. It was put back.",
    )


def test_a_solution_that_was_turned_into_text_is_graded_and_told():
    cells = [Cell("markdown", cell.source, cell.id, cell.id) if cell.id == "relu-solution" else cell for cell in SOLVED]
    got, rebuilt = sources(cells)
    assert got == RIGHT
    assert rebuilt.notebook.cells[2].cell_type == "code"
    assert "was no code cell any more" in rebuilt.remarks[0]


def test_added_cells_run_where_they_stood():
    helper, last = Cell("code", "import math", "h"), Cell("code", "plot()", "p")
    got = sources([*SOLVED[:2], helper, *SOLVED[2:], last])[0]
    assert got == [*RIGHT[:2], "import math", *RIGHT[2:], "plot()"]


def test_a_copy_of_a_solution_runs_after_it():
    again = Cell("code", "def relu(x):\n    return (x > 0) * x", "copy", "relu-solution")
    assert sources([*SOLVED[:3], again, *SOLVED[3:]])[0] == [*RIGHT[:3], again.source, *RIGHT[3:]]


def test_added_cells_carry_no_metadata_and_are_no_graded_ones():
    fake = Cell("code", "print('all points')", "x", "relu-check")
    cells = sources([*SOLVED, fake])[1].notebook.cells
    assert cells[-1].source == fake.source
    assert cells[-1].metadata == {}
    assert cells[-1].id == "added-1"


def test_cells_that_were_renamed_are_found_by_the_function_they_define():
    helper = "def clip(x):\n    return x.clip(0)\n\n\ndef relu(x):\n    return clip(x)"
    cells = [Cell("code", MEAN), Cell("code", helper)]
    got = sources(cells)[0]
    assert (got[2], got[4]) == (helper, MEAN)


def test_an_unfinished_solution_is_found_by_its_first_line():
    broken = "def relu(x):\n    return (x >"
    assert sources([Cell("code", broken)])[0][2] == broken


def test_thousands_of_added_cells_are_cut_and_told():
    many = [Cell("code", "pass", str(i)) for i in range(ADDED_AT_MOST + 50)]
    got, rebuilt = sources([*SOLVED, *many])
    assert len(got) == len(RIGHT) + ADDED_AT_MOST
    assert f"You added {ADDED_AT_MOST + 50} cells" in rebuilt.remarks[-1]


def test_added_cells_are_cut_when_they_are_too_long_together():
    long = [Cell("code", "#" * (CHARACTERS_AT_MOST // 2), str(i)) for i in range(4)]
    got, rebuilt = sources([*SOLVED, *long])
    assert len(got) == len(RIGHT) + 2
    assert rebuilt.remarks[-1].endswith("The first 2 of them were kept.")


def test_nothing_handed_in_gives_the_released_notebook():
    got, rebuilt = sources([])
    assert got == [cell.source for cell in RELEASED.cells]
    assert rebuilt.remarks == ("There are no cells in it.",)


def test_the_notebook_of_another_assignment_is_told_in_one_sentence():
    others = [Cell("code", "def pool(x):\n    return x", "pool-solution", "pool-solution"), Cell("code", "pool(1)")]
    got, rebuilt = sources(others)
    assert rebuilt.remarks == ("None of the cells to fill in is there. Is it the notebook of another assignment?",)
    assert RELEASED.cells[2].source in got


def test_remarks_of_the_reading_come_first():
    assert rebuild(RELEASED, Submission(SOLVED, ("Odd.",))).remarks == ("Odd.",)


def test_the_rebuilt_notebook_is_valid():
    nbformat.validate(sources([*SOLVED, Cell("raw", "text"), Cell("markdown", "note")])[1].notebook)
