"""A course folder for nbgrader, and a sample class graded in one."""

import subprocess
import sys

import pytest

from autograder.course import SOURCE, make_course


def test_a_course_has_settings_and_masters(tmp_path):
    written = make_course(tmp_path / "course")
    assert (tmp_path / "course" / "nbgrader_config.py") in written
    copies = sorted(path.name for path in (tmp_path / "course" / "source").rglob("*.ipynb"))
    assert copies == sorted(path.name for path in SOURCE.rglob("*.ipynb")) != []


def test_nothing_in_a_course_is_overwritten(tmp_path):
    make_course(tmp_path)
    (tmp_path / "nbgrader_config.py").write_text("mine")
    assert make_course(tmp_path) == []
    assert (tmp_path / "nbgrader_config.py").read_text() == "mine"


def test_a_course_inside_the_repository_is_refused():
    with pytest.raises(ValueError, match="inside the repository, where submissions and grades have no place"):
        make_course(SOURCE / "course")


@pytest.mark.full
def test_the_sample_class_gets_the_scores_that_are_right():
    command = [sys.executable, "-m", "autograder.demo_class"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("No difference.\n")
