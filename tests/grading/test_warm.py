"""Warm processes: they are started on demand, hold what they should and nothing else, and end by themselves."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from autograder.grading import warm
from autograder.grading.job import Limits
from autograder.grading.rooms import Room
from tests.grading.inside import POSSIBLE, ROOT, shown

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


@pytest.fixture
def apart(tmp_path_factory, monkeypatch):
    """A folder that has no warm process yet; those that are started in it end with the test."""
    folder = tmp_path_factory.mktemp("warm")
    folder.chmod(0o700)
    monkeypatch.setattr(warm, "folder", lambda: folder)
    yield folder
    for path in folder.glob("*-*-*"):
        path.unlink()


def told(kind, script):
    """Return what a script finds out in a fork of a warm process."""
    here, there = socket.socketpair()
    with here:
        with there:
            source = f"import json, os, sys\n{script}\nos.write(3, json.dumps(found).encode())"
            warm.fork(kind, {"call": "builtins.exec", "arguments": [source, {}]}, [there.fileno()])
        here.settimeout(60)
        text = b""
        while part := here.recv(1 << 16):
            text += part
    return json.loads(text)


def parent(kind):
    return told(kind, "found = os.getppid()")


def wait_for_end(pid):
    end = time.monotonic() + 20
    while Path(f"/proc/{pid}").exists() and " Z " not in Path(f"/proc/{pid}/stat").read_text():
        assert time.monotonic() < end, "it is still there"
        time.sleep(0.1)


def test_forks_come_from_one_process_that_stays(apart):
    assert parent("numpy") == parent("numpy") != os.getpid()
    assert len(list(apart.glob("numpy-*"))) == 1


@pytest.mark.usefixtures("apart")
def test_many_who_ask_at_once_start_one_process():
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(parent, ["numpy"] * 4))) == 1


def test_a_learners_process_knows_nothing_of_the_exercises():
    modules = told("numpy", "found = sorted(sys.modules)")
    ours = {name for name in modules if name.partition(".")[0] in ("autograder", "helpers")}
    assert "autograder.grading.student" in ours
    secret = ("exercises", "given", "judge", "answer", "diagnose", "check", "grading.grade", "grading.rooms")
    assert not {name for name in ours if name.startswith(tuple(f"autograder.{part}" for part in secret))}
    assert not {name for name in ours if name.startswith("helpers")}
    assert not {"torch", "scipy", "nbgrader", "nbformat", "autograder.report"} & set(modules)
    paths = (
        "found = [m.__path__ for n, m in sys.modules.items() if n.startswith('autograder') and hasattr(m, '__path__')]"
    )
    assert told("numpy", paths) == [[], []]


def test_a_learners_process_finds_what_stands_for_the_books_package():
    assert told("numpy", "from autograder import check\nfound = check.__module__") == "autograder.grading.stand_ins"


def test_what_a_notebook_imports_is_imported_already():
    assert told("numpy", "found = 'matplotlib.backends.backend_agg' in sys.modules and 'IPython' in sys.modules")
    pytest.importorskip("torch")
    found = told(
        "torch", "found = [name in sys.modules for name in ('torch.optim', 'torch._dynamo', 'scipy', 'sklearn')]"
    )
    assert found == [True, True, False, False]


def test_a_judges_process_has_asked_all_references():
    script = """
from autograder.answer import _PROBED
from autograder.exercises import load, names
asked = {case for _, _, case in _PROBED}
found = [exercise.name for exercise in map(load, names()) if not asked.issuperset(exercise.probe)]"""
    pytest.importorskip("torch")
    assert told("judge", script) == []


@pytest.mark.parametrize("kind", ["numpy", "judge"])
def test_a_warm_process_has_one_thread(kind):
    assert len(list(Path(f"/proc/{parent(kind)}/task").iterdir())) == 1
    assert told(kind, "import threading\nfound = threading.active_count()") == 1


@pytest.mark.usefixtures("apart")
def test_a_warm_process_has_no_variables_of_who_started_it(monkeypatch):
    monkeypatch.setenv("CANVAS_TOKEN", "secret")
    began = Path(f"/proc/{parent('numpy')}/environ").read_bytes()
    assert b"PYTHONHASHSEED=0" in began
    assert b"CANVAS_TOKEN" not in began


def test_all_forks_begin_alike():
    script = "import random\nfound = [hash('x'), random.random()]"
    assert told("numpy", script)[0] == told("numpy", script)[0]


def test_who_asks_gets_the_number_of_the_process():
    assert warm.fork("judge", {"call": "os.getpid", "arguments": []}, []) != parent("judge")


@pytest.mark.usefixtures("apart")
def test_after_a_kill_it_is_started_again():
    killed = parent("numpy")
    os.kill(killed, signal.SIGKILL)
    assert parent("numpy") != killed


@pytest.mark.parametrize("tier", POSSIBLE)
def test_after_a_kill_the_next_room_works_and_the_last_goes_on(tier):
    with Room("numpy", Limits(), tier) as room:
        os.kill(parent("numpy"), signal.SIGKILL)
        assert shown(room, "print(1)") == "1\n"
        with Room("numpy", Limits(), tier) as other:
            assert shown(other, "print(2)") == "2\n"


def test_it_ends_when_its_socket_is_gone(apart):
    pid = parent("numpy")
    next(apart.glob("numpy-*-*")).unlink()
    wait_for_end(pid)


def test_it_ends_when_nobody_asks(tmp_path):
    script = f"from autograder.grading import warm\nwarm.IDLE = warm.LOOK = 0.2\nwarm.serve('{tmp_path}/s')"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=60, check=True, capture_output=True)
    assert ended.stderr == b""
    assert not list(tmp_path.iterdir())


def test_a_changed_file_gives_another_process(tmp_path, monkeypatch):
    (tmp_path / "grading").mkdir()
    file = tmp_path / "grading" / "student.py"
    monkeypatch.setattr(warm, "ENGINE", tmp_path)
    names = []
    for text in ("1", "2 ", "2 "):
        if not file.exists() or file.read_text() != text:
            file.write_text(text)
        warm._name.cache_clear()
        names.append(warm._name("numpy"))
    warm._name.cache_clear()
    assert names[0] != names[1] == names[2]
    assert names[0][0] == names[1][0]


@pytest.mark.usefixtures("apart")
def test_a_new_process_takes_the_place_of_that_of_earlier_sources(monkeypatch):
    old = parent("numpy")
    first, second = warm._name("numpy")
    monkeypatch.setattr(warm, "_name", lambda _: (first, f"{second}new"))
    assert parent("numpy") != old
    wait_for_end(old)


def test_a_folder_that_others_can_change_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(warm, "_place", lambda: tmp_path)
    tmp_path.chmod(0o777)
    with pytest.raises(PermissionError, match="must be a folder of yours that is closed to others"):
        warm.folder.__wrapped__()


def test_what_fails_on_the_way_is_told():
    with pytest.raises(warm.ColdError, match="no_such_function"):
        warm.fork("numpy", {"call": "os.no_such_function", "arguments": []}, [])
    with pytest.raises(warm.ColdError, match="did not start"):
        warm.fork("nonsense", {"call": "os.getpid", "arguments": []}, [])
