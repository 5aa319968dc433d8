"""A filter for system calls: what a notebook never needs, and an attack on the kernel or on the limits might.

It stands behind the namespaces and does not replace them. A call that is refused answers "not permitted", so that a
program can go on. The numbers are from the kernel's tables; the newer ones are the same everywhere.
"""

import errno
import platform
import struct
import sys
from functools import cache

from autograder.grading import linux

# Why it is refused: {system call: (its number on x86_64, on aarch64)}; −1 where there is none.
REFUSED = {
    "reads or changes other processes": {
        "ptrace": (101, 117),
        "process_vm_readv": (310, 270),
        "process_vm_writev": (311, 271),
        "process_madvise": (440, 440),
        "kcmp": (312, 272),
        "pidfd_getfd": (438, 438),
    },
    "holds memory that no limit counts": {
        "memfd_create": (319, 279),
        "memfd_secret": (447, 447),
        "msgget": (68, 186),
        "semget": (64, 190),
        "shmget": (29, 194),
        "mq_open": (240, 180),
        "vmsplice": (278, 75),
    },
    "reaches keys, which belong to no namespace": {
        "add_key": (248, 217),
        "request_key": (249, 218),
        "keyctl": (250, 219),
    },
    "is a large and often attacked part of the kernel": {
        "bpf": (321, 280),
        "perf_event_open": (298, 241),
        "userfaultfd": (323, 282),
        "io_uring_setup": (425, 425),
        "io_uring_enter": (426, 426),
        "io_uring_register": (427, 427),
        "fanotify_init": (300, 262),
        "modify_ldt": (154, -1),
        "uselib": (134, -1),
        "lookup_dcookie": (212, 18),
    },
    "changes namespaces, mounts or the root": {
        "unshare": (272, 97),
        "setns": (308, 268),
        "mount": (165, 40),
        "umount2": (166, 39),
        "pivot_root": (155, 41),
        "chroot": (161, 51),
        "open_tree": (428, 428),
        "move_mount": (429, 429),
        "fsopen": (430, 430),
        "fsconfig": (431, 431),
        "fsmount": (432, 432),
        "fspick": (433, 433),
        "mount_setattr": (442, 442),
        "open_tree_attr": (467, 467),
        "name_to_handle_at": (303, 264),
        "open_by_handle_at": (304, 265),
    },
    "changes the machine": {
        "kexec_load": (246, 104),
        "kexec_file_load": (320, 294),
        "init_module": (175, 105),
        "finit_module": (313, 273),
        "delete_module": (176, 106),
        "swapon": (167, 224),
        "swapoff": (168, 225),
        "reboot": (169, 142),
        "acct": (163, 89),
        "quotactl": (179, 60),
        "quotactl_fd": (443, 443),
        "settimeofday": (164, 170),
        "clock_settime": (227, 112),
        "clock_adjtime": (305, 266),
        "adjtimex": (159, 171),
        "sethostname": (170, 161),
        "setdomainname": (171, 162),
        "syslog": (103, 116),
        "iopl": (172, -1),
        "ioperm": (173, -1),
        "vhangup": (153, 58),
        "personality": (135, 92),
    },
    "moves memory between the processors of a large machine": {
        "mbind": (237, 235),
        "set_mempolicy": (238, 237),
        "migrate_pages": (256, 238),
        "move_pages": (279, 239),
        "set_mempolicy_home_node": (450, 450),
    },
}
# The machines it is written for, as the kernel calls each; then the calls whose arguments are looked at.
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_LOOKED_AT = {"clone": (56, 220), "clone3": (435, 435), "mmap": (9, 222), "socket": (41, 198), "socketpair": (53, 199)}
_X32 = 0x40000000  # on x86_64 a second set of numbers begins here
_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_ALLOW, _ERROR, _KILL = (_RETURN, 0, 0, 0x7FFF0000), 0x00050000, (_RETURN, 0, 0, 0x80000000)
_NEW_NAMESPACES = 0x7E020080  # every flag of `clone` that makes one
_KIND_OF_MAPPING, _SHARED_AND_ANONYMOUS = 0x2F, 0x21
_UNIX, _INTERNET = (1,), (2, 10, 16)  # families of sockets; the last is how interfaces are listed
_Instruction = tuple[int, int, int, int]


def available() -> bool:
    """Tell whether a filter is written for this machine."""
    return sys.platform == "linux" and platform.machine() in MACHINES


def install(*, network: bool) -> bool:
    """Filter the calls of this process and of all that it starts, for good.

    Parameters
    ----------
    network : bool
        Whether sockets of the internet may be made: in a network of its own, which leads nowhere, they do no harm.

    Returns
    -------
    bool
        Whether there is a filter for this machine.
    """
    if available():
        linux.filter_calls(program(platform.machine(), network=network))
    return available()


@cache
def program(machine: str, *, network: bool) -> bytes:
    """Write the filter down as the kernel reads it.

    Parameters
    ----------
    machine : str
        One of :data:`MACHINES`.
    network : bool
        As in :func:`install`.

    Returns
    -------
    bytes
        Instructions of 8 bytes each.
    """
    column = list(MACHINES).index(machine)
    clone, clone3, mmap, *sockets = (numbers[column] for numbers in _LOOKED_AT.values())
    families = _UNIX + _INTERNET if network else _UNIX
    rules = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, MACHINES[machine]),
        _KILL,
        (_LOAD, 0, 0, 0),
        *([(_AT_LEAST, 0, 1, _X32), _KILL] if machine == "x86_64" else []),
        # What `clone3` is asked for cannot be seen from here; told that there is none, the C library uses `clone`.
        *_if(clone3, [_refuse(errno.ENOSYS)]),
        *_if(clone, [_argument(0), (_AND, 0, 0, _NEW_NAMESPACES), (_EQUAL, 1, 0, 0), _refuse(errno.EPERM), _ALLOW]),
        # Shared memory that has no file outlives its mapping, and is counted for no process.
        *_if(mmap, [_argument(3), (_AND, 0, 0, _KIND_OF_MAPPING), *_refused_if(_SHARED_AND_ANONYMOUS)]),
    ]
    for number in sockets:
        rules += _if(number, [_argument(0), *_any_of(families, errno.EAFNOSUPPORT)])
    for group in REFUSED.values():
        for numbers in group.values():
            rules += _if(numbers[column], [_refuse(errno.EPERM)]) if numbers[column] >= 0 else []
    return b"".join(struct.pack("HBBI", *rule) for rule in [*rules, _ALLOW])


def _if(number: int, then: list[_Instruction]) -> list[_Instruction]:
    """Do something, which must end by a return, for one call."""
    return [(_EQUAL, 0, len(then), number), *then]


def _refused_if(value: int) -> list[_Instruction]:
    return [(_EQUAL, 0, 1, value), _refuse(errno.EPERM), _ALLOW]


def _any_of(values: tuple[int, ...], error: int) -> list[_Instruction]:
    """Allow a few values of what was loaded."""
    tests = [(_EQUAL, len(values) - place, 0, value) for place, value in enumerate(values)]
    return [*tests, _refuse(error), _ALLOW]


def _refuse(error: int) -> _Instruction:
    return (_RETURN, 0, 0, _ERROR | error)


def _argument(number: int) -> _Instruction:
    """Load the lower half of an argument; both machines store it first."""
    return (_LOAD, 0, 0, 16 + 8 * number)
