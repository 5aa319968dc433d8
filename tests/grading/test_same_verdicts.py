"""What real grading says is the same, byte for byte: with one worker, with two, on a cluster, and beside a death."""

import os
import signal

import nbformat
import pytest

from autograder.course import SOURCE
from autograder.demo_class import ASSIGNMENT, CLASS, RIGHT, UNTOUCHED
from autograder.grading.farm import Local
from autograder.grading.job import Limits
from autograder.grading.jobs import job_of
from autograder.grading.rooms import strongest_tier
from tests.grading.test_cluster import cluster
from tests.grading.test_farm import digests

GRADE = "autograder.grading.spare.grade"
MASTER = nbformat.read(SOURCE / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4)


def job(student):
    """Make the job of one of the sample class, with little time for what is endless."""
    notebook = nbformat.from_dict(MASTER)
    for cell in notebook.cells:
        name = cell.id.removesuffix("-solution").replace("-", "_")
        source = CLASS[student].get(name, (RIGHT, 0))[0]
        if cell.id.endswith("-solution") and source != RIGHT:
            cell.source = "" if source == UNTOUCHED else source
    return job_of(
        notebook, assignment=ASSIGNMENT, student=student, key=bytes(32), limits=Limits(cpu=2), tier=strongest_tier()
    )


JOBS = [job(student) for student in CLASS]


@pytest.fixture(scope="module")
def expected():
    farm = Local(GRADE, 1)
    try:
        found = digests(farm, JOBS)
    finally:
        farm.close()
    assert len(set(found)) == len(JOBS)
    return found


def test_two_workers_say_the_same_also_if_one_is_killed(expected):
    farm = Local(GRADE, 2)
    try:
        futures = [farm.submit(each) for each in JOBS]
        futures[0].result(120)
        os.kill(next(iter(farm._at_work.values())).pid, signal.SIGKILL)
        assert [future.result(120).digest() for future in futures] == expected
    finally:
        farm.close()


def test_a_cluster_says_the_same_also_if_a_worker_of_it_is_killed(expected):
    with cluster(GRADE) as (farm, workers):
        futures = [farm.submit(each) for each in JOBS]
        futures[0].result(120)
        workers[0].kill()
        assert [future.result(120).digest() for future in futures] == expected
