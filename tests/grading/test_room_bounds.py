"""Rooms: what learners' code can use up, and that nothing is left of it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.grading import watch
from autograder.grading.job import Limits
from autograder.grading.processes import EndedError
from autograder.grading.rooms import Room
from tests.grading.inside import (
    POSSIBLE,
    ROOT,
    SMALL,
    everywhere,
    found,
    shown,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no rooms on Windows")


def test_processes_are_bounded(room):
    source = """
import os, signal, time
children = []
try:
    while len(children) < 5000:
        child = os.fork()
        if child == 0:
            time.sleep(60)
            os._exit(0)
        children.append(child)
except OSError:
    pass
for child in children:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
found = len(children)"""
    assert 1 <= found(room, source) <= SMALL.processes


def test_memory_of_a_process_is_bounded(room):
    assert "MemoryError" in shown(room, "import numpy as np\nx = np.ones(50_000_000)")
    assert found(room, "found = float(np.ones(10_000_000).sum())") == 1e7


@pytest.mark.parametrize("tier", POSSIBLE)
def test_memory_of_all_processes_together_is_bounded(tier):
    with Room("numpy", SMALL, tier) as bomb, Room("numpy", SMALL, tier) as neighbour:
        source = "import os, time\nfor _ in range(3): os.fork()\nx = b'1' * (150 << 20)\ntime.sleep(60)"
        with pytest.raises(EndedError):
            shown(bomb, source, seconds=30)
        assert bomb.killed_for() == "memory"
        assert bomb.memory_bytes() > SMALL.memory // 2  # pages that it began with are not counted
        assert shown(neighbour, "print(1)") == "1\n"
        assert neighbour.killed_for() == ""


@pytest.mark.parametrize("tier", POSSIBLE)
def test_what_forks_share_counts_once(tier):
    limits = Limits(memory=300 << 20)
    with Room("numpy", limits, tier) as room:
        source = "import os, time\nx = b'1' * (150 << 20)\nfor _ in range(3):\n  if os.fork() == 0: time.sleep(60)\n"
        assert found(room, f"{source}time.sleep(1)\nfound = len(x)") == 150 << 20
        assert room.killed_for() == ""


@pytest.mark.parametrize("tier", POSSIBLE)
def test_processor_time_of_all_processes_together_is_bounded(tier, monkeypatch):
    monkeypatch.setattr(watch, "CELLS", 1)
    with Room("numpy", Limits(cpu=1), tier) as room:
        with pytest.raises(EndedError):
            shown(room, "import os\nos.fork()\nwhile True: pass", seconds=30)
        assert room.killed_for() == "processor time"
        assert 1 <= room.cpu_seconds() <= 4


def test_size_of_a_file_is_bounded(room):
    source = (
        "found = 0\ntry:\n  with open('big', 'wb') as f:\n    while found < 100: found += f.write(b'1' * 2**20) >> 20"
    )
    assert found(room, f"{source}\nexcept OSError: pass") <= 8
    found(room, "import os\nos.remove('big')\nfound = 0")


def test_disk_is_bounded(walled):
    source = """
import itertools, os
found, names = 0, []
for place in "/room", "/tmp", "/dev/shm":
    try:
        for number in range(20):
            names.append(f"{place}/{number}")
            with open(names[-1], "wb", buffering=0) as file:
                for _ in range(4):
                    found += file.write(b"1" * 2**20)
    except OSError:
        pass
for name in names:
    os.remove(name)"""
    assert 10 << 20 < found(walled, source) <= SMALL.disk


def test_number_of_files_is_bounded(walled):
    source = """
import os
found = 0
try:
    while found < 50_000:
        os.mkdir(f"/tmp/{found}")
        found += 1
except OSError:
    pass
for number in range(found):
    os.rmdir(f"/tmp/{number}")"""
    assert 1000 < found(walled, source) < 20_000


@pytest.mark.parametrize("tier", POSSIBLE)
def test_orphans_end_with_the_room(tier):
    mark = f"48{time.time_ns()}"  # seconds to sleep
    with Room("numpy", SMALL, tier) as room:
        source = f"import subprocess as s\nfor _ in range(3): s.run('setsid -f sleep {mark} &', shell=True)"
        shown(room, source)
        time.sleep(0.3)
        assert sum(mark in line and "sleep" in line for line in everywhere().values()) == 3
    assert not any(mark in line for line in everywhere().values())


@pytest.mark.parametrize("tier", POSSIBLE)
def test_rooms_leave_nothing_behind(tier):
    def around():
        mounts = Path("/proc/self/mountinfo").read_text().count("\n")
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        names = [Path(f"/proc/{child}/comm").read_text() for child in children]
        descriptors = [os.readlink(name) for name in Path("/proc/self/fd").iterdir() if os.path.lexists(name)]
        return mounts, names.count("bwrap\n"), sum("users" in name for name in descriptors), len(descriptors)

    mark = f"46{time.time_ns()}"
    source = f"import os\nos.makedirs('a/b')\nos.system('setsid -f sleep {mark}')\nfound = os.getcwd()"
    before, folders = around(), set()
    for _ in range(20):
        with Room("numpy", SMALL, tier) as room:
            folders.add(found(room, source))
    assert around() == before
    assert not any(mark in line for line in everywhere().values())
    assert folders == {"/room"} or not any(map(os.path.exists, folders))


@pytest.mark.parametrize("tier", POSSIBLE)
def test_a_room_ends_with_who_made_it(tier):
    mark = f"47{time.time_ns()}"
    script = f"""
import os, signal
from autograder.grading.job import Limits
from autograder.grading.rooms import Room
from tests.grading.inside import shown
room = Room("numpy", Limits(), {tier!r})
source = "import os, subprocess\\nsubprocess.run('setsid -f sleep {mark}', shell=True)\\nprint(os.getcwd())"
print(shown(room, source), flush=True)
os.kill(os.getpid(), signal.SIGKILL)"""
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert ended.returncode == -signal.SIGKILL
    end = time.monotonic() + 10
    while any(mark in line for line in everywhere().values()):
        assert time.monotonic() < end, "an orphan is still there"
        time.sleep(0.05)
    while os.path.exists(ended.stdout.strip()):
        assert time.monotonic() < end, "a folder is still there"
        time.sleep(0.05)
