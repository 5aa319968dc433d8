"""Waiting for a learner's process: how long, and what is said of the way in which it ended."""

import itertools
import signal
import socket
import threading
import time

import pytest

from autograder.grading.job import Limits
from autograder.grading.processes import PATIENCE, EndedError, Process, told_end
from autograder.grading.wire import Line

LIMITS = Limits(cpu=3, wall=10)


def waited(used, answer_after=None):
    """Ask with 1 second of time; return how long it took, and how it ended."""
    here, there = socket.socketpair()
    if answer_after:
        threading.Timer(answer_after, Line(there).send, [{}]).start()
    begin = time.monotonic()
    try:
        Process(here, used=used).ask({}, seconds=1)
        ended = "answered"
    except EndedError as error:
        ended = error.why
    return time.monotonic() - begin, ended


def test_what_waits_is_given_up_when_its_time_is_over():
    seconds, ended = waited(lambda: 5.0)
    assert ended == "slow"
    assert 0.9 < seconds < PATIENCE - 0.5


def test_what_works_on_a_machine_without_time_for_it_is_waited_for_once_more():
    work = itertools.count()
    assert waited(lambda: float(next(work)), answer_after=1.8)[1] == "answered"
    seconds, ended = waited(lambda: float(next(work)))
    assert ended == "slow"
    assert PATIENCE - 0.1 < seconds < PATIENCE + 2


def test_a_quick_answer_is_not_looked_at_twice():
    looks = []
    assert waited(lambda: looks.append(1) or 0.0, answer_after=0.1)[1] == "answered"
    assert not looks


def test_a_process_that_hangs_up_is_gone():
    here, there = socket.socketpair()
    there.close()
    with pytest.raises(EndedError, match="gone"):
        Process(here).ask({}, seconds=5)


@pytest.mark.parametrize(
    ("why", "status", "cpu", "words"),
    [
        ("gone", signal.SIGXCPU, 3.0, "within 3 seconds of processor time"),
        ("gone", signal.SIGKILL, 3.9, "within 3 seconds of processor time"),
        ("slow", signal.SIGKILL, 0.1, "within 10 seconds by the clock"),
        ("gone", signal.SIGSEGV, 0.1, "ended by SIGSEGV"),
        ("gone", signal.SIGSEGV | 0x80, 0.1, "ended by SIGSEGV"),
        ("gone", 3 << 8, 0.1, "your code ended the process"),
        ("gone", 0, 0.1, "your code ended the process"),
        ("gone", None, 0.0, "your code ended the process"),
        ("gone", 126, 0.0, "was ended"),
    ],
)
def test_how_a_process_ended_is_told(why, status, cpu, words):
    assert words in told_end(why, status, cpu, LIMITS)
