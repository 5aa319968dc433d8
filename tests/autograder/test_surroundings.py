"""What is noticed around a check: a cell edited and not run again, a file that hides a package."""

import json
import linecache
import os
import time

import pytest

from autograder import surroundings
from autograder.surroundings import warnings

RUN = "def xcorr1d(x, w):\n    return x\n"


@pytest.fixture
def function(monkeypatch):
    """A function as a notebook makes it: its cell was run a second ago, and linecache knows its source."""
    monkeypatch.setattr(surroundings, "_run_at", {RUN: time.time() - 1})
    linecache.cache["<cell 1>"] = (len(RUN), None, RUN.splitlines(keepends=True), "<cell 1>")
    scope = {}
    exec(compile(RUN, "<cell 1>", "exec"), scope)
    yield scope["xcorr1d"]
    del linecache.cache["<cell 1>"]


def saved(folder, *sources):
    path = folder / "work.ipynb"
    cells = [{"cell_type": "code", "source": source.splitlines(keepends=True)} for source in sources]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return path


def test_an_edited_cell_that_was_not_run_again_is_noticed(function, tmp_path):
    notebook = saved(tmp_path, "import numpy", "%matplotlib inline\ndef xcorr1d(x, w):\n    return w\n")
    assert "edited since it was run" in warnings(function, notebook=notebook, folder=tmp_path)[0]


def test_a_notebook_saved_before_the_cell_was_run_says_nothing(function, tmp_path):
    notebook = saved(tmp_path, "def xcorr1d(x, w):\n    raise NotImplementedError")
    os.utime(notebook, (time.time() - 60,) * 2)
    assert warnings(function, notebook=notebook, folder=tmp_path) == []


def test_a_function_that_was_run_before_anybody_watched_is_passed_over(function, tmp_path, monkeypatch):
    monkeypatch.setattr(surroundings, "_run_at", {})
    assert warnings(function, notebook=saved(tmp_path, "def xcorr1d(x, w):\n    return w"), folder=tmp_path) == []


@pytest.mark.parametrize("source", [RUN, RUN + "# only a comment\n", "%time\n" + RUN])
def test_an_unchanged_cell_is_not(function, tmp_path, source):
    assert warnings(function, notebook=saved(tmp_path, source), folder=tmp_path) == []


@pytest.mark.parametrize("text", ["", "{}", '{"cells": 1}', "not json"])
def test_a_notebook_that_cannot_be_read_is_passed_over(function, tmp_path, text):
    path = tmp_path / "work.ipynb"
    path.write_text(text, encoding="utf-8")
    assert warnings(function, notebook=path, folder=tmp_path) == []


def test_two_definitions_of_one_name_are_no_reason_to_warn(function, tmp_path):
    assert warnings(function, notebook=saved(tmp_path, RUN, "def xcorr1d(x, w):\n    return 0"), folder=tmp_path) == []


@pytest.mark.parametrize("name", ["numpy.py", "random.py", "helpers.py"])
def test_a_file_that_hides_a_package_is_named(function, tmp_path, name):
    (tmp_path / name).touch()
    assert name in warnings(function, folder=tmp_path)[0]


def test_an_ordinary_file_is_not(function, tmp_path):
    (tmp_path / "my_work.py").touch()
    (tmp_path / "helpers").mkdir()
    assert warnings(function, folder=tmp_path) == []
