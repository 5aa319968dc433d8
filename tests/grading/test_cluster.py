"""The same farm on a Dask cluster: a real scheduler and real workers, one of which is killed in the middle."""

import re
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager

import pytest

from autograder.grading.cluster import Cluster
from autograder.grading.farm import Local, QuarantinedError
from tests.grading.test_farm import GRADERS, JOBS, digests, job, wait_until

WORKER = ("worker", "--no-dashboard", "--nthreads", "1", "--memory-limit", "0", "--no-nanny")


@contextmanager
def started(*arguments, told=subprocess.DEVNULL):
    """Run one of Dask's commands, and end it."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]]
    process = subprocess.Popen(command, stderr=told, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def cluster(function, workers=2):
    """Start a scheduler and workers, and connect to them."""
    with ExitStack() as stack:
        at = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        scheduler = stack.enter_context(started("scheduler", *at, told=subprocess.PIPE))
        lines = stack.enter_context(scheduler.stderr)
        address = next(found[0] for line in lines if (found := re.search(r"tcp://127\.0\.0\.1:\d+", line)))
        processes = [stack.enter_context(started(*WORKER, address)) for _ in range(workers)]
        farm = Cluster(address, function)
        stack.callback(farm.close)
        wait_until(lambda: len(farm._client.nthreads()) == workers, 60)
        yield farm, processes


def test_verdicts_are_the_same_as_on_this_machine():
    here = Local(GRADERS + "at_once", 1)
    with cluster(GRADERS + "at_once") as (farm, _):
        assert digests(farm) == digests(here)
        assert farm.lost == 0
    here.close()


def test_a_worker_that_is_killed_in_the_middle_changes_no_verdict():
    here = Local(GRADERS + "at_once", 1)
    with cluster(GRADERS + "slowly") as (farm, workers):
        futures = [farm.submit(each) for each in JOBS]
        futures[1].result(60)
        workers[0].send_signal(signal.SIGKILL)
        assert [future.result(60).digest() for future in futures] == digests(here)
    here.close()


def test_a_job_that_kills_is_left_to_a_person_and_takes_no_dask_worker_with_it():
    with cluster(GRADERS + "dying") as (farm, workers):
        deadly = farm.submit(job("die"))
        assert len(digests(farm)) == len(JOBS)
        with pytest.raises(QuarantinedError, match=r"Tried 3 times.*a worker died"):
            deadly.result(60)
        assert farm.lost == 3
        assert all(worker.poll() is None for worker in workers)


def test_a_cluster_that_is_not_there_is_told_at_once(monkeypatch):
    monkeypatch.setattr("autograder.grading.cluster.SECONDS_TO_CONNECT", 1)
    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        Cluster("tcp://127.0.0.1:9")
