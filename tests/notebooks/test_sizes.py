"""Sizes and names of files."""

import pytest

from tests.notebooks import rules_sizes as rules
from tests.notebooks.complaints import expect_none, expect_told
from tests.notebooks.notebook import ROOT
from tests.notebooks.source import Source, files, read_source, tracked

TEXT = files(".py", ".js", ".mjs", ".css")
PYTHON = files(".py")
DOCSTRING = '"""' + "Words.\n" * 40 + '"""\n'


def lines(count: int, before: str = "", name: str = "a.py") -> Source:
    return Source(name, before + "x = 1\n" * count)


def function(count: int) -> Source:
    return Source("a.py", f"def f():\n    {DOCSTRING}" + "    # why\n\n" * 30 + "    x = 1\n" * count)


def test_long_file_is_told():
    expect_told(rules.file_is_short, (lines(251),), (lines(250, DOCSTRING),), "251 lines of code")
    expect_told(rules.file_is_short, (lines(1, "# why\n" * 300),), (lines(1, "# why\n" * 299),), "301 lines")
    expect_told(rules.file_is_short, (lines(251, name="a.js"),), (lines(250, "/*\n\n\n*/", "a.js"),), "two files")


def test_long_function_is_told():
    expect_told(rules.functions_are_short, (function(26),), (function(25),), "f has 26 lines")


@pytest.mark.parametrize(
    "bad", ["helpers/utils.py", "a/misc/b.py", "common.js", "a_v2.py", "b_old.ipynb", "c_final.md"]
)
def test_name_that_says_nothing_is_told(bad):
    expect_told(rules.name_says_something, (bad,), ("helpers/widgets/parts/common_words.js",), "says nothing")


def test_deep_folder_is_told():
    expect_told(rules.name_says_something, ("a/b/c/d/e.py",), ("a/b/c/e.py",), "4 folders deep")


@pytest.mark.parametrize("path", TEXT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_file_is_short(path):
    expect_none(rules.file_is_short(read_source(path)))


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_functions_of_the_file_are_short(path):
    expect_none(rules.functions_are_short(read_source(path)))


def test_names_of_all_files_say_something():
    assert tracked()
    expect_none([complaint for name in tracked() for complaint in rules.name_says_something(name)])
