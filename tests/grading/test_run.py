"""The command: it tells how far it is, and whatever is killed in the middle, running it again ends the same."""

import json
import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from autograder.grading.__main__ import AGAIN, told
from autograder.grading.key import FOLDER
from autograder.grading.progress import Progress
from autograder.grading.rooms import TIERS
from tests.grading.classroom import GRADERS, ROOT, TASK, answering, graded, make_class, run
from tests.grading.test_farm import wait_until

SIZE = 8
SETTINGS = f'c.Grading.function = "{GRADERS}slowly"\nc.Grading.workers = 2\nc.Grading.tier = "namespaces"\n'
# The stand-in that grades gives as many of three parts as the solution is long, modulo 4.
SOLUTIONS = {f"s{number}": "#" + "x" * (number % 3) + "\n\n" for number in range(SIZE)}
EXPECTED = {
    (student, f"{name}-check"): (points * (len(text) % 4) / 3, False)
    for student, text in SOLUTIONS.items()
    for name, points in (("relu", 3), ("count", 5))
}


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    course = tmp_path_factory.mktemp("handed_in") / "course"
    make_class(course, {name: answering(relu=text, count=text) for name, text in SOLUTIONS.items()}, SETTINGS)
    return course


@pytest.fixture
def course(handed_in, tmp_path):
    return shutil.copytree(handed_in, tmp_path / "course")


def grading(course):
    """Start the command."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    command = [sys.executable, "-m", "autograder.grading", "run", TASK]
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}
    # Whoever runs the tests in the background has them ignore Ctrl-C, and so would the command.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command, cwd=course, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=heard)


def records(course):
    return list((course / FOLDER).rglob("*.json"))


def worker_of(course):
    """Return the number of a worker, as its records tell it."""
    return json.loads(records(course)[0].read_bytes().partition(b"\n")[2])["log"]["worker"]


def written(course):
    return list((course / "autograded").glob(f"*/{TASK}/*.ipynb"))


def finish(process):
    _, said = process.communicate(timeout=120)
    return process.returncode, said


MOMENTS = {
    "as soon as the first is graded": records,
    "while nbgrader writes the first": written,
    "when half of them are written": lambda course: len(written(course)) >= SIZE // 2,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_supervisor_can_be_killed_at_any_moment(course, moment):
    process = grading(course)
    wait_until(lambda: MOMENTS[moment](course), 60)
    process.kill()
    finish(process)
    assert graded(course) != EXPECTED
    again = run(course, "-m", "autograder.grading", "run", TASK)
    assert again.returncode == 0, again.stderr
    assert graded(course) == EXPECTED


def test_a_worker_can_be_killed(course):
    process = grading(course)
    wait_until(lambda: records(course), 60)
    os.kill(worker_of(course), signal.SIGKILL)
    code, said = finish(process)
    assert code == 0
    assert "1 tried again" in said
    assert graded(course) == EXPECTED


@pytest.mark.skipif(sys.platform != "linux", reason="who started whom is read from /proc")
def test_a_warm_process_can_be_killed(course):
    process = grading(course)
    wait_until(lambda: records(course), 60)
    worker = worker_of(course)
    started_by = int(Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[1])
    assert started_by != process.pid
    os.kill(started_by, signal.SIGKILL)
    os.kill(worker, signal.SIGKILL)
    assert finish(process)[0] == 0
    assert graded(course) == EXPECTED


def test_ctrl_c_says_that_it_can_be_run_again(course):
    process = grading(course)
    wait_until(lambda: written(course), 60)
    process.send_signal(signal.SIGINT)
    code, said = finish(process)
    assert code == 130
    assert AGAIN in said
    assert "Traceback" not in said
    again = run(course, "-m", "autograder.grading", "run", TASK)
    assert again.returncode == 0, again.stderr
    assert graded(course) == EXPECTED


def test_a_second_command_waits_for_its_turn(course):
    first = grading(course)
    wait_until(lambda: records(course), 60)
    second = run(course, "-m", "autograder.grading", "run", TASK)
    assert second.returncode == 1
    assert "another command is grading this course" in second.stderr
    assert finish(first)[0] == 0
    assert graded(course) == EXPECTED


def test_it_says_which_tier_is_in_force_how_far_it_is_and_when_nothing_is_left(course):
    first = run(course, "-m", "autograder.grading", "run", TASK, "--student=s1")
    assert first.stdout.startswith("Isolation: namespaces.")
    assert "1 of 1 notebooks graded" in first.stderr
    assert {student for student, _ in graded(course)} == {"s1"}
    again = run(course, "-m", "autograder.grading", "run", TASK, "--student=s1")
    assert (again.returncode, again.stderr.count("Nothing new was handed in")) == (0, 1)
    forced = run(course, "-m", "autograder.grading", "run", TASK, "--student=s1", "--force")
    assert "1 of 1 notebooks graded" in forced.stderr


def test_it_refuses_the_weakest_tier_and_tells_what_would_help(course):
    refused = run(course, "-m", "autograder.grading", "run", TASK, "--tier=limits")
    assert refused.returncode == 1
    assert "this machine has a stronger one" in refused.stderr
    assert "--trust-students" in refused.stderr
    assert not (course / "autograded").exists()
    trusted = run(course, "-m", "autograder.grading", "run", TASK, "--tier=limits", "--trust-students")
    assert trusted.returncode == 0, trusted.stderr
    assert graded(course) == EXPECTED


def test_an_assignment_that_was_never_generated_is_told(course):
    shutil.copytree(course / "submitted" / "s1" / TASK, course / "submitted" / "s1" / "later")
    refused = run(course, "-m", "autograder.grading", "run", "later")
    assert refused.returncode == 1
    assert "Run: nbgrader generate_assignment later" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_folder_that_is_no_course_is_told(tmp_path):
    refused = run(tmp_path, "-m", "autograder.grading", "run", TASK)
    assert refused.returncode == 1
    assert "no nbgrader_config.py: it is no course's folder" in refused.stderr


def test_an_assignment_that_nobody_handed_in_is_told(course):
    assert run(course, "-m", "autograder.grading", "run", "other").returncode == 1


@pytest.mark.parametrize("tier", TIERS)
def test_each_tier_tells_what_it_stops_and_what_not(tier):
    lines = told(tier).splitlines()
    assert lines[0] == f"Isolation: {tier}."
    assert ("reading files" in lines[1]) == (tier != "limits")
    assert len(lines) == 2 + (tier != TIERS[0])


class Screen:
    def __init__(self, terminal):
        self.text, self.terminal = "", terminal

    def isatty(self):
        return self.terminal

    def write(self, text):
        self.text += text

    def flush(self):
        """All of it is there."""


def test_on_a_terminal_one_line_is_written_over_and_elsewhere_none():
    for terminal in (True, False):
        screen = Screen(terminal)
        with Progress(lambda: (4, 2, 1, 1, 0), screen):
            wait_until(lambda screen=screen: "2 of 4" in screen.text or not screen.terminal)
        assert screen.text.count("\n") == 1
        assert ("\r" in screen.text) == terminal
        assert "1 tried again, 0 need a person" in screen.text
