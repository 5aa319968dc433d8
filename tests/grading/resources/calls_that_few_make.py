"""Make system calls that no notebook needs: `bpf`, `keyctl`, `io_uring_setup`, `userfaultfd`, `kexec_load`, `reboot`.

Right: they fail, or end the cell. The answers count.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import ctypes
import pathlib

libc = ctypes.CDLL(None, use_errno=True)
CALLS = {"ptrace": 101, "add_key": 248, "keyctl": 250, "perf_event_open": 298, "open_by_handle_at": 304}
CALLS |= {"bpf": 321, "userfaultfd": 323, "io_uring_setup": 425, "open_tree": 428, "fsopen": 430}
if not pathlib.Path("@COURSE@").exists():
    print({name: libc.syscall(number, 0, 0, 0, 0, 0) for name, number in CALLS.items()})
"""
    ]
}
