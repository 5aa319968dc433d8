"""Control groups: where there are any, a room's processes are in them; where there are none, rooms are as ever."""

import sys
from pathlib import Path

import pytest

from autograder.grading import groups as made
from autograder.grading.groups import NAME, groups
from autograder.grading.job import Limits
from autograder.grading.rooms import Room, strongest_tier
from tests.grading.inside import found

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="control groups are Linux's")
LIMITS = Limits(memory=100 << 20, disk=30 << 20, processes=20)


@pytest.fixture
def unified(tmp_path, monkeypatch):
    """A folder that looks as the system's does where all kinds are in one tree."""
    (tmp_path / "cgroup.controllers").write_text("cpu memory pids")
    monkeypatch.setattr(made, "MOUNTED", tmp_path)
    made._above.cache_clear()
    yield tmp_path
    made._above.cache_clear()


def test_a_learners_process_is_in_its_groups_and_they_bound_it():
    with Room("numpy", LIMITS, strongest_tier()) as room:
        script = "import os\nfound = [os.getuid(), open('/proc/self/cgroup').read()]"
        user, inside = found(room, script)
    entries = groups(user if user >= 1 << 20 else None, LIMITS)
    if not entries:
        pytest.skip("there are no control groups here that this user may make")
    assert inside.count(f"/{NAME}/{user}\n") == len(entries)
    bounds = [Path(entry).with_name(name) for entry in entries for name in ("memory.max", "memory.limit_in_bytes")]
    assert str(260 << 20) in [bound.read_text().strip() for bound in bounds if bound.exists()]


def test_one_tree_for_all_kinds(unified):
    group = unified / NAME / "7"
    group.mkdir(parents=True)
    for name in ("memory.max", "pids.max"):
        (group / name).write_text("max")
    assert groups(7, LIMITS) == [str(group / "cgroup.procs")]
    assert (unified / NAME / "cgroup.subtree_control").read_text() == "+memory +pids"
    assert (group / "memory.max").read_text() == str(260 << 20)
    assert (group / "pids.max").read_text() == "28"


def test_a_tree_of_each_kind(tmp_path, monkeypatch):
    own = tmp_path / "own"
    own.write_text("9:name=systemd:/\n8:pids:/\n4:memory:/here\n0::/\n")
    monkeypatch.setattr(made, "MOUNTED", tmp_path)
    monkeypatch.setattr(made, "OWN", own)
    made._above.cache_clear()
    for name in ("memory/here", "pids"):
        (tmp_path / name).mkdir(parents=True)
    entries = groups(7, LIMITS)
    made._above.cache_clear()
    assert entries == [str(tmp_path / place / NAME / "7/cgroup.procs") for place in ("memory/here", "pids")]


def test_where_none_can_be_made_there_are_none(unified):
    assert groups(None, LIMITS) == []
    (unified / NAME).write_text("in the way")
    assert groups(7, LIMITS) == []
