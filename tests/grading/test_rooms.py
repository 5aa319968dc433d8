"""Rooms: which kinds there are, and what is so in all of them."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from autograder.grading import rooms, walls
from autograder.grading.environments import VARIABLES
from autograder.grading.rooms import STOPS, TIERS, Room, strongest_tier, why_weak
from tests.grading.inside import (
    OTHER_USER,
    POSSIBLE,
    ROOT,
    SMALL,
    WALLED,
    Looking,
    as_another_user,
    found,
    shown,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no rooms on Windows")


def test_it_is_told_which_rooms_there_are():
    assert strongest_tier() == POSSIBLE[0]


def test_the_table_says_that_a_stronger_room_stops_more():
    assert STOPS[TIERS[2]] < STOPS[TIERS[1]] < STOPS[TIERS[0]]


def test_environment_is_the_same_for_everybody(room):
    own = found(room, "import os\nfound = dict(os.environ)")
    assert {**own, "HOME": "/tmp", "TMPDIR": "/tmp"} == VARIABLES
    began = found(room, "found = open('/proc/self/environ').read()")
    assert {line.partition("=")[0] for line in began.split("\0") if line} == set(VARIABLES)


@pytest.mark.parametrize("tier", POSSIBLE)
def test_no_descriptor_is_inherited_but_the_socket(tier):
    script = """
import json, os
names = {}
for number in range(256):
    try:
        names[number] = os.readlink(f"/proc/self/fd/{number}").partition(":")[0]
    except OSError:
        pass
os.write(3, json.dumps(names).encode())"""
    with Looking(script, tier) as looking:
        assert looking.told() == {"0": "/dev/null", "1": "/dev/null", "2": "/dev/null", "3": "socket"}


def test_processor_time_of_two_rooms_is_counted_apart():
    tier = POSSIBLE[0]
    with Room("numpy", SMALL, tier) as busy, Room("numpy", SMALL, tier) as idle:
        shown(busy, "import time\nend = time.process_time() + 1\nwhile time.process_time() < end: pass")
        assert 0.9 < busy.cpu_seconds() < 2
        assert idle.cpu_seconds() < 0.5
    assert 0.9 < busy.cpu_seconds() < 2


def test_many_rooms_are_made_at_once():
    tier = POSSIBLE[0]

    def user(_):
        with Room("numpy", SMALL, tier) as room:
            return found(room, "import os, time\ntime.sleep(1)\nfound = os.getuid()")

    with ThreadPoolExecutor(6) as pool:
        users = list(pool.map(user, range(6)))
    assert len(set(users)) == (1 if tier == "user-namespaces" else 6)


@pytest.mark.skipif(os.geteuid() != 0 or not WALLED, reason="only the superuser can become another user")
def test_all_this_holds_for_another_user():
    with tempfile.TemporaryDirectory() as home:
        os.chown(home, OTHER_USER, OTHER_USER)
        variables = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        files = [str(path) for name in ("room*", "seccomp") for path in Path(__file__).parent.glob(f"test_{name}.py")]
        pytest_ = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--basetemp={home}/tests"]
        ran = as_another_user(*pytest_, *files, env=variables, cwd=ROOT, stdout=subprocess.PIPE)
    assert ran.returncode == 0, ran.stdout


def test_where_bubblewrap_is_not_installed_there_are_limits(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    strongest_tier.cache_clear()
    assert strongest_tier() == "limits"
    assert "apt-get install bubblewrap" in why_weak()
    strongest_tier.cache_clear()


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can give up rights")
def test_where_namespaces_are_not_allowed_there_are_limits():
    code = "from autograder.grading.rooms import strongest_tier, why_weak; print(strongest_tier(), why_weak())"
    without = ["setpriv", "--bounding-set=-sys_admin", "--inh-caps=-all", sys.executable, "-c", code]
    told = subprocess.run(without, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert told.startswith("limits the system refused: bubblewrap made no room")


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can give up rights")
def test_a_superuser_who_cannot_become_another_has_limits_that_work():
    code = """
import tempfile
from pathlib import Path
from autograder.grading import warm
from autograder.grading.rooms import Room, strongest_tier
from tests.grading.inside import SMALL, found
with tempfile.TemporaryDirectory() as folder:
    warm._place = lambda: Path(folder)  # its processes have the rights of who started them
    with Room("numpy", SMALL, strongest_tier()) as room:
        print(strongest_tier(), found(room, "import os\\nfound = os.getuid()"))"""
    without = ["setpriv", "--bounding-set=-setuid,-setgid", "--inh-caps=-all", sys.executable, "-c", code]
    assert subprocess.run(without, cwd=ROOT, check=True, capture_output=True, text=True).stdout == "limits 0\n"


@pytest.mark.parametrize(("system", "told"), [("darwin", "limits"), ("win32", "grade on Linux")])
def test_other_systems_are_told_the_truth(system, told):
    code = f"""
import sys
sys.modules |= dict.fromkeys(("fcntl", "resource", "pwd", "grp", "termios"))
from autograder.grading import rooms, walls
sys.platform = {system!r}
try:
    print(rooms.strongest_tier())
except OSError as error:
    print(error)"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert told in ran.stdout


@pytest.mark.parametrize(("line", "first"), [("0 0 4294967295", 2_000_000_000), ("0 100000 65536", 57_344)])
def test_a_container_has_fewer_users_to_give(line, first, tmp_path, monkeypatch):
    (tmp_path / "uid_map").write_text(f"{line}\n")
    monkeypatch.setattr(walls, "NUMBERS", tmp_path / "uid_map")
    assert walls._first_user() == first


def test_a_room_that_cannot_be_made_is_an_error_of_the_system():
    other = next(tier for tier in rooms.TIERS[:2] if tier not in POSSIBLE)
    with pytest.raises(OSError, match=r"superuser|bwrap"):
        Room("numpy", SMALL, other)
