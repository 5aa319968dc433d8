"""The command's work is done in a fork of a warm process, as if the process that was started by hand did it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.grading import desk, warm
from tests.grading.classroom import ROOT
from tests.grading.test_farm import wait_until

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="without it the command does its work itself")

TOLD = "tests.grading.test_desk.told"
SLEPT = "tests.grading.test_desk.slept"
FAILED = "tests.grading.test_desk.failed"


def told(words):
    """Run in the fork: tell of all that it has of who asked."""
    mask = os.umask(0)
    print(os.getcwd(), os.environ.get("ONLY_HERE"), f"{mask:o}", sys.stdin.read().strip(), *words)
    print("söme wörds", file=sys.stderr)
    print(os.getpid(), "nbgrader.apps" in sys.modules)
    return 7


def slept(_):
    """Run in the fork: wait, and tell of an interrupt."""
    try:
        print(os.getpid(), flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        return 130
    return 0


def failed(_):
    """Run in the fork: fail as a broken configuration does."""
    raise NameError("get_confg")


def handing_over(function, cwd, **more):
    script = f"""
import os, sys
from autograder.grading import desk
os.umask(0o27)
try:
    sys.exit(desk.hand_over({function!r}, ["a", "b c"]))
except desk.LostError as error:
    sys.exit(str(error))
"""
    variables = os.environ | {"PYTHONPATH": str(ROOT), "ONLY_HERE": "yes"}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([sys.executable, "-c", script], cwd=cwd, env=variables, text=True, **pipes, **more)


def test_the_terminal_folder_variables_and_answer_are_those_of_who_asked(tmp_path):
    process = handing_over(TOLD, tmp_path)
    out, err = process.communicate("typed", timeout=120)
    assert out, err
    first, second = out.splitlines()
    assert first == f"{tmp_path} yes 27 typed a b c"
    assert err == "söme wörds\n"
    assert second.endswith(" True")
    assert int(second.split()[0]) != process.pid
    assert process.returncode == 7


def test_an_interrupt_reaches_the_work(tmp_path):
    process = handing_over(SLEPT, tmp_path, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stdout.readline(), process.stderr.read()
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130


def test_the_work_ends_with_who_asked_for_it(tmp_path):
    process = handing_over(SLEPT, tmp_path)
    worker = int(process.stdout.readline())
    process.kill()
    assert process.stdout.read() == ""  # its end is closed, so the other process is gone
    wait_until(lambda: not Path(f"/proc/{worker}").exists(), 20)


def test_that_the_work_was_ended_is_told(tmp_path):
    process = handing_over(SLEPT, tmp_path)
    os.kill(int(process.stdout.readline()), signal.SIGKILL)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "run the same command again" in err


def test_work_that_takes_no_time_is_done_once_and_answered(monkeypatch, capfd):
    hold = os.pidfd_open

    def late(number):
        time.sleep(1)
        return hold(number)

    monkeypatch.setattr(os, "pidfd_open", late)
    assert desk.hand_over(TOLD, []) == 7
    assert capfd.readouterr().out.count("True") == 1


def test_a_failure_is_told_once_and_as_itself(tmp_path):
    process = handing_over(FAILED, tmp_path)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 1
    assert err.endswith("NameError: get_confg\n")


def test_where_there_can_be_no_warm_process_the_command_does_its_work_itself(monkeypatch, capsys):
    from autograder.grading import __main__ as command

    def refuse(*_):
        raise OSError

    monkeypatch.setattr(desk, "hand_over", refuse)
    monkeypatch.setattr(warm, "start", lambda _: None)
    monkeypatch.setattr(command, "main", lambda words: print(*words) or 5)
    monkeypatch.setattr(sys, "argv", ["cnn-grade", "run", "tasks"])
    assert command.command() == 5
    assert capsys.readouterr().out == "run tasks\n"
