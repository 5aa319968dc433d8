"""How notebooks are stored."""

import json

import nbformat
import pytest

from tests.notebooks import rules_stored as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.examples import code, make, text
from tests.notebooks.notebook import ROOT, Notebook, found, read

GOOD = make(text("# Slide", "title"), code("1 + 1", "sum", tags=["remove-cell"]))
NOTEBOOKS = found("notebooks/[0-9][0-9]_*.ipynb", "autograder/source/*/*.ipynb", "notebooks/exercises/*/*.ipynb")


def bad_output() -> Notebook:
    cell = code("1 + 1")
    cell.outputs = [nbformat.v4.new_output("stream", text="2")]
    return make(cell)


BAD = [
    (rules.no_outputs, bad_output(), "Clear Outputs"),
    (rules.ids_are_readable_and_unique, make(code("1", "a1b2c3d4")), "says nothing"),
    (rules.ids_are_readable_and_unique, make(code("1", "two"), code("2", "two")), "used twice"),
    (rules.tags_are_from_the_closed_list, make(code("1", tags=["hide-cell"])), "'hide-cell'"),
    (rules.metadata_is_from_the_closed_list, make(code("1", collapsed=True)), "'collapsed'"),
    (rules.stored_as_jupyter_stores_it, Notebook("x.ipynb", json.dumps(GOOD.node)), "open it in JupyterLab"),
]


@pytest.mark.parametrize(("rule", "bad", "told"), BAD)
def test_rule_complains_of_the_bad_example_and_not_of_the_good_one(rule, bad, told):
    expect_told(rule, (bad,), (GOOD,), told)


def test_pattern_without_a_file_fails_instead_of_testing_nothing():
    (missing,) = found("notebooks/no_such_*.ipynb")
    with pytest.raises(FileNotFoundError):
        read(missing)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_notebook_is_stored_well(rule, path):
    expect_none(rule(read(path)))
