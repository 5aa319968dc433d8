"""Rooms: what learners' code can see and touch from inside, in each kind of room that this machine can have."""

import os
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.grading import warm
from autograder.grading.job import Limits
from autograder.grading.rooms import STOPS, Room
from tests.grading.inside import (
    POSSIBLE,
    ROOT,
    SMALL,
    WALLED,
    found,
    listening,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no rooms on Windows")


def test_nothing_outside_can_be_read(walled, tmp_path):
    course = tmp_path / "gradebook.db"
    course.write_text("scores")
    secrets = [
        ROOT,
        ROOT / "autograder" / "exercises",
        course,
        warm.folder(),
        Path("/etc/passwd"),
        Path("/sys"),
        "/var",
    ]
    assert all(os.path.exists(secret) for secret in secrets)
    source = f"import os\nfound = [name for name in {[str(s) for s in secrets]} if os.access(name, os.R_OK)]"
    # Where packages lie inside of it, the folder is there, but there is nothing in it save Python and the packages.
    assert found(walled, source) in ([], [str(ROOT)])
    source = f"""
import os
found = [os.path.join(at, name) for at, _, names in os.walk({str(ROOT)!r}) for name in names]
found = [name for name in found if "-packages/" not in name]"""
    assert {Path(name).name for name in found(walled, source)} <= {"pyvenv.cfg", Path(sys.executable).name}


def test_nothing_can_be_written_but_private_places(walled):
    source = """
import os, sys, numpy
places = ["/", "/usr", "/usr/bin", "/etc", "/dev", "/proc/sys/kernel", os.path.dirname(os.__file__), "/room", "/tmp",
          os.path.dirname(numpy.__file__), os.path.dirname(os.path.dirname(numpy.__file__)), "/dev/shm", sys.prefix]
def can(place):
    try:
        open(os.path.join(place, "mine"), "w").close()
    except OSError:
        return False
    os.remove(os.path.join(place, "mine"))
    return True
found = [place for place in places if can(place)]"""
    private = ("/room", "/tmp", "/dev/shm")
    writable = found(walled, source)
    assert set(private) <= set(writable)
    # A checkout may itself lie below one of them: then the room's own empty folders above its packages do, too.
    assert [place for place in writable if place not in private and not place.startswith(f"{private[1]}/")] == []


REACH = """
import socket
found = [[name for _, name in socket.if_nameindex()]]
for family, address in {}:
    try:
        socket.socket(getattr(socket, family)).connect(address)
        found.append(address)
    except OSError:
        pass"""


def test_no_network_and_no_service_of_the_machine_is_reached(walled, tmp_path):
    name, file = f"\0grading-{os.getpid()}", str(tmp_path / "s")
    with (
        listening(socket.AF_INET, ("127.0.0.1", 0)) as internet,
        listening(socket.AF_UNIX, name),
        listening(socket.AF_UNIX, file),
    ):
        warm.fork("numpy", {"call": "os.getpid", "arguments": []}, [])
        warm_process = str(max(warm.folder().glob("numpy-*"), key=os.path.getmtime))
        addresses = [
            ("AF_INET", internet.getsockname()),
            *(("AF_UNIX", address) for address in (name, file, warm_process)),
        ]
        for family, address in addresses:
            with socket.socket(getattr(socket, family)) as client:
                client.connect(address)
        assert found(walled, REACH.format([*addresses, ("AF_INET", ("8.8.8.8", 53))])) == [["lo"]]


def test_no_other_process_is_seen_or_signalled(walled):
    source = f"""
import os
found = [len([name for name in os.listdir("/proc") if name.isdigit()])]
for number in {os.getpid()}, {os.getppid()}:
    try:
        os.kill(number, 0)
        found.append(number)
    except OSError:
        pass"""
    assert found(walled, source) == [3]


def test_no_rights_are_left(walled):
    status = dict(line.split(":\t") for line in found(walled, "found = open('/proc/self/status').read()").splitlines())
    assert {status[name] for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {"0" * 16}
    assert status["NoNewPrivs"] == "1"
    assert "0" not in status["Uid"].split()


LOOK = """
import os, socket
mine = socket.socket(socket.AF_UNIX)
mine.bind("\\0MARK")
for place in "/room", "/tmp", "/dev/shm":
    open(f"{place}/MARK", "w").close()
found = {
    "namespaces": [os.readlink(f"/proc/self/ns/{name}") for name in ("mnt", "pid", "net", "ipc", "uts")],
    "user": os.getuid(),
    "files": [name for place in ("/room", "/tmp", "/dev/shm") for name in os.listdir(place) if "mark" in name],
    "sockets": [line.split()[-1] for line in open("/proc/net/unix") if "mark" in line],
    "processes": [open(f"/proc/{n}/environ", "rb").name for n in os.listdir("/proc") if n.isdigit() and int(n) > 2],
    "shared": open("/proc/sysvipc/shm").read().count("\\n"),
}"""


@pytest.mark.parametrize("tier", WALLED)
def test_two_rooms_at_once_share_nothing(tier):
    with Room("numpy", SMALL, tier) as one, Room("numpy", SMALL, tier) as other:
        first, second = (
            found(room, LOOK.replace("MARK", mark)) for room, mark in ((one, "mark-one"), (other, "mark-other"))
        )
        again = found(one, "found['files'] = [n for p in ('/room', '/tmp', '/dev/shm') for n in os.listdir(p)]")
    assert not set(first["namespaces"]) & set(second["namespaces"])
    assert (first["files"], second["files"]) == (["mark-one"] * 3, ["mark-other"] * 3)
    assert "mark-other" not in again["files"]
    assert (first["sockets"], second["sockets"]) == (["@mark-one"], ["@mark-other"])
    assert len(first["processes"]) == len(second["processes"]) == 1
    assert first["shared"] == second["shared"] == 1
    assert (first["user"] != second["user"]) == (tier == "namespaces")


IMPORT = """
import importlib, sys
found = []
for name in {}:
    try:
        importlib.import_module(name)
        found.append(name)
    except ImportError:
        pass"""


# At home an import that is not used harms nobody: so it does not here, and only what is used is missed.
USE = """
import importlib
found = []
for name in ("scipy.signal", "torch", "sklearn.datasets", "skimage", "pandas"):
    try:
        importlib.import_module(name).anything(1)
        found.append(name)
    except ModuleNotFoundError as error:
        assert "is not there in the grader" in str(error), error"""


def test_packages_are_those_of_the_environment(room):
    loaded = "import sys\nfound = sorted({'scipy', 'torch', 'autograder.exercises'} & set(sys.modules))"
    assert found(room, loaded) == []
    absent = ["nbgrader", "nbformat", "pytest", "helpers.models"]
    absent += [f"autograder.{name}" for name in ("exercises", "given", "judge", "answer", "grading.rooms")]
    assert found(room, IMPORT.format(absent)) == []
    assert found(room, USE) == []
    present = ["numpy.polynomial", "matplotlib.animation", "IPython.display", "PIL.Image", "sqlite3", "tqdm"]
    assert found(room, IMPORT.format(present)) == present


@pytest.mark.parametrize("tier", WALLED)
def test_packages_that_are_not_there_cannot_be_put_on_the_path(tier):
    pytest.importorskip("torch")
    reach = f"""
import importlib.machinery, subprocess, sys
sys.path += ["/usr/lib/python3/dist-packages", {str(ROOT)!r}]
code = "import sys; sys.path += ['/usr/lib/python3/dist-packages', {str(ROOT)!r}]; import NAME"
found = [name for name in ("scipy", "torch", "helpers", "autograder.judge", "nbgrader")
         if importlib.machinery.PathFinder.find_spec(name)
         or subprocess.run([sys.executable, "-c", code.replace("NAME", name)], capture_output=True).returncode == 0]"""
    for environment, there in (("numpy", []), ("torch", ["torch"])):
        with Room(environment, Limits(), tier) as room:
            assert found(room, reach) == there


@pytest.mark.skipif("limits" not in POSSIBLE, reason="not on this system")
def test_limits_alone_do_not_stop_what_the_table_leaves_out():
    name = f"grading-limits-{os.getpid()}"
    with tempfile.TemporaryDirectory() as outside:  # pytest's own folders are closed to others
        os.chmod(outside, 0o777)
        Path(outside, "yours").touch()
        source = f"""
import os, socket
socket.socket(socket.AF_UNIX).connect("\\0{name}")
open("{outside}/mine", "w").close()
open("{outside}/yours").close()
found = [os.path.exists("/proc/{os.getpid()}"), os.path.exists("{outside}/mine")]"""
        with listening(socket.AF_UNIX, f"\0{name}"), Room("numpy", SMALL, "limits") as room:
            assert found(room, source) == [True, True]
    assert not {"reading files", "writing files", "network", "seeing processes"} & STOPS["limits"]
