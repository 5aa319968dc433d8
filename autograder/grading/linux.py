"""Linux's own system calls that Python has no function for."""

import ctypes
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

NEW_USER, NEW_MOUNTS, NEW_PROCESSES = 0x10000000, 0x00020000, 0x20000000
NEW_NETWORK, NEW_IPC, NEW_NAMES = 0x40000000, 0x08000000, 0x04000000
OWNER_OF_NAMESPACE = 0xB701  # the request NS_GET_USERNS of ioctl
_SET_DUMPABLE, _KEEP_CAPABILITIES, _SET_SECCOMP, _SET_SUBREAPER, _NO_NEW_PRIVILEGES = 4, 8, 22, 36, 38
_FILTER = 2
_NOSUID, _NODEV, _REMOUNT = 2, 4, 32
_CAPABILITIES = 0x20080522  # version 3: two words for each set
_LARGE, _COLLAPSE = 2 << 20, 25
_READ_ALL = 1 << 2  # CAP_DAC_READ_SEARCH
_BECOME_OTHERS = 1 << 0 | 1 << 5 | 1 << 6 | 1 << 7  # CAP_CHOWN, CAP_KILL, CAP_SETGID, CAP_SETUID


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> None:
    if result:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def _control(option: int, value: int, *more: ctypes.c_void_p) -> None:
    _checked(_library().prctl(option, value, *(more or (0,)), 0, 0), f"prctl({option})")


def join(descriptor: int, kinds: int) -> None:
    """Enter namespaces: one by its own descriptor, or several of a process by a descriptor of that process."""
    _checked(_library().setns(descriptor, kinds), f"setns({kinds:#x})")


def owner(descriptor: int) -> int:
    """Open the user namespace that another namespace belongs to."""
    import fcntl  # not everywhere

    return fcntl.ioctl(descriptor, OWNER_OF_NAMESPACE)


def limit_files(place: str, count: int) -> None:
    """Let a file system in memory hold so many files and folders at most."""
    options = f"nr_inodes={count}".encode()
    flags = _REMOUNT | _NOSUID | _NODEV
    _checked(_library().mount(None, place.encode(), None, flags, options), f"mount({place})")


@contextmanager
def on_one_core() -> Iterator[int]:
    """Let this thread stay on the core that it is on, until the end of a block.

    Yields
    ------
    int
        The core's number.
    """
    allowed = os.sched_getaffinity(0)
    core = _library().sched_getcpu()
    os.sched_setaffinity(0, {core} & allowed or allowed)
    try:
        yield core
    finally:
        os.sched_setaffinity(0, allowed)


def may_become_others() -> bool:
    """Tell whether this process may become another user, which a superuser may not in every container."""
    rights = int(re.search(r"CapEff:\s*(\w+)", Path("/proc/self/status").read_text())[1], 16)
    return rights & _BECOME_OTHERS == _BECOME_OTHERS


def become(user: int) -> None:
    """Become another user, of no group, and keep the superuser's rights until they are dropped."""
    _control(_KEEP_CAPABILITIES, 1)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def drop_capabilities(*, read_all: bool = False) -> None:
    """Give up all of the superuser's rights for good, or all but that to read files."""
    kept = _READ_ALL if read_all else 0
    sets = (ctypes.c_uint32 * 6)(kept, kept, 0)
    _checked(_library().capset(ctypes.byref(_Header(_CAPABILITIES, 0)), sets), "capset")
    _control(_NO_NEW_PRIVILEGES, 1)


def let_be_seen() -> None:
    """Let what belongs to this process in /proc be read by its user: a change of user had closed it."""
    _control(_SET_DUMPABLE, 1)


def adopt_orphans() -> None:
    """Become the parent of each process further down whose parent ends."""
    _control(_SET_SUBREAPER, 1)


def use_large_pages() -> None:
    """Gather this process's own memory in pages of 2 MB where that can be done: of few pages a fork is quickly made."""
    library = _library()
    for line in Path("/proc/self/maps").read_text().splitlines():
        place, rights, _, _, _, *name = line.split()
        if rights == "rw-p" and name in ([], ["[heap]"]):
            first, last = (int(number, 16) for number in place.split("-"))
            first, last = -(-first // _LARGE) * _LARGE, last // _LARGE * _LARGE
            if first < last:  # what cannot be gathered stays as it is
                library.madvise(ctypes.c_void_p(first), ctypes.c_size_t(last - first), _COLLAPSE)


def filter_calls(program: bytes) -> None:
    """Have each system call judged by a program, for good; :func:`drop_capabilities` comes first.

    Parameters
    ----------
    program : bytes
        Instructions of 8 bytes each, as the kernel's ``struct sock_filter``.
    """
    buffer = ctypes.create_string_buffer(program, len(program))
    described = _Program(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    _control(_SET_SECCOMP, _FILTER, ctypes.byref(described))
