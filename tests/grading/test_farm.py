"""Many notebooks side by side: the same verdicts however many workers there are, and whatever happens to them."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.grading import farm as module
from autograder.grading import warm
from autograder.grading.farm import Local, QuarantinedError
from autograder.grading.job import Check, Job, JobCell, Limits

GRADERS = "tests.grading.graders."


def job(text="", seed=0):
    cells = (JobCell("solution", "solution", text), JobCell("check", "check", "", (Check("relu", "relu", seed),)))
    return Job(cells, "numpy", Limits(), "namespaces")


JOBS = [job(f"x = {number}", number) for number in range(12)]


@contextmanager
def local(function, workers=1):
    farm = Local(GRADERS + function, workers)
    try:
        yield farm
    finally:
        farm.close()


def digests(farm, jobs=JOBS):
    return [future.result(60).digest() for future in [farm.submit(each) for each in jobs]]


def processes(farm):
    return {worker.pid for worker in farm._at_work.values()}


def is_there(pid):
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


def wait_until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_verdicts_are_the_same_on_one_worker_and_on_two():
    with local("at_once") as one, local("at_once", 2) as two:
        assert digests(one) == digests(two)
        assert len(set(digests(one))) == len(JOBS)


def test_a_worker_that_dies_is_replaced_and_its_job_tried_again(tmp_path):
    with local("dying_once") as farm:
        assert farm.submit(job(f"# die unless {tmp_path / 'died'}")).result(60).verdicts
        assert farm.lost == 1


def test_a_job_that_kills_three_workers_is_left_to_a_person_and_the_rest_goes_on():
    with local("dying", 2) as farm:
        futures = [farm.submit(each) for each in (*JOBS[:4], job("die"), *JOBS[4:])]
        deadly = futures.pop(4)
        assert [future.result(60).digest() for future in futures] == digests(farm)
        with pytest.raises(QuarantinedError, match=r"Tried 3 times.*a worker died\. A person must look at it"):
            deadly.result(60)
        assert farm.lost == 3


def test_a_worker_that_does_not_answer_is_ended(monkeypatch):
    monkeypatch.setattr(module, "MARGIN", 0)
    impatient = replace(job("hang"), limits=Limits(notebook=1))
    with local("hanging", 2) as farm:
        hung = farm.submit(impatient)
        assert digests(farm, JOBS[:3])
        with pytest.raises(QuarantinedError, match="did not answer within 1 seconds"):
            hung.result(60)


def test_what_a_worker_says_of_the_machine_reaches_the_instructor():
    with local("failing") as farm, pytest.raises(QuarantinedError, match="no room can be had in the tier namespaces"):
        farm.submit(job()).result(60)


def test_a_worker_with_other_exercises_is_not_believed(monkeypatch):
    with local("at_once") as farm:
        assert farm.submit(job()).result(60)
        monkeypatch.setattr(Job, "key", lambda _: "another")
        with pytest.raises(QuarantinedError, match="judges by other code or packages than this process has"):
            farm.submit(job()).result(60)


def test_workers_that_are_killed_from_outside_change_no_verdict():
    with local("at_once", 2) as calm:
        expected = digests(calm)
    with local("slowly", 2) as farm:
        futures = [farm.submit(each) for each in JOBS]
        for number in (1, 4, 7):
            futures[number].result(60)
            os.kill(sorted(processes(farm))[number % 2], signal.SIGKILL)
        assert [future.result(60).digest() for future in futures] == expected


def test_closing_ends_all_workers_at_once_and_cancels_what_is_left():
    with local("hanging", 2) as farm:
        futures = [farm.submit(job("hang")) for _ in range(4)]
        time.sleep(2)
        workers = processes(farm)
    for future in futures:
        with pytest.raises(CancelledError):
            future.result(20)
    wait_until(lambda: not any(map(is_there, workers)))


FARM = """
import sys, time
from autograder.grading.farm import Local
from tests.grading.test_farm import job
farm = Local("tests.grading.graders.hanging", 2)
for _ in range(2):
    farm.submit(job("hang"))
time.sleep(2)
print(*(worker.pid for worker in farm._at_work.values()), flush=True)
time.sleep(60)
"""


def test_workers_end_when_the_farm_is_killed():
    farm = subprocess.Popen([sys.executable, "-c", FARM], stdout=subprocess.PIPE, text=True)
    workers = [int(pid) for pid in farm.stdout.readline().split()]
    assert len(workers) == 2
    assert all(map(is_there, workers))
    farm.kill()
    farm.wait()
    farm.stdout.close()
    wait_until(lambda: not any(map(is_there, workers)))


def test_where_no_process_can_be_warm_workers_start_cold(monkeypatch):
    def cold(*_):
        raise warm.ColdError("no")

    monkeypatch.setattr(warm, "fork", cold)
    with local("at_once") as farm:
        assert digests(farm, JOBS[:2])
