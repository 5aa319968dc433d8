"""Looking ahead: nothing is graded twice, nothing waits for what takes long, and a class of any size fits in."""

import logging
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from dataclasses import replace

import pytest

from autograder.grading.ahead import JOBS_A_WORKER, Ahead
from autograder.grading.cache import Cache
from autograder.grading.farm import QuarantinedError
from autograder.grading.job import Job, Record
from tests.grading.graders import at_once
from tests.grading.test_farm import JOBS, job, wait_until

LOG = logging.getLogger(__name__)


class Hand:
    """A farm of one worker that grades when it is told to."""

    workers, lost = 1, 0

    def __init__(self, grade=at_once, held=()):
        self.asked, self.grade, self.held, self.waiting = [], grade, held, []

    def submit(self, asked):
        self.asked.append(asked)
        future = Future()
        if asked in self.held:
            self.waiting.append((asked, future))
        else:
            self.settle(asked, future)
        return future

    def settle(self, asked, future):
        try:
            future.set_result(self.grade(asked))
        except QuarantinedError as error:
            future.set_exception(error)

    def let_go(self):
        self.held = ()
        for asked, future in self.waiting:
            self.settle(asked, future)

    def close(self):
        """Nothing is to be closed."""


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path, bytes(32))


def test_what_was_graded_ahead_is_not_graded_again(cache):
    farm = Hand()
    ahead = Ahead(farm, cache, JOBS, LOG)
    wait_until(lambda: ahead.done == len(JOBS))
    for each in JOBS:
        assert ahead.record(each).digest() == at_once(each).digest()
    assert farm.asked == JOBS


def test_what_was_not_foreseen_is_graded_when_it_is_asked_for(cache):
    farm = Hand()
    ahead = Ahead(farm, cache, JOBS[:3], LOG)
    assert ahead.record(JOBS[5]).digest() == at_once(JOBS[5]).digest()


def test_a_later_run_finds_what_an_earlier_one_graded(cache):
    Ahead(Hand(), cache, (), LOG).record(JOBS[0])
    farm = Hand()
    assert Ahead(farm, cache, JOBS[:1], LOG).record(JOBS[0]).digest() == at_once(JOBS[0]).digest()
    assert farm.asked == []


def test_one_that_takes_long_holds_up_no_other(cache):
    farm = Hand(held=JOBS[:1])
    ahead = Ahead(farm, cache, JOBS, LOG)
    wait_until(lambda: ahead.done == len(JOBS) - 1)
    farm.let_go()
    assert ahead.record(JOBS[0]).verdicts


def test_no_more_is_sent_out_than_workers_can_take(cache):
    farm = Hand(held=JOBS)
    ahead = Ahead(farm, cache, JOBS, LOG)
    wait_until(lambda: len(farm.asked) == JOBS_A_WORKER)
    time.sleep(0.1)
    assert len(farm.asked) == JOBS_A_WORKER
    farm.let_go()
    wait_until(lambda: ahead.done == len(JOBS))


def test_what_is_asked_for_while_it_is_graded_is_waited_for(cache):
    farm = Hand(held=JOBS[:1])
    ahead = Ahead(farm, cache, JOBS[:1], LOG)
    wait_until(lambda: farm.waiting)
    threading.Timer(0.1, farm.let_go).start()
    assert ahead.record(JOBS[0]).verdicts
    assert farm.asked == JOBS[:1]


def test_a_changed_exercise_is_asked_for_alone_and_outputs_come_from_before(cache, monkeypatch):
    two = replace(job("a"), cells=(*job("a").cells, replace(job("a").cells[1], id="other")))
    before = Ahead(Hand(), cache, (), LOG).record(two)
    key_of = Job.key_of
    monkeypatch.setattr(Job, "key_of", lambda job, cell: key_of(job, cell) + "new" * (cell.id == "other"))
    farm = Hand(lambda asked: Record(at_once(asked).verdicts, {"solution": ["not this"]}, {"seconds": 1}))
    after = Ahead(farm, cache, (), LOG).record(two)
    assert [[cell.id for cell in asked.cells] for asked in farm.asked] == [["solution", "other"]]
    assert (after.digest(), after.outputs) == (before.digest(), before.outputs)
    farm = Hand()
    assert Ahead(farm, cache, (), LOG).record(two).digest() == before.digest()
    assert farm.asked == []


def test_what_no_worker_can_grade_is_tried_once_a_run_and_again_in_the_next(cache):
    def nobody(_):
        raise QuarantinedError("three workers died")

    farm = Hand(nobody)
    ahead = Ahead(farm, cache, JOBS[:1], LOG)
    for _ in range(2):
        with pytest.raises(QuarantinedError, match="three workers died"):
            ahead.record(JOBS[0])
    assert len(farm.asked) == 1
    assert Ahead(Hand(), cache, (), LOG).record(JOBS[0]).verdicts


def test_a_farm_that_cannot_be_reached_leaves_it_to_a_person(cache):
    farm = Hand()
    farm.submit = lambda _: (_ for _ in ()).throw(OSError("the scheduler is gone"))
    with pytest.raises(QuarantinedError, match="could not be sent to a worker: the scheduler is gone"):
        Ahead(farm, cache, (), LOG).record(JOBS[0])


def test_a_disk_that_is_full_costs_time_and_no_grade(cache, monkeypatch):
    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(Cache, "keep", full)
    ahead = Ahead(Hand(), cache, JOBS, LOG)
    assert [ahead.record(each).digest() for each in JOBS] == [at_once(each).digest() for each in JOBS]


MANY = """
import logging, sys, tempfile, time
from pathlib import Path
from autograder.grading.ahead import Ahead
from autograder.grading.cache import Cache
from autograder.grading.farm import Local
from tests.grading.test_farm import job

def walk(farm, cache, numbers):
    ahead = Ahead(farm, cache, (job("x" * 10_000 + str(number), number) for number in numbers), logging.getLogger())
    for number in numbers:
        ahead.record(job("x" * 10_000 + str(number), number))

def memory():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

with tempfile.TemporaryDirectory() as folder:
    farm, cache = Local("tests.grading.graders.at_once", 2), Cache(Path(folder), bytes(32))
    walk(farm, cache, range(60))
    before = memory()
    walk(farm, cache, range(60, 6_060))
    print(before, memory())
    farm.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_6000_notebooks_take_no_more_memory_than_60():
    done = subprocess.run([sys.executable, "-c", MANY], capture_output=True, text=True, check=True)
    few, many = map(int, done.stdout.split())
    assert many < 1.1 * few
