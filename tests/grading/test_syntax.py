"""Cells are read in two threads at once: nbgrader's walk, and the look ahead of it."""

import gc
import threading

import pytest

from autograder.grading.syntax import parsed

DEEP = ("x = " + "(" * 60 + "1" + ",)" * 60 + "\n") * 30
OBJECTS = 500  # that are made between two clearings; the tree has some thousands


class Rubbish:
    """Is cleared away while a tree is built, and lets another thread build one meanwhile."""

    def __init__(self, other):
        self.self, self.other = self, other

    def __del__(self):
        self.other.start()
        self.other.join(0.2)


@pytest.fixture
def often():
    """Have rubbish cleared away often."""
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(OBJECTS)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("often")
def test_two_threads_may_ask_at_once():
    trees = []
    other = threading.Thread(target=lambda: trees.append(parsed(DEEP)))
    Rubbish(other)
    trees.append(parsed(DEEP))
    other.join()
    assert [len(tree.body) for tree in trees] == [30, 30]


@pytest.mark.parametrize("source", ["def f(:", "x = 1\0", "(" * 10_000, "-" * 100_000 + "1"])
def test_what_is_no_python_is_none(source):
    assert parsed(source) is None
