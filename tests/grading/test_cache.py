"""What is kept of earlier runs: it is used only if it is whole, of this course, and still holds."""

import stat
from dataclasses import replace

import pytest

from autograder.grading import cache as module
from autograder.grading.cache import Cache
from autograder.grading.job import Check, Job, JobCell, Limits, Record, Verdict
from autograder.grading.key import FOLDER

KEY = bytes(32)
CELLS = (
    JobCell("solution", "solution", "def relu(x): ..."),
    JobCell("relu", "check", "", (Check("relu", "relu", 1),)),
    JobCell("pool", "check", "", (Check("xcorr1d", "f", 1),)),
)
JOB = Job(CELLS, "numpy", Limits(), "namespaces")
RECORD = Record(
    {"relu": Verdict(({"a": 1},), 2, 3), "pool": Verdict((), 0, 4)},
    {"solution": [{"output_type": "stream", "name": "stdout", "text": "é"}]},
    {"seconds": 1.5},
)


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path, KEY)


def the_file(folder):
    (path,) = (path for path in (folder / FOLDER).rglob("*") if path.is_file())
    return path


def test_what_was_kept_is_found_as_it_was(cache):
    assert cache.find(JOB) is None
    cache.keep(JOB, RECORD)
    assert cache.find(JOB) == RECORD


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, environment="torch"),
        replace(JOB, limits=Limits(cpu=1)),
        replace(JOB, tier="limits"),
        replace(JOB, cells=(replace(CELLS[0], source="other"), *CELLS[1:])),
        replace(JOB, cells=(*CELLS[:2], replace(CELLS[2], checks=(Check("xcorr1d", "f", 2),)))),
    ],
)
def test_what_was_kept_of_one_job_is_not_found_for_another(cache, other):
    cache.keep(JOB, RECORD)
    assert cache.find(other) is None


def test_a_changed_exercise_loses_its_own_verdict_and_no_other(cache, monkeypatch):
    cache.keep(JOB, RECORD)
    key_of = Job.key_of
    monkeypatch.setattr(Job, "key_of", lambda job, cell: key_of(job, cell) + "changed" * (cell.id == "pool"))
    assert cache.find(JOB) == replace(RECORD, verdicts={"relu": RECORD.verdicts["relu"]})


def test_a_changed_engine_loses_all(cache, monkeypatch):
    cache.keep(JOB, RECORD)
    monkeypatch.setattr(module, "versions", lambda _: ("another",))
    assert cache.find(JOB) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b'"earned": 0', b'"earned": 4'),
        lambda data: data.partition(b"\n")[2],
        lambda data: b"\n" + data.partition(b"\n")[2],
        lambda data: b"\xff" + data,
    ],
)
def test_a_damaged_or_forged_file_is_ignored_and_written_anew(cache, tmp_path, spoil):
    cache.keep(JOB, RECORD)
    path = the_file(tmp_path)
    data = path.read_bytes()
    assert spoil(data) != data
    path.write_bytes(spoil(data))
    assert cache.find(JOB) is None
    cache.keep(JOB, RECORD)
    assert cache.find(JOB) == RECORD


def test_a_file_of_another_course_is_ignored(cache, tmp_path):
    Cache(tmp_path, b"x" * 32).keep(JOB, RECORD)
    assert cache.find(JOB) is None


def test_a_file_in_the_place_of_another_is_ignored(cache, tmp_path):
    other = replace(JOB, tier="limits")
    cache.keep(JOB, RECORD)
    full = the_file(tmp_path)
    data = full.read_bytes()
    full.unlink()
    cache.keep(other, Record())
    the_file(tmp_path).write_bytes(data)
    assert cache.find(other) is None


def test_nobody_else_can_look_into_it(cache, tmp_path):
    cache.keep(JOB, RECORD)
    assert stat.S_IMODE((tmp_path / FOLDER / "records").stat().st_mode) == 0o700
