"""The filter of system calls: its program is read by hand for both machines, and tried on this one."""

import errno
import struct
import sys

import pytest

from autograder.grading import seccomp
from autograder.grading.seccomp import MACHINES, REFUSED, program
from tests.grading.inside import POSSIBLE, Looking

ALLOWED, KILLED = 0x7FFF0000, 0x80000000
X86, ARM = MACHINES.values()
CLONE, SOCKET, MMAP = {X86: 56, ARM: 220}, {X86: 41, ARM: 198}, {X86: 9, ARM: 222}


def verdict(machine, number, *arguments, network=True, kind=None):
    """Run the program as the kernel does, and return what it answers."""
    facts = struct.pack("<IIQ6Q", number, kind or MACHINES[machine], 0, *arguments, *[0] * (6 - len(arguments)))
    rules = list(struct.iter_unpack("HBBI", program(machine, network=network)))
    value, place = 0, 0
    while True:
        code, then, other, constant = rules[place]
        place += 1
        if code == 0x06:
            return constant
        if code == 0x20:
            value = struct.unpack_from("<I", facts, constant)[0]
        elif code == 0x54:
            value &= constant
        else:
            holds = value == constant if code == 0x15 else value >= constant
            place += then if holds else other


@pytest.mark.parametrize("machine", MACHINES)
def test_what_is_in_the_table_is_refused_and_nothing_else(machine):
    column = list(MACHINES).index(machine)
    refused = {numbers[column] for group in REFUSED.values() for numbers in group.values()} - {-1}
    assert len(refused) > 50
    special = {CLONE[MACHINES[machine]], SOCKET[MACHINES[machine]], 435, 53 if machine == "x86_64" else 199}
    for number in set(range(600)) - special:
        assert verdict(machine, number) == (0x50000 | errno.EPERM if number in refused else ALLOWED), number


@pytest.mark.parametrize("machine", MACHINES)
def test_other_kinds_of_calls_end_the_process(machine):
    other = next(kind for name, kind in MACHINES.items() if name != machine)
    assert verdict(machine, 0, kind=other) == KILLED
    assert verdict("x86_64", 0x40000000 | 39) == KILLED


@pytest.mark.parametrize("machine", MACHINES)
def test_threads_and_processes_are_made_but_no_namespaces(machine):
    clone = CLONE[MACHINES[machine]]
    assert verdict(machine, clone, 0x1200011) == ALLOWED
    for flag in (0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000):
        assert verdict(machine, clone, flag | 17) == 0x50000 | errno.EPERM
    assert verdict(machine, 435) == 0x50000 | errno.ENOSYS


@pytest.mark.parametrize("machine", MACHINES)
def test_sockets_are_those_of_the_machine_and_of_the_internet_only_where_it_leads_nowhere(machine):
    number = SOCKET[MACHINES[machine]]
    answers = {family: verdict(machine, number, family) == ALLOWED for family in range(50)}
    assert [family for family, allowed in answers.items() if allowed] == [1, 2, 10, 16]
    assert verdict(machine, number, 2, network=False) == 0x50000 | errno.EAFNOSUPPORT
    assert verdict(machine, number, 1, network=False) == ALLOWED


@pytest.mark.parametrize("machine", MACHINES)
def test_shared_memory_without_a_file_is_refused(machine):
    number = MMAP[MACHINES[machine]]
    assert verdict(machine, number, 0, 4096, 3, 0x22) == ALLOWED
    assert verdict(machine, number, 0, 4096, 3, 0x01) == ALLOWED
    assert verdict(machine, number, 0, 4096, 3, 0x21) == 0x50000 | errno.EPERM


def test_elsewhere_there_is_none(monkeypatch):
    monkeypatch.setattr(seccomp.platform, "machine", lambda: "riscv64")
    assert not seccomp.available()
    assert seccomp.install(network=True) is False


TRY = """
import ctypes, json, mmap, os, platform, socket
found = {}
def try_(name, do):
    try:
        do()
        found[name] = 0
    except OSError as error:
        found[name] = error.errno
libc = ctypes.CDLL(None, use_errno=True)
def call(*numbers):
    if libc.syscall(*numbers) == -1:
        raise OSError(ctypes.get_errno(), "")
try_("memfd", lambda: os.memfd_create("x"))
try_("shared", lambda: mmap.mmap(-1, 4096))
try_("private", lambda: mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))
try_("vsock", lambda: socket.socket(40))
try_("internet", lambda: socket.socket(socket.AF_INET))
try_("unshare", lambda: call(272 if platform.machine() == "x86_64" else 97, 0x10000000))
try_("clone3", lambda: call(435, 0, 0))
try_("fork", lambda: os._exit(0) if os.fork() == 0 else os.wait())
os.write(3, json.dumps(found).encode())"""


@pytest.mark.skipif(not seccomp.available(), reason="no filter is written for this machine")
@pytest.mark.parametrize("tier", POSSIBLE)
def test_it_is_in_force_in_a_room(tier):
    refused = dict.fromkeys(("memfd", "shared", "unshare"), errno.EPERM)
    internet = errno.EAFNOSUPPORT if tier == "limits" else 0
    expected = {**refused, "vsock": errno.EAFNOSUPPORT, "internet": internet, "clone3": errno.ENOSYS}
    with Looking(TRY, tier) as looking:
        assert looking.told() == {**expected, "private": 0, "fork": 0}


def test_it_is_asked_for_on_linux_only(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not seccomp.available()
